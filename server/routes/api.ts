import { QUOTE_KINDS } from '#shared/model/records/quotes.ts'
import { ROLES } from '#shared/model/roles.ts'
import { answer, json, object, type Route } from '../http/openapi.ts'

const map = { $ref: '/schema/map-1.json' }
const bytes = { schema: { type: 'string', format: 'binary' } }
const text = { schema: { type: 'string' } }
const time = { type: 'string', format: 'date-time' }
const role = { type: 'string', enum: ROLES }

const string = { type: 'string' }
const maybeString = { type: ['string', 'null'] }
const maybeTime = { ...time, type: ['string', 'null'] }
const number = { type: 'number' }
const integer = { type: 'integer' }
const link = object({ token: string, url: string })
const wholeLink = object({
  id: string,
  role,
  label: string,
  createdAt: time,
  expiresAt: maybeTime,
  token: string,
  url: string,
})
const counts = { type: 'object', additionalProperties: integer }
const rows = { type: 'array', items: object({ row: integer, reason: string }) }
const original = { text: string, row: { type: 'object' } }

const sessionState = object({
  locked: { type: 'boolean' },
  lockedAt: maybeTime,
  lockedBy: maybeString,
  storage: { enum: ['working', 'failing'] },
})

const contribution = object({ id: string, kind: { enum: ['note', 'quote'] }, record: string })
const notePlace = { stage: maybeString, lane: maybeString, x: number, y: number }
const quoteDetails = { touchpoint: maybeString, quoteKind: { enum: QUOTE_KINDS }, saidOn: maybeString, channel: string }

/** Every route; `health.test` holds this list to what is really served. */
export const API: readonly Route[] = [
  {
    method: 'post',
    path: '/api/maps',
    summary: 'Makes a map: an empty one, from a template, the sample, a map document, or a picture that holds one.',
    role: null,
    body: {
      'application/json': {
        schema: { anyOf: [object({ title: string, template: string, sample: { const: true } }), map] },
      },
      'image/png': bytes,
    },
    answers: {
      201: answer(
        'The map and a link for each role.',
        object({ id: string, title: string, links: object(Object.fromEntries(ROLES.map(role => [role, link]))) }),
      ),
    },
  },
  {
    method: 'get',
    path: '/api/maps/{id}',
    summary: 'Describes a map.',
    role: 'viewer',
    answers: {
      200: answer('The map.', object({ id: string, title: string, role, createdAt: time, updatedAt: time, counts })),
    },
  },
  {
    method: 'delete',
    path: '/api/maps/{id}',
    summary: 'Deletes a map for good and closes its sockets.',
    role: 'facilitator',
    answers: { 204: 'Deleted.' },
  },
  {
    method: 'post',
    path: '/api/maps/{id}/people',
    summary: 'Says who comes in by a link, and gives a token of their own.',
    role: 'viewer',
    body: json(object({ name: string, color: string }, ['name'])),
    answers: {
      201: answer(
        'The person.',
        object({ person: object({ id: string, name: string, color: string }), role, token: string }),
      ),
    },
  },
  {
    method: 'get',
    path: '/api/maps/{id}/links',
    summary: 'Lists the links that were not revoked.',
    role: 'facilitator',
    answers: { 200: answer('The links.', object({ links: { type: 'array', items: wholeLink } })) },
  },
  {
    method: 'post',
    path: '/api/maps/{id}/links',
    summary: 'Makes a link.',
    role: 'facilitator',
    body: json(object({ role, label: string, expiresAt: { anyOf: [time, integer, { type: 'null' }] } }, ['role'])),
    answers: { 201: answer('The link.', wholeLink) },
  },
  {
    method: 'delete',
    path: '/api/maps/{id}/links/{link}',
    summary: 'Revokes a link and closes the sockets of everybody who came through it.',
    role: 'facilitator',
    answers: { 204: 'Revoked.', 409: 'This is the last facilitator link.' },
  },
  {
    method: 'get',
    path: '/api/maps/{id}/export/{format}',
    summary: 'The map as a file.',
    role: 'viewer',
    query: {
      anonymous: '1: nobody in it can be told by name.',
      originals: '1 (editor; json and csv): with the words before redaction, unless anonymous.',
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
    summary: 'Adds a table of quotes or another map, all of it or nothing.',
    role: 'editor',
    query: { format: 'csv or json.', preview: '1: nothing is written.' },
    body: {
      'multipart/form-data': {
        schema: object({ file: { type: 'string', format: 'binary' }, choices: string }, ['file']),
      },
      'text/csv': text,
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
    summary: 'The words of a quote before redaction, and the cells of its row that were changed.',
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
      200: answer('The original.', object({ quote: string, ...original })),
      409: 'Other words are kept already, or these are not those of the quote.',
    },
  },
  {
    method: 'get',
    path: '/api/maps/{id}/contributions',
    summary: 'Lists one’s own contributions that are still on the map, oldest first.',
    role: 'contributor',
    answers: { 200: answer('The contributions.', object({ contributions: { type: 'array', items: contribution } })) },
  },
  {
    method: 'post',
    path: '/api/maps/{id}/contributions',
    summary: 'Adds a note or a quote in the name of whoever asks.',
    role: 'contributor',
    body: json({
      oneOf: [
        object({ kind: { const: 'note' }, text: string, ...notePlace }, ['kind', 'text']),
        object({ kind: { const: 'quote' }, text: string, customer: maybeString, how: string, ...quoteDetails }, [
          'kind',
          'text',
        ]),
      ],
    }),
    answers: { 201: answer('The contribution; `record` is its id on the map.', object({ contribution })) },
  },
  {
    method: 'patch',
    path: '/api/maps/{id}/contributions/{c}',
    summary: 'Changes a contribution of one’s own; the words of a quote stay.',
    role: 'contributor',
    body: json({ anyOf: [object({ text: string, ...notePlace }), object(quoteDetails)] }),
    answers: { 200: answer('The contribution.', object({ contribution })), 403: 'It is somebody else’s.' },
  },
  {
    method: 'delete',
    path: '/api/maps/{id}/contributions/{c}',
    summary: 'Takes a contribution of one’s own back.',
    role: 'contributor',
    answers: { 204: 'Taken back.', 403: 'It is somebody else’s.' },
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
  {
    method: 'get',
    path: '/api/maps/{id}/session',
    summary: 'The state of the workshop.',
    role: 'viewer',
    answers: { 200: answer('The state.', sessionState) },
  },
  {
    method: 'post',
    path: '/api/maps/{id}/session',
    summary: 'Locks the map, so that its editors are contributors, or opens it.',
    role: 'facilitator',
    body: json(object({ command: { enum: ['lock', 'unlock'] } }, ['command'])),
    answers: { 200: answer('The state from now on.', sessionState) },
  },
  { method: 'get', path: '/healthz', summary: 'Whether the process works.', role: null, answers: { 200: 'It does.' } },
  {
    method: 'get',
    path: '/readyz',
    summary: 'Whether new work is taken.',
    role: null,
    answers: { 200: 'It is.', 503: 'The server is leaving, or its database is lost.' },
  },
  {
    method: 'get',
    path: '/metrics',
    summary: 'Figures for Prometheus.',
    role: null,
    answers: { 200: { description: 'The figures.', content: { 'text/plain': text } } },
  },
  {
    method: 'get',
    path: '/schema/map-1.json',
    summary: 'The JSON Schema of a map document.',
    role: null,
    answers: {
      200: { description: 'The schema.', content: { 'application/schema+json': { schema: { type: 'object' } } } },
    },
  },
]
