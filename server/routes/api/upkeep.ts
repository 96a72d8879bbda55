import type { Route } from '../../http/openapi.ts'
import { text } from './schemas.ts'

/** What whoever runs the server asks. */
export const UPKEEP: readonly Route[] = [
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
