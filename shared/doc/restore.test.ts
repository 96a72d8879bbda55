import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { writeJson } from '../formats/json/write.ts'
import { LIST_NAMES } from '../model/kindNames.ts'
import type { MapDocument } from '../model/MapDocument.ts'
import { aMap, garbage } from '../testing/arbitraryMap.ts'
import { mapWith } from '../testing/mapWith.ts'
import { anIntent, type Intent } from '../testing/randomEdits.ts'
import { type Change, set } from './change.ts'
import { readDeleted } from './deleted.ts'
import { edit } from './edit.ts'
import { decodeDoc, encodeDoc, updateOf } from './encode.ts'
import { goneMark } from './goneMark.ts'
import { readEntries, readKept, readMap } from './read.ts'
import { restoreVersion } from './restore.ts'
import { allRoots, rootOf } from './roots.ts'
import { seed } from './seed.ts'

const ALL = { person: 'ada', now: 99, onlyDeleted: false }
const DELETED = { ...ALL, onlyDeleted: true }
const json = (doc: Y.Doc) => writeJson(readMap(doc))
const copy = (doc: Y.Doc) => decodeDoc(encodeDoc(doc))
const made = (map: MapDocument) => seed(map, { person: 'seed', now: 0 })
const does = (doc: Y.Doc, ...changes: Change[]) => edit(doc, changes, { person: 'ben', now: 7 })

function run(doc: Y.Doc, intents: readonly Intent[]): void {
  for (const [now, intent] of intents.entries()) edit(doc, intent.changes(readMap(doc)), { person: 'ben', now })
}

/** A map, what was done to it before the version was kept, and what was done after. */
const aPast = fc.tuple(aMap, fc.array(anIntent('a'), { maxLength: 12 }), fc.array(anIntent('b'), { maxLength: 20 }))

describe('a restored version', () => {
  it('reads exactly as it did, whatever was done since', () => {
    fc.assert(
      fc.property(aPast, ([map, before, after]) => {
        const doc = made(map)
        run(doc, before)
        const then = copy(doc)
        run(doc, after)
        fc.pre(nobodyWithdrew(then, doc))
        restoreVersion(doc, then, ALL)
        expect(json(doc)).toBe(json(then))
        const again = updateOf(doc, () => restoreVersion(doc, then, ALL))
        expect(again).toEqual(Uint8Array.of(0, 0))
      }),
      { numRuns: 150 },
    )
  })

  it('reads exactly as it did also where a hostile client wrote what no edit of ours writes', () => {
    const aWrite = fc.record({
      root: fc.nat(),
      key: fc.constantFrom('map', 'x', 'at', 'title', 'order', 'gone', '~', 'history', 'text'),
      value: garbage.filter(isStorable),
      way: fc.constantFrom('in', 'over', 'clear'),
    })
    fc.assert(
      fc.property(aMap, fc.array(aWrite, { maxLength: 12 }), (map, writes) => {
        const doc = made(map)
        const then = copy(doc)
        const roots = allRoots(doc)
        for (const { root, key, value, way } of writes) {
          const target = roots[root % roots.length] ?? expect.unreachable()
          const ids = [...target.keys()]
          const id = ids[root % Math.max(1, ids.length)] ?? 'x'
          const record = target.get(id)
          if (way === 'in' && record instanceof Y.Map) record.set(key, value)
          else if (way === 'clear') target.delete(id)
          else target.set(way === 'over' ? id : `${id}/${key}`, value)
        }
        fc.pre(nobodyWithdrew(then, doc))
        restoreVersion(doc, then, ALL)
        expect(json(doc)).toBe(json(then))
      }),
      { numRuns: 150 },
    )
  })

  it('says how many records came back, changed and went', () => {
    const doc = made(
      mapWith({
        touchpoints: [
          { id: 'a', title: 'A' },
          { id: 'b', title: 'B' },
        ],
      }),
    )
    const then = copy(doc)
    does(doc, { do: 'remove', kind: 'touchpoints', id: 'a' }, set('touchpoints', 'b', { title: 'Better' }))
    does(
      doc,
      ...mapWith({ notes: [{ id: 'n' }] }).notes.map((record): Change => ({ do: 'add', kind: 'notes', record })),
    )
    expect(restoreVersion(doc, then, ALL)).toEqual({
      back: { touchpoints: 1 },
      changed: { touchpoints: 1 },
      gone: { notes: 1 },
    })
    expect(goneMark(doc, 'notes', 'n')).toEqual({ person: 'ada', at: 99 })
  })

  it('keeps what a colleague types into a text at that moment', () => {
    const doc = made(mapWith({ touchpoints: [{ id: 't', title: 'Call the workshop' }] }))
    const then = copy(doc)
    does(doc, set('touchpoints', 't', { title: 'Call the shop' }))
    const colleague = copy(doc)
    const restoring = updateOf(doc, () => restoreVersion(doc, then, ALL))
    const typing = updateOf(colleague, () => does(colleague, set('touchpoints', 't', { title: 'Call the shop twice' })))
    Y.applyUpdate(doc, typing)
    Y.applyUpdate(colleague, restoring)
    expect(json(doc)).toBe(json(colleague))
    expect(readMap(doc).touchpoints[0]?.title).toBe('Call the workshop twice')
  })

  it('writes again what was purged from the document', () => {
    const map = mapWith({
      touchpoints: [{ id: 't', title: 'T' }],
      quotes: [{ id: 'q', text: 'Words', touchpoint: 't' }],
    })
    const doc = made(map)
    const then = copy(doc)
    for (const [kind, id] of [
      ['touchpoints', 't'],
      ['quotes', 'q'],
    ] as const)
      rootOf(doc, kind).delete(id)
    expect(restoreVersion(doc, then, DELETED).back).toEqual({ touchpoints: 1, quotes: 1 })
    expect(json(doc)).toBe(json(then))
  })

  it('brings no words back of a customer who withdrew them, and no consent', () => {
    const doc = made(
      mapWith({
        customers: [{ id: 'will', consent: 'given' }, { id: 'ann' }],
        quotes: [
          { id: 'w', text: 'Mine', customer: 'will' },
          { id: 'a', text: 'Hers', customer: 'ann' },
        ],
      }),
    )
    const then = copy(doc)
    does(doc, set('customers', 'will', { consent: 'withdrawn' }))
    does(doc, { do: 'remove', kind: 'quotes', id: 'w' }, { do: 'remove', kind: 'quotes', id: 'a' })
    restoreVersion(doc, then, ALL)
    expect(readMap(doc).quotes.map(({ text }) => text)).toEqual(['Hers'])
    expect(readMap(doc).customers[0]?.consent).toBe('withdrawn')
  })
})

describe('bringing back what was deleted', () => {
  it('brings every record back that the version had, and leaves all others and all that came after as they are', () => {
    fc.assert(
      fc.property(aPast, ([map, before, after]) => {
        const doc = made(map)
        run(doc, before)
        const then = copy(doc)
        run(doc, after)
        fc.pre(nobodyWithdrew(then, doc))
        const live = copy(doc)
        const deletedBefore = readDeleted(doc).length
        const { back, changed, gone } = restoreVersion(doc, then, DELETED)
        expect([changed, gone]).toEqual([{}, {}])
        let came = 0
        for (const kind of LIST_NAMES) {
          const now = new Map(readEntries(doc, kind).map(entry => [entry.id, entry]))
          for (const { id } of readEntries(then, kind)) expect(now.has(id)).toBe(true)
          for (const entry of readEntries(live, kind)) {
            expect(now.get(entry.id)).toEqual(entry)
            now.delete(entry.id)
          }
          came += now.size
          expect(now.size).toBe(back[kind] ?? 0)
        }
        expect(readDeleted(doc)).toHaveLength(deletedBefore - came)
      }),
      { numRuns: 150 },
    )
  })

  it('keeps what was written into a record after the version and before it was deleted', () => {
    const doc = made(mapWith({ touchpoints: [{ id: 't', title: 'Then' }] }))
    const then = copy(doc)
    does(doc, set('touchpoints', 't', { title: 'Later' }))
    does(doc, { do: 'remove', kind: 'touchpoints', id: 't' })
    restoreVersion(doc, then, DELETED)
    expect(readMap(doc).touchpoints[0]?.title).toBe('Later')
  })
})

describe('the list of what was deleted', () => {
  it('names each record with who deleted it and when, the newest first', () => {
    const doc = made(mapWith({ touchpoints: [{ id: 't', title: 'Call' }], quotes: [{ id: 'q', text: 'Words' }] }))
    edit(doc, [{ do: 'remove', kind: 'quotes', id: 'q' }], { person: 'ada', now: 1 })
    edit(doc, [{ do: 'remove', kind: 'touchpoints', id: 't' }], { person: 'ben', now: 2 })
    expect(readDeleted(doc)).toEqual([
      { kind: 'touchpoints', id: 't', title: 'Call', by: { person: 'ben', at: 2 } },
      { kind: 'quotes', id: 'q', title: 'Words', by: { person: 'ada', at: 1 } },
    ])
  })
})

/** Otherwise their words stay away, which another test is about. */
function nobodyWithdrew(then: Y.Doc, doc: Y.Doc): boolean {
  const isWithdrawn = (at: Y.Doc, id: string) => readKept(at, 'customers', id)?.record.consent === 'withdrawn'
  return [...rootOf(doc, 'customers').keys()].every(
    id => !isWithdrawn(doc, id) || isWithdrawn(then, id) || !readKept(then, 'customers', id),
  )
}

function isStorable(value: unknown): boolean {
  try {
    new Y.Doc().getMap('x').set('y', value)
    return true
  } catch {
    return false
  }
}
