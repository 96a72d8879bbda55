import { add, type Change, set } from '#shared/doc/change.ts'
import { newId } from '#shared/model/ids.ts'
import { KINDS, type PainPoint } from '#shared/model/kinds.ts'
import type { PainStatus } from '#shared/model/records/painPoints.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import type { Stance } from './claims.ts'
import { type TeamWish, teamFor } from './teams.ts'

type Step = Pick<PainPoint['history'][number], 'on' | 'words'>

/** Takes a pain point to another place on its path, and notes the day. */
export function takePainTo(open: OpenMap, pain: PainPoint, status: PainStatus): void {
  if (pain.status === status) return
  const on = new Date().toISOString().slice(0, 10)
  const history = [...pain.history, { status, on, words: '' }]
  open.session.apply([set('painPoints', pain.id, { status, history })])
}

/** Gives a pain point to a team, or to a team that does not exist yet, or to nobody. One step. */
export function givePainTo(open: OpenMap, pain: string, wish: TeamWish): void {
  const { team, changes } = teamFor(wish)
  open.session.apply([...changes, set('painPoints', pain, { team })])
}

/** Says when a step on the path of a pain point was taken, or with which words. */
export function changeStep(open: OpenMap, { id, history }: PainPoint, index: number, step: Partial<Step>): void {
  const changed = history.map((one, at) => (at === index ? { ...one, ...step } : one))
  open.session.apply([set('painPoints', id, { history: changed })])
}

/** Says of several quotes or excerpts at once on which side of a claim they stand; null takes that back. One step. */
export function takeSides(open: OpenMap, claim: string, quotes: readonly string[], stance: Stance | null): void {
  const own = new Set(quotes)
  if (stance === null) {
    const pieces = open.map.getState().map.evidence.filter(piece => piece.claim === claim && own.has(piece.quote))
    open.session.apply(pieces.map(({ id }): Change => ({ do: 'remove', kind: 'evidence', id })))
    return
  }
  const known = new Map(
    open.map
      .getState()
      .map.evidence.filter(record => record.claim === claim)
      .map(record => [record.quote, record]),
  )
  open.session.apply(
    quotes.map(quote => {
      const record = known.get(quote)
      return record
        ? set('evidence', record.id, { stance })
        : add('evidence', KINDS.evidence.make({ id: newId(), claim, quote, stance }))
    }),
  )
}
