import fc from 'fast-check'
import { LIST_NAMES, type ListName } from '../model/kindNames.ts'
import type { MapDocument } from '../model/MapDocument.ts'
import { anId, aRecord } from './arbitraryMap.ts'

type Anything = { id: string }

/** Something that happens to a map as it is stored: untouched records, and lists, stay the very same objects. */
export type MapStep = { readonly name: string; apply(map: MapDocument): MapDocument }

function changing(kind: ListName, change: (list: readonly Anything[]) => Anything[]): MapStep['apply'] {
  return map => ({ ...map, [kind]: change(map[kind] as readonly Anything[]) })
}

/** A record that comes, or takes the place of the one with its id. */
function putting(kind: ListName): fc.Arbitrary<MapStep> {
  return aRecord(kind, anId(kind)).map(record => {
    const { id } = record as Anything
    return {
      name: `put ${kind} ${id}`,
      apply: changing(kind, list =>
        list.some(other => other.id === id)
          ? list.map(other => (other.id === id ? (record as Anything) : other))
          : [...list, record as Anything],
      ),
    }
  })
}

function dropping(kind: ListName): fc.Arbitrary<MapStep> {
  return anId(kind).map(id => ({
    name: `drop ${kind} ${id}`,
    apply: changing(kind, list => list.filter(other => other.id !== id)),
  }))
}

/** Takes one record out and puts it somewhere else. */
function moving(kind: ListName): fc.Arbitrary<MapStep> {
  return fc.tuple(fc.nat(5), fc.nat(5)).map(([from, to]) => ({
    name: `move ${kind} ${from} to ${to}`,
    apply: changing(kind, list => {
      const [record] = list.slice(from, from + 1)
      const others = list.filter(other => other !== record)
      return record ? [...others.slice(0, to), record, ...others.slice(to)] : others
    }),
  }))
}

const aStep = fc
  .constantFrom(...LIST_NAMES)
  .chain(kind => fc.oneof({ arbitrary: putting(kind), weight: 3 }, dropping(kind), moving(kind)))

/** What happens to a map between two looks at it: mostly one thing, sometimes several. */
export const someLooks: fc.Arbitrary<readonly (readonly MapStep[])[]> = fc.array(
  fc.array(aStep, { minLength: 1, maxLength: 3 }),
  { maxLength: 12 },
)
