import type { Field, NameSpace } from './field.ts'
import { KIND_NAMES, type KindName, type ListName } from './kindNames.ts'
import { type Assumption, type Excerpt, KINDS, type Lane, type RecordOf, type Stage, type Touchpoint } from './kinds.ts'
import type { MapDocument } from './MapDocument.ts'
import { laneHolds } from './records/lanes.ts'

type Reference = { field: string; names: readonly NameSpace[]; fallback: unknown }

/** The fields of each kind that name other records. */
const REFERENCES = KIND_NAMES.map(kind => {
  const fields: [string, Field<unknown>][] = Object.entries(KINDS[kind].fields)
  const references = fields.flatMap(([field, { names, fallback }]) => (names ? [{ field, names, fallback }] : []))
  return { kind, references }
}).filter(({ references }) => references.length > 0)

/**
 * Records that mean nothing without what they name. In this order, because an excerpt or an assumption
 * that is left out takes its evidence along.
 */
const NEEDED: readonly { kind: ListName; fields: readonly string[] }[] = [
  { kind: 'excerpts', fields: ['quote'] },
  { kind: 'assumptions', fields: ['about'] },
  { kind: 'links', fields: ['from', 'to'] },
  { kind: 'evidence', fields: ['claim', 'quote'] },
]

/**
 * The map without references that name nothing, as merging and deleting leave them behind. Nothing is lost by it: the
 * document still holds what is mended here, so restoring a deleted record brings back what pointed to it.
 *
 * Pure and deterministic, so every client and the server see the same map. What needs no mending stays the very same
 * object, up to the whole map.
 *
 * - A field that may be empty becomes empty; lists lose the entry. A touchpoint's stage or lane becomes `''` (unsorted).
 * - Links, evidence, excerpts and assumptions that name nothing are left out; so is a link from a thing to itself.
 * - Touchpoints and notes leave lanes of a kind that cannot hold them. A touchpoint spans only to a later stage.
 * - The span of an excerpt lies within its quote. Where assumptions replace each other in a circle, the one with
 *   the smallest id replaces none.
 * - Where records of two kinds share an id that one reference can name, both stay: the reference means the kind that
 *   comes first in KIND_NAMES, and a reserved word means the word before any record. `''` names nothing.
 */
export function mend(map: MapDocument): MapDocument {
  let mended = map
  const idsOf = new Map<NameSpace, ReadonlySet<unknown>>()

  function ids(space: NameSpace): ReadonlySet<unknown> {
    let set = idsOf.get(space)
    if (!set) {
      set = new Set(typeof space === 'string' ? recordsOf(mended, space).map(record => record.id) : space.words)
      idsOf.set(space, set)
    }
    return set
  }

  function isNamed(names: readonly NameSpace[], value: unknown): boolean {
    return value !== '' && names.some(space => ids(space).has(value))
  }

  function change<N extends ListName>(kind: N, rule: (record: RecordOf<N>) => RecordOf<N> | null): void {
    const before = mended[kind] as unknown as RecordOf<N>[]
    const after = mapSame(before, rule)
    if (after !== before) mended = { ...mended, [kind]: after }
  }

  for (const { kind, fields } of NEEDED) {
    const needed = referencesOf(kind).filter(reference => fields.includes(reference.field))
    change(kind, record => (needed.every(({ field, names }) => isNamed(names, fieldOf(record, field))) ? record : null))
  }
  change('links', link => (link.from === link.to ? null : link))

  for (const { kind, references } of REFERENCES) {
    const rule = <T extends object>(record: T) => emptyDangling(record, references, isNamed)
    if (kind !== 'map') change(kind, rule)
    else if (rule(mended.map) !== mended.map) mended = { ...mended, map: rule(mended.map) }
  }

  const laneOf = new Map(mended.lanes.map(lane => [lane.id, lane]))
  change('notes', note => (holds(laneOf, note.lane, 'notes') ? note : { ...note, lane: null }))
  change('touchpoints', touchpoint =>
    holds(laneOf, touchpoint.lane, 'touchpoints') ? touchpoint : { ...touchpoint, lane: '' },
  )
  change('touchpoints', spanForwards(mended.stages))
  const lengthOf = new Map(mended.quotes.map(quote => [quote.id, quote.text.length]))
  change('excerpts', excerpt => clampSpan(excerpt, lengthOf.get(excerpt.quote) ?? 0))
  const cut = smallestOfEachCircle(mended.assumptions)
  change('assumptions', record => (cut.has(record.id) ? { ...record, replaces: null } : record))
  return mended
}

function recordsOf(map: MapDocument, kind: KindName): readonly { id: string }[] {
  return kind === 'map' ? [map.map] : map[kind]
}

function referencesOf(kind: KindName): readonly Reference[] {
  return REFERENCES.find(entry => entry.kind === kind)?.references ?? []
}

function fieldOf(record: object, field: string): unknown {
  return (record as Record<string, unknown>)[field]
}

/** The same array where nothing changed. A rule's null leaves an item out. */
function mapSame<T>(items: T[], rule: (item: T) => T | null): T[] {
  let changed = false
  const kept: T[] = []
  for (const item of items) {
    const ruled = rule(item)
    if (ruled !== item) changed = true
    if (ruled !== null) kept.push(ruled)
  }
  return changed ? kept : items
}

function emptyDangling<T extends object>(
  record: T,
  references: readonly Reference[],
  isNamed: (names: readonly NameSpace[], value: unknown) => boolean,
): T {
  let mended = record
  for (const { field, names, fallback } of references) {
    const value = fieldOf(record, field)
    const kept = Array.isArray(value)
      ? mapSame(value, id => (isNamed(names, id) ? id : null))
      : value === fallback || isNamed(names, value)
        ? value
        : fallback
    if (kept !== value) mended = { ...mended, [field]: kept }
  }
  return mended
}

function holds(laneOf: ReadonlyMap<string, Lane>, id: string | null, what: 'touchpoints' | 'notes'): boolean {
  const lane = laneOf.get(id ?? '')
  return !id || (lane !== undefined && laneHolds(lane.kind) === what)
}

/** Without a stage of its own a touchpoint spans nothing. */
function spanForwards(stages: readonly Stage[]): (touchpoint: Touchpoint) => Touchpoint {
  const position = new Map(stages.map((stage, index) => [stage.id, index]))
  return touchpoint => {
    const from = position.get(touchpoint.stage) ?? Number.POSITIVE_INFINITY
    const fits = touchpoint.untilStage === null || (position.get(touchpoint.untilStage) ?? -1) > from
    return fits ? touchpoint : { ...touchpoint, untilStage: null }
  }
}

function clampSpan(excerpt: Excerpt, length: number): Excerpt {
  const start = Math.min(excerpt.start, length)
  const end = Math.min(Math.max(excerpt.end, start), length)
  return start === excerpt.start && end === excerpt.end ? excerpt : { ...excerpt, start, end }
}

function smallestOfEachCircle(assumptions: readonly Assumption[]): ReadonlySet<string> {
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
