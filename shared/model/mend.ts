import { listChanges } from '../util/listChanges.ts'
import type { Field, NameSpace } from './field.ts'
import { KIND_NAMES, LIST_NAMES, type ListName } from './kindNames.ts'
import { type Assumption, KINDS, type Link, type MapInfo, type Quote, type RecordOf } from './kinds.ts'
import { emptyMap, type MapDocument } from './MapDocument.ts'
import { Names } from './mending/Names.ts'
import { Ruled, type Scope } from './mending/Ruled.ts'
import { clampSpan, holds, smallestOfEachCircle, spanForwards } from './mending/rules.ts'

type Reference = { field: string; names: readonly NameSpace[]; fallback: unknown }
type Anything = { readonly id: string }
type Rule = (record: Anything) => Anything | null

/** The fields of each kind that name other records. */
const REFERENCES = new Map(
  KIND_NAMES.map(kind => {
    const fields: [string, Field<unknown>][] = Object.entries(KINDS[kind].fields)
    return [kind, fields.flatMap(([field, { names, fallback }]) => (names ? [{ field, names, fallback }] : []))]
  }),
)

/**
 * Records that mean nothing without what they name. In this order, because an excerpt or an assumption
 * that is left out takes its evidence along.
 */
const NEEDED = new Map<ListName, readonly string[]>([
  ['excerpts', ['quote']],
  ['assumptions', ['about']],
  ['links', ['from', 'to']],
  ['evidence', ['claim', 'quote']],
  ['promises', ['touchpoint']],
  ['guesses', ['assumption']],
  ['votes', ['opportunity']],
])

/**
 * The map without references that name nothing, as merging and deleting leave them behind. Nothing is lost by it: the
 * document still holds what is mended here, so restoring a deleted record brings back what pointed to it.
 *
 * Pure and deterministic, so every client and the server see the same map. What needs no mending stays the very same
 * object, up to the whole map.
 *
 * - A field that may be empty becomes empty; lists lose the entry. A touchpoint's stage or lane becomes `''` (unsorted).
 * - Links, evidence, excerpts, assumptions, promises, guesses and votes that name nothing are left out; so is a link
 *   from a thing to itself.
 * - Touchpoints and notes leave lanes of a kind that cannot hold them. A touchpoint spans only to a later stage.
 * - The span of an excerpt lies within its quote. Where assumptions replace each other in a circle, the one with
 *   the smallest id replaces none.
 * - Where records of two kinds share an id that one reference can name, both stay: the reference means the kind that
 *   comes first in KIND_NAMES, and a reserved word means the word before any record. `''` names nothing.
 */
export function mend(map: MapDocument): MapDocument {
  return mender()(map)
}

/**
 * `mend` for a map that changes: each call looks only at what changed since the last one, and at what names that, told
 * by identity. Ids have to be unique within each list.
 */
export function mender(): (map: MapDocument) => MapDocument {
  const names = new Names()
  const kept = new Map<ListName, Ruled<Anything>>()
  const filled = new Map<ListName, Ruled<Anything>>()
  const info = new Ruled<MapInfo>()
  const straight = new Ruled<Assumption>()
  /** The lists as they were, without the records that mean nothing: what could be named. */
  let before = emptyMap()
  let cut: ReadonlySet<string> = new Set()

  /** Leaves out what means nothing, and keeps the names up to date. Answers whether a quote's length changed. */
  function keep(map: MapDocument): { lists: MapDocument; resized: boolean } {
    const lists: MapDocument = { ...map }
    let resized = false
    for (const kind of [...LIST_NAMES.filter(name => !NEEDED.has(name)), ...NEEDED.keys()]) {
      const fields = NEEDED.get(kind)
      if (fields) {
        const needed = (REFERENCES.get(kind) ?? []).filter(({ field }) => fields.includes(field))
        const rule: Rule = record => {
          if (kind === 'links' && (record as Link).from === (record as Link).to) return null
          return needed.every(({ field, names: spaces }) => names.has(spaces, fieldOf(record, field))) ? record : null
        }
        put(lists, kind, ruled(kept, kind).apply(map[kind], rule, names.scopeOf(spacesOf(needed))))
      }
      const changes = listChanges<Anything>(before[kind], lists[kind])
      if (kind === 'quotes') resized = (changes.come as readonly Quote[]).some(isResized)
      names.follow(kind, changes)
    }
    return { lists, resized }
  }

  function isResized({ id, text }: Quote): boolean {
    const old = names.get('quotes', id) as Quote | undefined
    return old !== undefined && old.text.length !== text.length
  }

  return map => {
    names.beginRound()
    const { lists, resized } = keep(map)
    const rules = rulesFor(lists, names)
    const sameGrid = lists.lanes === before.lanes && lists.stages === before.stages
    const wide = new Set<ListName>([
      ...(sameGrid ? [] : (['touchpoints', 'notes'] as const)),
      ...(resized ? ['excerpts' as const] : []),
    ])

    const mended: MapDocument = { ...lists }
    for (const kind of LIST_NAMES) {
      const references = REFERENCES.get(kind) ?? []
      if (references.length === 0) continue
      const empty: Rule = record => emptyDangling(record, references, names)
      const more = rules[kind]
      const rule: Rule = more ? record => more(empty(record) ?? record) : empty
      const scope: Scope = wide.has(kind) ? 'all' : names.scopeOf(spacesOf(references))
      put(mended, kind, ruled(filled, kind).apply(lists[kind], rule, scope))
    }
    const circles = smallestOfEachCircle(mended.assumptions)
    const sameCircles = circles.size === 0 && cut.size === 0
    cut = circles
    const uncircled = (record: Assumption) => (circles.has(record.id) ? { ...record, replaces: null } : record)
    put(mended, 'assumptions', straight.apply(mended.assumptions, uncircled, sameCircles ? 'changed' : 'all'))

    const references = REFERENCES.get('map') ?? []
    const ofMap = (record: MapInfo) => emptyDangling(record, references, names)
    mended.map = info.apply([map.map], ofMap, names.scopeOf(spacesOf(references)))[0] ?? map.map
    before = lists
    return isSame(map, mended) ? map : mended
  }
}

/** What else holds for records of a kind, beside that their references name something. */
function rulesFor(map: MapDocument, names: Names): { readonly [N in ListName]?: Rule } {
  const laneOf = new Map(map.lanes.map(lane => [lane.id, lane]))
  const forwards = spanForwards(map.stages)
  const rule = <N extends ListName>(_: N, change: (record: RecordOf<N>) => RecordOf<N>) => change as unknown as Rule
  return {
    notes: rule('notes', note => (holds(laneOf, note.lane, 'notes') ? note : { ...note, lane: null })),
    touchpoints: rule('touchpoints', touchpoint =>
      forwards(holds(laneOf, touchpoint.lane, 'touchpoints') ? touchpoint : { ...touchpoint, lane: '' }),
    ),
    excerpts: rule('excerpts', excerpt => {
      const quote = names.get('quotes', excerpt.quote) as Quote | undefined
      return clampSpan(excerpt, quote?.text.length ?? 0)
    }),
  }
}

function ruled(all: Map<ListName, Ruled<Anything>>, kind: ListName): Ruled<Anything> {
  const known = all.get(kind) ?? new Ruled<Anything>()
  all.set(kind, known)
  return known
}

function put(map: MapDocument, kind: ListName, list: readonly Anything[]): void {
  const lists = map as unknown as Record<ListName, readonly Anything[]>
  lists[kind] = list
}

function isSame(a: MapDocument, b: MapDocument): boolean {
  return a.map === b.map && LIST_NAMES.every(kind => a[kind] === b[kind])
}

function spacesOf(references: readonly Reference[]): NameSpace[] {
  return references.flatMap(({ names }) => names)
}

function fieldOf(record: object, field: string): unknown {
  return (record as Record<string, unknown>)[field]
}

function emptyDangling<T extends object>(record: T, references: readonly Reference[], names: Names): T {
  let mended = record
  for (const { field, names: spaces, fallback } of references) {
    const value = fieldOf(record, field)
    const kept = Array.isArray(value)
      ? withoutDangling(value, spaces, names)
      : value === fallback || names.has(spaces, value)
        ? value
        : fallback
    if (kept !== value) mended = { ...mended, [field]: kept }
  }
  return mended
}

/** The same array where every entry names something. */
function withoutDangling(ids: readonly unknown[], spaces: readonly NameSpace[], names: Names): readonly unknown[] {
  return ids.every(id => names.has(spaces, id)) ? ids : ids.filter(id => names.has(spaces, id))
}
