import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { writeJson } from '../formats/json/write.ts'
import { aMap } from '../testing/arbitraryMap.ts'
import { anIntent } from '../testing/randomEdits.ts'
import { edit } from './edit.ts'
import { applyFirst, applyUpdate, encodeDoc } from './encode.ts'
import { readMap } from './read.ts'
import { newDoc } from './roots.ts'
import { StateDecoder } from './StateDecoder.ts'
import { seed } from './seed.ts'

/** What a map has become, as one update. */
const aState = fc.tuple(aMap, fc.array(anIntent('a'), { maxLength: 15 })).map(([map, intents]) => {
  const doc = seed(map, { person: 'seed', now: 0 })
  for (const [now, intent] of intents.entries()) edit(doc, intent.changes(readMap(doc)), { person: 'ben', now })
  return encodeDoc(doc)
})

const anyText = fc.string({ unit: 'binary', maxLength: 60 })
const anyValue = fc.jsonValue({ stringUnit: 'binary', depthSize: 'small' })

describe('the decoder of whole maps', () => {
  it('reads what the one of Yjs reads', () => {
    fc.assert(
      fc.property(aState, fc.array(fc.tuple(anyText, anyValue)), (state, values) => {
        const more = new Y.Doc()
        for (const [key, value] of values) more.getMap('quotes').set(key, value)
        const [ours, stock] = [newDoc(), newDoc()]
        for (const update of [state, Y.encodeStateAsUpdate(more)]) {
          Y.applyUpdateV2(ours, update, null, StateDecoder)
          Y.applyUpdate(stock, update)
        }
        expect(writeJson(readMap(ours))).toBe(writeJson(readMap(stock)))
        expect(ours.getMap('quotes').toJSON()).toEqual(stock.getMap('quotes').toJSON())
        expect(Y.encodeStateAsUpdate(ours)).toEqual(Y.encodeStateAsUpdate(stock))
      }),
      { numRuns: 50 },
    )
  })

  it('asks for no name, id or word a second time', () => {
    const doc = new Y.Doc()
    const text = 'Nobody told me how long it would take, so I called twice.'
    for (let at = 0; at < 1_000; at += 1) doc.getMap('quotes').set(`q${at}`, { text, source: 'survey', customer: 'c1' })
    const decode = vi.spyOn(TextDecoder.prototype, 'decode')
    try {
      applyUpdate(newDoc(), Y.encodeStateAsUpdate(doc))
      expect(decode).toHaveBeenCalledTimes(1_000)
    } finally {
      decode.mockRestore()
    }
  })

  it('refuses what is cut off', () => {
    const state = encodeDoc(seed(readMap(newDoc()), { person: 'seed', now: 0 }))
    for (const length of [1, 10, Math.floor(state.length / 2)]) {
      expect(() => Y.applyUpdateV2(newDoc(), state.subarray(0, length), null, StateDecoder)).toThrow()
    }
  })
})

describe('the first update of a document', () => {
  it('is told as it came, by whom it came from', () => {
    fc.assert(
      fc.property(aState, state => {
        const doc = newDoc()
        const told: unknown[] = []
        doc.on('update', (update: Uint8Array, origin: unknown) => told.push([update, origin]))
        applyFirst(doc, state, 'server')
        expect(told).toEqual([[state, 'server']])
        expect((told[0] as [Uint8Array])[0]).toBe(state)
        expect(encodeDoc(doc)).toEqual(encodeDoc(withUpdate(state)))
        doc.getMap('map').set('later', 1)
        expect(told).toHaveLength(2)
      }),
      { numRuns: 30 },
    )
  })

  it('is followed by what Yjs tidies up in it by itself', () => {
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'one two three', { bold: true })
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    doc.getText('t').delete(4, 4)
    other.getText('t').format(2, 8, { bold: null })
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    const merged = Y.mergeUpdates([Y.encodeStateAsUpdate(doc), Y.encodeStateAsUpdate(other)])
    const [first, stock] = [new Y.Doc(), new Y.Doc()]
    const told: [Uint8Array, unknown][] = []
    first.on('update', (update: Uint8Array, origin: unknown) => told.push([update, origin]))
    for (const one of [first, stock]) one.getText('t')
    applyFirst(first, merged, 'server')
    Y.applyUpdate(stock, merged, 'server')
    expect(told).toHaveLength(2)
    const copy = new Y.Doc()
    for (const [update] of told) Y.applyUpdate(copy, update)
    expect(encodeDoc(copy)).toEqual(encodeDoc(first))
    expect(encodeDoc(first)).toEqual(encodeDoc(stock))
  })

  it('is not told where it says nothing', () => {
    const doc = newDoc()
    const told: unknown[] = []
    doc.on('update', update => told.push(update))
    applyFirst(doc, Uint8Array.of(0, 0), 'server')
    expect(told).toEqual([])
  })
})

function withUpdate(update: Uint8Array): Y.Doc {
  const doc = newDoc()
  Y.applyUpdate(doc, update)
  return doc
}
