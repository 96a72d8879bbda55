import { KINDS, type Touchpoint } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'
import type { EvidenceIndex } from './EvidenceIndex.ts'
import { evidenceFollower } from './evidenceFollower.ts'
import { filterer, type WordsFilter } from './filter.ts'

/** One of two things that are compared: a map, and which of its words count. */
export type ComparedSide = { readonly map: MapDocument; readonly evidence: EvidenceIndex }

/** What one side knows of a touchpoint. */
export type SideOfTouchpoint = {
  readonly touchpoint: string
  /** Different customers. */
  readonly customers: number
  /** What customers felt; in another map, where nobody said so, what its team assumes, −2…2. Null where neither is known. */
  readonly feeling: number | null
  readonly basis: 'heard' | 'assumed' | null
  /** Heard from as many customers as that map needs. */
  readonly solid: boolean
}

/** A touchpoint on both sides, or on one alone. */
export type ComparedTouchpoint = {
  readonly title: string
  readonly sides: readonly [SideOfTouchpoint | null, SideOfTouchpoint | null]
  /** Feeling of the second side less that of the first; null while one of them is missing. */
  readonly difference: number | null
}

export type ComparedStage = {
  readonly id: string
  readonly title: string
  /** Different customers on each side, over all touchpoints of the stage; null where a side has no such stage. */
  readonly customers: readonly [number | null, number | null]
  readonly touchpoints: readonly ComparedTouchpoint[]
}

/** A map of which only the words that pass a filter count. `today` is an ISO day. */
export function comparedSide(map: MapDocument, filter: WordsFilter, today: string): ComparedSide {
  const counted = filterer()(map, filter)
  return { map, evidence: evidenceFollower()(counted.map, today, counted.inPart) }
}

/**
 * Sets two sides beside each other, by stage and touchpoint in the order of the first; what only the second has comes
 * after. In two maps the same id means the same thing (one was made from the other), else the same name does: of a
 * touchpoint first within its stage, then anywhere.
 */
export function compareSides(first: ComparedSide, second: ComparedSide): ComparedStage[] {
  const stages = paired(stagesOf(first.map), stagesOf(second.map), ({ title }) => title)
  const stageOf = new Map(stages.flatMap(([a, b]) => (a && b ? [[b.id, a.id] as const] : [])))
  const inFirst = (stage: string) => stageOf.get(stage) ?? `second ${stage}`
  const own = first.map.touchpoints.map(record => ({ ...named(record), stage: record.stage }))
  const others = second.map.touchpoints.map(record => ({ ...named(record), stage: inFirst(record.stage) }))
  const within = paired(own, others, ({ stage, title }) => title && JSON.stringify([stage, title]))
  const alone = {
    own: within.flatMap(([a, b]) => (a && !b ? [a] : [])),
    others: within.flatMap(([a, b]) => (b && !a ? [b] : [])),
  }
  const anywhere = new Map(
    paired(alone.own, alone.others, ({ title }) => title).flatMap(([a, b]) => (a && b ? [[a.id, b] as const] : [])),
  )
  const moved = new Set([...anywhere.values()].map(({ id }) => id))
  const rows = within.flatMap(([a, b]): Pair<Named & { stage: string }>[] => {
    if (a && !b) return [[a, anywhere.get(a.id) ?? null]]
    return b && !a && moved.has(b.id) ? [] : [[a, b]]
  })
  return stages.flatMap(([a, b]): ComparedStage[] => {
    const id = a?.id ?? `second ${b?.id}`
    const here = rows.filter(([one, other]) => (one ?? other)?.stage === id)
    if (id === UNSORTED && here.length === 0) return []
    return [
      {
        id,
        title: (a ?? b)?.shown ?? '',
        customers: [
          a &&
            heardOn(
              first,
              here.map(([one]) => one),
            ),
          b &&
            heardOn(
              second,
              here.map(([, other]) => other),
            ),
        ],
        touchpoints: here.map(([one, other]) => rowOf(first, second, one, other)),
      },
    ]
  })
}

type Named = {
  readonly id: string
  /** What is compared: without case, and `''` for a thing without a name of its own. */
  readonly title: string
  readonly shown: string
}
type Pair<T> = readonly [T, T] | readonly [T, null] | readonly [null, T]

/** The place of touchpoints without a stage. */
const UNSORTED = ''

function stagesOf({ stages }: MapDocument): Named[] {
  const own = stages.map(stage => ({ id: stage.id, title: sameName(stage.name), shown: KINDS.stages.title(stage) }))
  return [...own, { id: UNSORTED, title: '', shown: 'Unsorted' }]
}

function named(touchpoint: Touchpoint): Named {
  return { id: touchpoint.id, title: sameName(touchpoint.title), shown: KINDS.touchpoints.title(touchpoint) }
}

function sameName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
}

/** Pairs what has the same id, then what has the same key; of several with one key the first with the first. `''` pairs nothing. */
function paired<T extends Named>(own: readonly T[], others: readonly T[], keyOf: (one: T) => string): Pair<T>[] {
  const left = new Map(others.map(other => [other.id, other]))
  const partner = new Map<T, T>()
  const pair = (one: T, other: T | undefined) => {
    if (!other) return
    partner.set(one, other)
    left.delete(other.id)
  }
  for (const one of own) pair(one, left.get(one.id))
  const byKey = Map.groupBy(left.values(), keyOf)
  for (const one of own) if (keyOf(one) !== '' && !partner.has(one)) pair(one, byKey.get(keyOf(one))?.shift())
  return [
    ...own.map((one): Pair<T> => {
      const other = partner.get(one)
      return other ? [one, other] : [one, null]
    }),
    ...[...left.values()].map((other): Pair<T> => [null, other]),
  ]
}

function heardOn({ evidence }: ComparedSide, touchpoints: readonly (Named | null)[]): number {
  const heard = new Set<string>()
  for (const one of touchpoints) if (one) for (const customer of evidence.customersOn(one.id)) heard.add(customer)
  return heard.size
}

function rowOf(first: ComparedSide, second: ComparedSide, one: Named | null, other: Named | null): ComparedTouchpoint {
  // Within one map the guess is the same on both sides: beside a feeling that was heard it would look like a difference.
  const withGuess = first.map !== second.map
  const [a, b] = [one && sideOf(first, one.id, withGuess), other && sideOf(second, other.id, withGuess)]
  const isFelt = a && b && a.feeling !== null && b.feeling !== null
  return {
    title: (one ?? other)?.shown ?? '',
    sides: [a, b],
    difference: isFelt ? (b.feeling ?? 0) - (a.feeling ?? 0) : null,
  }
}

function sideOf({ map, evidence }: ComparedSide, touchpoint: string, withGuess: boolean): SideOfTouchpoint {
  const heard = evidence.heardFeeling(touchpoint)
  const assumed = withGuess ? evidence.assumedFeeling(touchpoint) : null
  return {
    touchpoint,
    customers: evidence.heard(touchpoint),
    feeling: heard?.median ?? assumed,
    basis: heard ? 'heard' : assumed === null ? null : 'assumed',
    solid: heard !== null && heard.customers >= map.map.voicesNeeded,
  }
}
