import { ROLES } from '#shared/model/roles.ts'
import { answer, json, object, type Route } from '../../http/openapi.ts'
import { bytes, counts, integer, map, maybeTime, string, time } from './schemas.ts'

const role = { type: 'string', enum: ROLES }
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

const person = object({ id: string, name: string, color: string })

/** Maps, and who comes to them. */
export const MAPS: readonly Route[] = [
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
    query: {
      brief: '1: without title and counts, which takes no time on the largest map.',
      coming: '1: with `brief`, by whoever is about to open the socket; the map is loaded meanwhile.',
    },
    answers: {
      200: answer(
        'The map; `person` is who the token belongs to, null for a link; `epoch` is for the socket’s address.',
        object({
          ...{ id: string, title: string, role, createdAt: time, updatedAt: time, counts, epoch: integer },
          person: { anyOf: [person, { type: 'null' }] },
        }),
      ),
    },
  },
  {
    method: 'get',
    path: '/api/maps/{id}/whole',
    summary:
      'The document of a map as it lies on the disk, for whoever has nothing of it and is about to open the socket.',
    role: 'viewer',
    answers: {
      200: {
        description: 'Epoch, version and updates; PROTOCOL.md tells the form.',
        content: { 'application/octet-stream': bytes },
      },
      409: 'Its log is damaged, so that the socket alone brings what can be read.',
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
      201: answer('The person.', object({ person, role, token: string })),
    },
  },
  {
    method: 'patch',
    path: '/api/maps/{id}/people/me',
    summary: 'Gives the person whose token this is another name and colour.',
    role: 'viewer',
    body: json(object({ name: string, color: string }, ['name'])),
    answers: { 200: answer('The person.', object({ person })), 409: 'This is a link’s token, which has no name.' },
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
]
