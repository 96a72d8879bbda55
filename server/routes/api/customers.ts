import { answer, json, object, type Route } from '../../http/openapi.ts'
import { integer, string } from './schemas.ts'

const gone = object({ quotes: integer, versions: integer })
const span = object({ start: integer, end: integer }, ['start', 'end'])
const words = object({ quote: string, text: string })

/** What must not stay anywhere. Each rewrites the map's history: everybody who has it open is closed with 4410. */
export const CUSTOMERS: readonly Route[] = [
  {
    method: 'post',
    path: '/api/maps/{id}/customers/{c}/withdraw',
    summary:
      'Takes a customer’s words out of the map and all of its history. Alias, persona and key stay, as withdrawn.',
    role: 'editor',
    answers: { 200: answer('How many quotes went, and how many versions were gone through.', gone) },
  },
  {
    method: 'delete',
    path: '/api/maps/{id}/customers/{c}',
    summary: 'Erases a customer from the map and all of its history: record, key, quotes and what stands on them.',
    role: 'facilitator',
    answers: { 200: answer('How many quotes went, and how many versions were gone through.', gone) },
  },
  {
    method: 'post',
    path: '/api/maps/{id}/quotes/{q}/redact',
    summary:
      'Blacks out spans of a quote, in UTF-16 code units, in the map and all of its history. The original is kept.',
    role: 'editor',
    body: json(object({ spans: { type: 'array', items: span } }, ['spans'])),
    answers: { 200: answer('The words as they are shown now.', words) },
  },
  {
    method: 'delete',
    path: '/api/maps/{id}/quotes/{q}/redact',
    summary:
      'Shows again what was blacked out by hand; what is found automatically stays black. For those who may see originals.',
    role: 'editor',
    answers: { 200: answer('The words as they are shown now.', words) },
  },
]
