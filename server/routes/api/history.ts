import { answer, json, object, type Route } from '../../http/openapi.ts'
import { counts, integer, map, maybeString, string, time } from './schemas.ts'

const authors = { type: 'array', items: object({ id: string, name: maybeString }) }
const version = object({ number: integer, at: time, name: maybeString, authors })

/** Versions of a map. */
export const HISTORY: readonly Route[] = [
  {
    method: 'get',
    path: '/api/maps/{id}/versions',
    summary: 'Lists the versions, the newest first, each with who wrote since the one before.',
    role: 'viewer',
    answers: {
      200: answer(
        'The versions, and who wrote since the newest of them.',
        object({ versions: { type: 'array', items: version }, since: authors }),
      ),
    },
  },
  {
    method: 'post',
    path: '/api/maps/{id}/versions',
    summary: 'Keeps the map as it is now, under a name.',
    role: 'editor',
    body: json(object({ name: string }, ['name'])),
    answers: { 201: answer('The version.', version), 409: 'The map has as many named versions as it may have.' },
  },
  {
    method: 'patch',
    path: '/api/maps/{id}/versions/{n}',
    summary: 'Names a version; null takes its name away.',
    role: 'editor',
    body: json(object({ name: maybeString }, ['name'])),
    answers: { 200: answer('The version.', version) },
  },
  {
    method: 'get',
    path: '/api/maps/{id}/versions/{n}/export/{format}',
    summary: 'The map as it was, as a file. There is json.',
    role: 'viewer',
    query: { anonymous: '1: nobody in it can be told by name.' },
    answers: { 200: { description: 'The map document.', content: { 'application/json': { schema: map } } } },
  },
  {
    method: 'post',
    path: '/api/maps/{id}/versions/{n}/restore',
    summary: 'Makes the map what it was, as one edit that writes nothing that is the same.',
    role: 'editor',
    body: json(object({ only: { const: 'deleted' } })),
    answers: {
      200: answer(
        'Records that came back, changed and went, by kind. `before` is the version that holds the map as it was until now.',
        object({ back: counts, changed: counts, gone: counts, before: integer }),
      ),
    },
  },
]
