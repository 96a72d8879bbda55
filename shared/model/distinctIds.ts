import { MAX_ID, type NameSpace } from './field.ts'
import { ID_SPACES } from './ids.ts'
import { KIND_NAMES, type KindName, LIST_NAMES, type ListName } from './kindNames.ts'
import { KINDS } from './kinds.ts'
import type { MapDocument } from './MapDocument.ts'

type Anything = { readonly id: string }
type Renamed = ReadonlyMap<ListName, ReadonlyMap<string, string>>

/** An id that no record may have, since it would change objects instead of naming one. */
const FORBIDDEN = '__proto__'
/** Letters that are kept of an id for which another is found: room for a number. */
const KEPT = MAX_ID - 12

/**
 * The map with an id of its own for each record that shares one with another which the same reference could name, or that
 * is called as a reserved word. Merging what no editor of ours writes can leave that behind: the open map says what it
 * means (see `mend`), but a file of it would be refused. The kind that comes first in KIND_NAMES keeps its id, and every
 * reference goes on naming what it named. The same map gives the same ids; a sound one stays the very same object.
 */
export function distinctIds(map: MapDocument): MapDocument {
  const renamed = renamedIn(map)
  if (renamed.size === 0) return map
  const named = new Map(LIST_NAMES.map(kind => [kind, new Set((map[kind] as readonly Anything[]).map(({ id }) => id))]))
  const isNamed = (kind: KindName, id: string) => kind !== 'map' && (named.get(kind)?.has(id) ?? false)
  const lists = LIST_NAMES.map(kind => {
    const own = renamed.get(kind)
    const records = (map[kind] as readonly Anything[]).map(record => {
      const id = own?.get(record.id)
      return follow(kind, id === undefined ? record : { ...record, id }, renamed, isNamed)
    })
    return [kind, records] as const
  })
  return { ...map, ...Object.fromEntries(lists), map: follow('map', map.map, renamed, isNamed) } as MapDocument
}

/** New ids by kind and old id. */
function renamedIn(map: MapDocument): Renamed {
  const renamed = new Map<ListName, Map<string, string>>()
  const shared = new Set(ID_SPACES.flatMap(({ kinds }) => kinds))
  const alone = LIST_NAMES.filter(kind => !shared.has(kind)).map(kind => ({ kinds: [kind], words: [] }))
  for (const { kinds, words } of [...ID_SPACES, ...alone]) {
    const lists = KIND_NAMES.filter((kind): kind is ListName => kind !== 'map' && kinds.includes(kind))
    const all = new Set(lists.flatMap(kind => (map[kind] as readonly Anything[]).map(({ id }) => id)))
    const taken = new Set<string>([...words, FORBIDDEN])
    for (const kind of lists) {
      for (const { id } of map[kind] as readonly Anything[]) {
        if (!taken.has(id)) {
          taken.add(id)
          continue
        }
        const free = freeId(id, one => taken.has(one) || all.has(one))
        taken.add(free)
        const own = renamed.get(kind) ?? new Map<string, string>()
        renamed.set(kind, own.set(id, free))
      }
    }
  }
  return renamed
}

function freeId(id: string, isTaken: (id: string) => boolean): string {
  const kept = id.slice(0, KEPT).toWellFormed()
  for (let number = 2; ; number++) {
    const free = `${kept}-${number}`
    if (!isTaken(free)) return free
  }
}

/** The record with its references naming what they named: a reserved word, else the first kind that has the id. */
function follow<T extends Anything>(
  kind: KindName,
  record: T,
  renamed: Renamed,
  isNamed: (kind: KindName, id: string) => boolean,
): T {
  let followed = record
  for (const [field, { names }] of Object.entries(KINDS[kind].fields) as [string, { names?: readonly NameSpace[] }][]) {
    if (!names) continue
    const meant = (id: unknown): unknown => {
      if (typeof id !== 'string' || names.some(space => typeof space !== 'string' && space.words.includes(id)))
        return id
      const of = KIND_NAMES.find(one => names.includes(one) && isNamed(one, id))
      return (of !== undefined && of !== 'map' && renamed.get(of)?.get(id)) || id
    }
    const value = (record as Readonly<Record<string, unknown>>)[field]
    const next = Array.isArray(value) ? value.map(meant) : meant(value)
    const isSame = Array.isArray(value) ? value.every((id, at) => id === (next as unknown[])[at]) : next === value
    if (!isSame) followed = { ...followed, [field]: next }
  }
  return followed
}
