import type { Promised, Touchpoint } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'
import { PROMISE_SIDES, type PromiseSide, STANDARDS, type Standard } from '../records/promises.ts'
import { type PromiseState, type PromiseStatus, promiseState, URGENCY } from './promiseState.ts'

/** A promise and how it stands. */
export type Standing = { readonly promise: Promised; readonly state: PromiseState }

/** One standard of a touchpoint, as it is promised to customers and, mirrored, to the staff who serve it. */
export type Mirrored = { readonly standard: Standard } & { readonly [S in PromiseSide]: readonly Standing[] }

/** The three standards of a touchpoint on an ISO day, both sides of each. Of one side there may be none, or several. */
export function standardsOf(promises: readonly Promised[], touchpoint: string, today: string): Mirrored[] {
  const own = promises.filter(promise => promise.touchpoint === touchpoint)
  return STANDARDS.map(standard => {
    const [customer, staff] = PROMISE_SIDES.map(side =>
      own
        .filter(promise => promise.standard === standard && promise.side === side)
        .map(promise => ({ promise, state: promiseState(promise, today) })),
    )
    return { standard, customer: customer ?? [], staff: staff ?? [] }
  })
}

/** What asks for somebody: these are flagged. */
const FLAGGED: ReadonlySet<PromiseStatus> = new Set<PromiseStatus>(['broken', 'overdue', 'due'])

export type Flag = Extract<PromiseStatus, 'broken' | 'overdue' | 'due'>

export function isFlag(status: PromiseStatus): status is Flag {
  return FLAGGED.has(status)
}

/** The most urgent of these promises on an ISO day; null when none asks for anything. */
export function flagOf(promises: readonly Promised[], today: string): Flag | null {
  let worst: Flag | null = null
  for (const promise of promises) {
    const { status } = promiseState(promise, today)
    if (isFlag(status) && (worst === null || URGENCY.indexOf(status) < URGENCY.indexOf(worst))) worst = status
  }
  return worst
}

/** The promises of a touchpoint that has any. */
export type Promising = { readonly touchpoint: Touchpoint; readonly standards: readonly Mirrored[] }

/** All promises of a map on an ISO day: by touchpoint in the order of the map, and what is due, the most urgent first. */
export function promiseRegister(map: MapDocument, today: string): { all: Promising[]; due: Standing[] } {
  const has = new Set(map.promises.map(({ touchpoint }) => touchpoint))
  const all = map.touchpoints
    .filter(({ id }) => has.has(id))
    .map(touchpoint => ({ touchpoint, standards: standardsOf(map.promises, touchpoint.id, today) }))
  const due = all
    .flatMap(({ standards }) => standards.flatMap(({ customer, staff }) => [...customer, ...staff]))
    .filter(({ state }) => isFlag(state.status))
    .sort((a, b) => rank(a) - rank(b) || (a.state.days ?? 0) - (b.state.days ?? 0))
  return { all, due }
}

function rank({ state }: Standing): number {
  return URGENCY.indexOf(state.status)
}
