import { QUOTE_KINDS } from '#shared/model/records/quotes.ts'
import { answer, json, object, type Route } from '../../http/openapi.ts'
import { maybeString, maybeTime, number, string } from './schemas.ts'

const contribution = object({ id: string, kind: { enum: ['note', 'quote', 'vote'] }, record: string })
const notePlace = { stage: maybeString, lane: maybeString, x: number, y: number }
const quoteDetails = { touchpoint: maybeString, quoteKind: { enum: QUOTE_KINDS }, saidOn: maybeString, channel: string }

const boolean = { type: 'boolean' } as const
const place = { scene: string, words: boolean, black: boolean }

const sessionState = object({
  locked: { type: 'boolean' },
  lockedAt: maybeTime,
  lockedBy: maybeString,
  storage: { enum: ['working', 'failing'] },
  lead: {
    anyOf: [
      { type: 'null' },
      object({ by: maybeString, name: string, scene: string, words: boolean, black: boolean, following: number }),
    ],
  },
})

/** What people do on a map without editing it, and what belongs to the workshop. */
export const WORKSHOP: readonly Route[] = [
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
    summary: 'Adds a note, a quote or a vote for an opportunity in the name of whoever asks.',
    role: 'contributor',
    body: json({
      oneOf: [
        object({ kind: { const: 'note' }, text: string, ...notePlace }, ['kind', 'text']),
        object({ kind: { const: 'quote' }, text: string, customer: maybeString, how: string, ...quoteDetails }, [
          'kind',
          'text',
        ]),
        object({ kind: { const: 'vote' }, opportunity: string }),
      ],
    }),
    answers: {
      201: answer('The contribution; `record` is its id on the map.', object({ contribution })),
      409: 'This vote has been cast already.',
    },
  },
  {
    method: 'patch',
    path: '/api/maps/{id}/contributions/{c}',
    summary: 'Changes a contribution of one’s own; the words of a quote stay.',
    role: 'contributor',
    body: json({
      anyOf: [object({ text: string, ...notePlace }), object(quoteDetails), object({ opportunity: string })],
    }),
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
    path: '/api/maps/{id}/session',
    summary: 'The state of the workshop.',
    role: 'viewer',
    answers: { 200: answer('The state.', sessionState) },
  },
  {
    method: 'post',
    path: '/api/maps/{id}/session',
    summary:
      'Locks the map, so that its editors are contributors, or opens it (facilitators). Takes the lead of a presentation (editors), hands it to a person who is here, moves it to a scene or ends it (whoever leads; facilitators hand over and end too).',
    role: 'viewer',
    body: json({
      oneOf: [
        object({ command: { enum: ['lock', 'unlock', 'end'] } }, ['command']),
        object({ command: { const: 'lead' }, ...place }, ['command']),
        object({ command: { const: 'hand' }, to: string }, ['command', 'to']),
        object({ command: { const: 'scene' }, ...place }, ['command', 'scene']),
      ],
    }),
    answers: {
      200: answer('The state from now on.', sessionState),
      403: 'The role does not reach, or somebody else leads.',
      409: 'Whoever should get the lead is not on the map.',
    },
  },
]
