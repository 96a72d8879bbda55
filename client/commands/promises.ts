import { add, type FieldsOf, set } from '#shared/doc/change.ts'
import { newId } from '#shared/model/ids.ts'
import { KINDS, type Promised } from '#shared/model/kinds.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { type TeamWish, teamFor } from './teams.ts'

type About = Pick<Promised, 'touchpoint' | 'side' | 'standard'>

/** Adds a promise that nobody has written yet. Returns its id. */
export function addPromise(open: OpenMap, about: About): string {
  const promise = KINDS.promises.make({ id: newId(), ...about })
  open.session.apply([add('promises', promise)])
  return promise.id
}

export function changePromise(open: OpenMap, id: string, fields: FieldsOf<'promises'>): void {
  open.session.apply([set('promises', id, fields)])
}

/** Says which team keeps a promise: one that is there, a new one, or nobody. One step. */
export function givePromiseTo(open: OpenMap, id: string, wish: TeamWish): void {
  const { team, changes } = teamFor(wish)
  open.session.apply([...changes, set('promises', id, { team })])
}

/** Adds a check to a promise. A colleague who adds one at the same moment loses none. */
export function addCheck(open: OpenMap, { id, checks }: Promised, check: Promised['checks'][number]): void {
  changePromise(open, id, { checks: [...checks, check] })
}

export function removeCheck(open: OpenMap, { id, checks }: Promised, index: number): void {
  changePromise(open, id, { checks: checks.filter((_, at) => at !== index) })
}
