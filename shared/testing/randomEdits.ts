import fc from 'fast-check'
import { add, type Change, set } from '../doc/change.ts'
import { KIND_NAMES, LIST_NAMES } from '../model/kindNames.ts'
import { KINDS } from '../model/kinds.ts'
import type { MapDocument } from '../model/MapDocument.ts'
import { anId, aRecord, aText } from './arbitraryMap.ts'

/** An edit that is made from the map as its author sees it, as commands do it. */
export type Intent = { name: string; changes(map: MapDocument): Change[] }

function existing(map: MapDocument, kind: (typeof LIST_NAMES)[number], pick: number): string | null {
  const list = map[kind]
  return list.length === 0 ? null : (list[pick % list.length]?.id ?? null)
}

const aList = fc.constantFrom(...LIST_NAMES)
const aPick = fc.nat(20)

/** Adds a record of any kind with an id that nobody else uses. */
function adding(prefix: string): fc.Arbitrary<Intent> {
  return aList.chain(kind =>
    fc
      .tuple(
        aRecord(
          kind,
          fc.uuid().map(id => `${prefix}${id}`),
        ),
        fc.option(aPick),
      )
      .map(([record, pick]) => ({
        name: `add ${kind} ${(record as { id: string }).id}`,
        changes: map => [add(kind, record as never, pick === null ? null : existing(map, kind, pick))],
      })),
  )
}

/** Sets some fields of a record to what a random other record of that kind has. */
const setting: fc.Arbitrary<Intent> = fc.constantFrom(...KIND_NAMES).chain(kind =>
  fc
    .tuple(aRecord(kind, fc.constant('-')), aPick, fc.subarray([...KINDS[kind].fieldNames]))
    .map(([like, pick, names]) => ({
      name: `set ${kind} ${names.join(',')}`,
      changes: map => {
        const id = kind === 'map' ? 'map' : existing(map, kind, pick)
        const fields = Object.fromEntries(names.map(name => [name, (like as Record<string, unknown>)[name]]))
        return id === null ? [] : [set(kind, id, fields as never)]
      },
    })),
)

/** Types into a title: letters in, letters out, anywhere. */
const typing: fc.Arbitrary<Intent> = fc.tuple(aText, fc.nat(8), fc.nat(3), aPick).map(([text, at, cut, pick]) => ({
  name: `type ${JSON.stringify(text)} at ${at}`,
  changes: map => {
    const touchpoint = map.touchpoints[pick % Math.max(1, map.touchpoints.length)]
    if (!touchpoint) return []
    const letters = [...touchpoint.title.toWellFormed()]
    letters.splice(Math.min(at, letters.length), cut, text.toWellFormed())
    const to = letters.join('')
    return [{ do: 'type', kind: 'touchpoints', id: touchpoint.id, field: 'title', from: touchpoint.title, to }]
  },
}))

const moving: fc.Arbitrary<Intent> = fc.tuple(aList, aPick, aPick).map(([kind, pick, before]) => ({
  name: `move ${kind}`,
  changes: map => {
    const id = existing(map, kind, pick)
    return id === null ? [] : [{ do: 'move', kind, id, before: existing(map, kind, before) }]
  },
}))

const removing: fc.Arbitrary<Intent> = fc.tuple(aList, aPick).map(([kind, pick]) => ({
  name: `remove ${kind}`,
  changes: map => {
    const id = existing(map, kind, pick)
    return id === null ? [] : [{ do: 'remove', kind, id }]
  },
}))

/** Brings back a record that may have been deleted. */
const restoring: fc.Arbitrary<Intent> = aList.chain(kind =>
  anId(kind).map(id => ({ name: `restore ${kind}`, changes: () => [{ do: 'restore', kind, id }] as Change[] })),
)

/** Any edit a person could make; ids of what they add start with their name. */
export function anIntent(person: string): fc.Arbitrary<Intent> {
  return fc.oneof(
    { weight: 3, arbitrary: adding(person) },
    { weight: 4, arbitrary: setting },
    { weight: 3, arbitrary: typing },
    { weight: 2, arbitrary: moving },
    { weight: 2, arbitrary: removing },
    { weight: 1, arbitrary: restoring },
  )
}
