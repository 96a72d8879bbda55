import type { Assumption, Excerpt, Lane, Stage, Touchpoint } from '../kinds.ts'
import { laneHolds } from '../records/lanes.ts'

/** Whether a lane of this id can hold them; none at all can. */
export function holds(laneOf: ReadonlyMap<string, Lane>, id: string | null, what: 'touchpoints' | 'notes'): boolean {
  const lane = laneOf.get(id ?? '')
  return !id || (lane !== undefined && laneHolds(lane.kind) === what)
}

/** Without a stage of its own a touchpoint spans nothing, and else only to a later stage. */
export function spanForwards(stages: readonly Stage[]): (touchpoint: Touchpoint) => Touchpoint {
  const position = new Map(stages.map((stage, index) => [stage.id, index]))
  return touchpoint => {
    if (touchpoint.untilStage === null) return touchpoint
    const from = position.get(touchpoint.stage) ?? Number.POSITIVE_INFINITY
    return (position.get(touchpoint.untilStage) ?? -1) > from ? touchpoint : { ...touchpoint, untilStage: null }
  }
}

/** The span of an excerpt within a quote of this length, in UTF-16 code units. */
export function clampSpan(excerpt: Excerpt, length: number): Excerpt {
  const start = Math.min(excerpt.start, length)
  const end = Math.min(Math.max(excerpt.end, start), length)
  return start === excerpt.start && end === excerpt.end ? excerpt : { ...excerpt, start, end }
}

/** Where assumptions replace each other in a circle, the one with the smallest id. */
export function smallestOfEachCircle(assumptions: readonly Assumption[]): ReadonlySet<string> {
  const replaces = new Map(assumptions.map(record => [record.id, record.replaces]))
  const walkOf = new Map<string, number>()
  const smallest = new Set<string>()
  let walk = 0
  for (const start of replaces.keys()) {
    walk += 1
    let at: string | null = start
    for (; at !== null && !walkOf.has(at); at = replaces.get(at) ?? null) walkOf.set(at, walk)
    if (at === null || walkOf.get(at) !== walk) continue
    let least = at
    for (let next = replaces.get(at) ?? at; next !== at; next = replaces.get(next) ?? at) if (next < least) least = next
    smallest.add(least)
  }
  return smallest
}
