import { answer, json, object, type Route } from '../../http/openapi.ts'
import { bytes, counts, integer, map, string, text } from './schemas.ts'

const rows = { type: 'array', items: object({ row: integer, reason: string }) }
const original = { text: string, row: { type: 'object' } }

/** What comes into a map and leaves it as files. */
export const CONTENT: readonly Route[] = [
  {
    method: 'get',
    path: '/api/maps/{id}/export/{format}',
    summary: 'The map as a file.',
    role: 'viewer',
    query: {
      anonymous: '1: nobody in it can be told by name.',
      originals: '1 (editor, or as the map says; json and csv): with the words before redaction, unless anonymous.',
      scale: '1, 2 or 4 (png): pixels per map unit.',
      theme: 'light or dark (png).',
      map: '0 (png): no map inside the picture.',
    },
    answers: {
      200: {
        description: 'json, png or csv.',
        content: { 'application/json': { schema: map }, 'image/png': bytes, 'text/csv': text },
      },
    },
  },
  {
    method: 'post',
    path: '/api/maps/{id}/import',
    summary: 'Adds a table of quotes, a transcript or another map, all of it or nothing.',
    role: 'editor',
    query: {
      format: 'csv (also TSV), xlsx, transcript (plain text, WebVTT, SRT), or json.',
      preview: '1: nothing is written.',
    },
    body: {
      'multipart/form-data': {
        schema: object({ file: { type: 'string', format: 'binary' }, choices: string }, ['file']),
      },
      'text/csv': text,
      'text/plain': text,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': bytes,
      'application/json': { schema: map },
    },
    answers: {
      200: answer(
        'What came in. `import` takes it back; null when nothing was written.',
        object({
          import: { type: ['string', 'null'] },
          added: integer,
          counts,
          duplicates: integer,
          duplicateRows: rows,
          flagged: integer,
          flaggedRows: { type: 'array', items: integer },
          skipped: rows,
          redacted: integer,
          columns: { type: 'array', items: object({ name: string, role: { type: ['string', 'null'] } }) },
          warnings: { type: 'array', items: string },
        }),
      ),
    },
  },
  {
    method: 'delete',
    path: '/api/maps/{id}/imports/{import}',
    summary: 'Takes an import back; what others edited or use stays.',
    role: 'editor',
    answers: {
      200: answer(
        'How many records went, and which stay.',
        object({
          removed: integer,
          kept: {
            type: 'array',
            items: object({ kind: string, id: string, title: string, because: { enum: ['edited', 'used'] } }),
          },
        }),
      ),
      409: 'It was taken back already.',
    },
  },
  {
    method: 'post',
    path: '/api/maps/{id}/imports/{import}/redo',
    summary: 'Puts back what went when an import was taken back, as an import of its own.',
    role: 'editor',
    answers: {
      200: answer('The new import.', object({ import: string, counts })),
      409: 'There is nothing to put back.',
    },
  },
  {
    method: 'get',
    path: '/api/maps/{id}/quotes/{quote}/original',
    summary:
      'The words of a quote before redaction, and the cells of its row that were changed. Facilitators only, where the map says so.',
    role: 'editor',
    answers: { 200: answer('The original.', object({ quote: string, ...original })) },
  },
  {
    method: 'put',
    path: '/api/maps/{id}/quotes/{quote}/original',
    summary: 'Keeps the words of a quote before redaction, once.',
    role: 'editor',
    body: json(object(original, ['text'])),
    answers: {
      200: answer('The original; what was sent, for those who may not see it.', object({ quote: string, ...original })),
      409: 'Other words are kept already, or these are not those of the quote.',
    },
  },
  {
    method: 'get',
    path: '/api/maps/{id}/files/{hash}',
    summary: 'A picture on a note, by the hash that the note holds.',
    role: 'viewer',
    answers: { 200: { description: 'The picture.', content: { 'image/png': bytes, 'image/webp': bytes } } },
  },
  {
    method: 'post',
    path: '/api/maps/{id}/files/{hash}',
    summary: 'Keeps a picture of up to 5 MiB. `hash` is the SHA-256 of the bytes that are sent, in hex.',
    role: 'editor',
    body: { 'image/png': bytes, 'image/jpeg': bytes, 'image/webp': bytes },
    answers: {
      201: answer(
        'The picture as it is kept: encoded anew, 2,000 pixels at most on its longer side, under its own hash.',
        object({ hash: string, width: integer, height: integer }),
      ),
      413: 'It is too large, has more than 40 million pixels, or the map is full of pictures.',
    },
  },
]
