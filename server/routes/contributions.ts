import { Hono } from 'hono'
import type { Admitted } from '../access/access.ts'
import {
  type Contributor,
  changeNote,
  changeQuote,
  changeVote,
  contributeNote,
  contributeQuote,
  contributeVote,
  stands,
  takeBackContribution,
} from '../contributions/contributions.ts'
import { CHANGES, CHANGES_TAKE, CONTRIBUTION_KINDS, TAKES, WISHES } from '../contributions/wishes.ts'
import { readSmallJson } from '../http/body.ts'
import { refuse } from '../http/refuse.ts'
import type { Contribution } from '../storage/records.ts'
import type { Deps, MapEnv } from './Deps.ts'
import { authorOf, guard } from './guard.ts'

/**
 * What people add who don't edit the map: the server checks it and writes it in their name, and only its author changes
 * it or takes it back. Mounted under a path that has the map's id as `:id`.
 */
export function contributions({ access, now, rooms, store }: Deps): Hono<MapEnv> {
  const app = new Hono<MapEnv>()
  app.use(guard(access, 'contributor'))

  const by = (admitted: Admitted): Contributor => ({
    author: authorOf(admitted),
    name: admitted.person?.name ?? '',
    now: now(),
  })

  async function own(map: string, id: string, admitted: Admitted): Promise<Contribution> {
    const found = await store.findContribution(map, id)
    if (!found) return refuse(404, 'unknown_contribution', 'This map has no such contribution.')
    if (found.author !== authorOf(admitted)) {
      refuse(403, 'not_yours', 'Only the one who contributed this can change it or take it back.')
    }
    return found
  }

  app.get('/', async c => {
    const map = c.get('map')
    const all = await store.listContributions(map, authorOf(c.get('admitted')))
    const standing = await rooms.with(map, room => all.filter(contribution => stands(room, contribution)))
    return c.json({ contributions: standing.map(shown) })
  })

  app.post('/', async c => {
    const body = await readSmallJson(c.req)
    const kind = CONTRIBUTION_KINDS.find(known => known === body.kind)
    if (!kind) refuse(400, 'unknown_kind', `Say with “kind” what this is. There are: ${CONTRIBUTION_KINDS.join(', ')}.`)
    const note = WISHES.note.safeParse(body)
    const quote = WISHES.quote.safeParse(body)
    const vote = WISHES.vote.safeParse(body)
    const me = by(c.get('admitted'))
    const done = await rooms.with(c.get('map'), room => {
      if (note.success) return contributeNote(room, note.data, me)
      if (quote.success) return contributeQuote(room, quote.data, me)
      if (vote.success) return contributeVote(room, vote.data, me)
      return refuse(400, 'bad_request', TAKES[kind])
    })
    return done.ok
      ? c.json({ contribution: shown(done.contribution) }, 201)
      : refuse(done.status, done.code, done.message)
  })

  app.patch('/:c', async c => {
    const map = c.get('map')
    const contribution = await own(map, c.req.param('c'), c.get('admitted'))
    const body = await readSmallJson(c.req)
    if (contribution.kind === 'quote' && 'text' in body) {
      refuse(400, 'words_stay', 'The words of a quote stay as they are: take it back and add it again.')
    }
    const me = by(c.get('admitted'))
    const complaint = await rooms.with(map, room => {
      if (contribution.kind === 'note') {
        const read = CHANGES.note.safeParse(body)
        return read.success
          ? changeNote(room, contribution, read.data, me)
          : refuse(400, 'bad_request', CHANGES_TAKE.note)
      }
      if (contribution.kind === 'vote') {
        const read = CHANGES.vote.safeParse(body)
        return read.success
          ? changeVote(room, contribution, read.data, me)
          : refuse(400, 'bad_request', CHANGES_TAKE.vote)
      }
      const read = CHANGES.quote.safeParse(body)
      return read.success
        ? changeQuote(room, contribution, read.data, me)
        : refuse(400, 'bad_request', CHANGES_TAKE.quote)
    })
    if (complaint) return refuse(complaint.status, complaint.code, complaint.message)
    return c.json({ contribution: shown(contribution) })
  })

  app.delete('/:c', async c => {
    const map = c.get('map')
    const contribution = await own(map, c.req.param('c'), c.get('admitted'))
    const complaint = await rooms.with(map, room => takeBackContribution(room, contribution, by(c.get('admitted'))))
    return complaint ? refuse(complaint.status, complaint.code, complaint.message) : c.body(null, 204)
  })

  return app
}

function shown({ id, kind, record }: Contribution) {
  return { id, kind, record }
}
