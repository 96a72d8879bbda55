import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { UNKNOWN } from '../model/kind.ts'
import { MAP_RECORD } from '../model/records/map.ts'
import { aMap } from '../testing/arbitraryMap.ts'
import { mapWith } from '../testing/mapWith.ts'
import { type Change, set } from './change.ts'
import { readDeleted } from './deleted.ts'
import { edit } from './edit.ts'
import { readEntries, readKept, readMap } from './read.ts'
import { newDoc, rootOf } from './roots.ts'
import { type Scrubbing, scrubbed } from './scrub.ts'
import { seed } from './seed.ts'

const nothing: Scrubbing = { erased: [], withdrawn: [], quotes: [], blackened: [] }
const by = { person: 'ada', now: 1 }

function map() {
  return seed(
    mapWith({
      touchpoints: [{ id: 't', title: 'Call', pinnedQuote: 'q1' }],
      customers: [
        { id: 'ann', alias: 'Customer 1', key: 'k-ann', facets: { city: 'Leeds' }, [UNKNOWN]: { more: 'about her' } },
        { id: 'ben', alias: 'Customer 2', facets: { city: 'York' } },
      ],
      quotes: [
        { id: 'q1', text: 'The needle was mine', customer: 'ann', row: { note: 'needle' } },
        { id: 'q2', text: 'Quick and kind', customer: 'ben', [UNKNOWN]: { kept: true } },
      ],
      excerpts: [{ id: 'x1', quote: 'q1', start: 4, end: 10 }],
      assumptions: [{ id: 'a', about: 'journey', text: 'Fine' }],
      evidence: [
        { id: 'e1', claim: 'a', quote: 'q1' },
        { id: 'e2', claim: 'a', quote: 'x1' },
        { id: 'e3', claim: 'a', quote: 'q2' },
      ],
    }),
    by,
  )
}

function does(doc: Y.Doc, ...changes: Change[]): void {
  edit(doc, changes, by)
}

function bytesOf(doc: Y.Doc): string {
  return new TextDecoder().decode(Y.encodeStateAsUpdate(doc))
}

describe('a map without what must go', () => {
  it('lacks the quotes, their excerpts and the evidence on both, and holds everything else', () => {
    const doc = map()
    const clean = scrubbed(doc, { ...nothing, erased: ['ann'], quotes: ['q1'] })
    const now = readMap(clean)
    expect(now.quotes.map(({ id }) => id)).toEqual(['q2'])
    expect([...rootOf(clean, 'excerpts').keys()]).toEqual([])
    expect([...rootOf(clean, 'evidence').keys()]).toEqual(['e3'])
    expect(now.evidence.map(({ id }) => id)).toEqual(['e3'])
    expect(now.customers).toEqual(readMap(doc).customers.slice(1))
    expect(now.quotes[0]).toEqual(readMap(doc).quotes[1])
    expect(now.touchpoints[0]?.pinnedQuote).toBeNull()
    expect(bytesOf(clean)).not.toContain('needle')
    expect(bytesOf(clean)).not.toContain('Leeds')
    expect(bytesOf(clean)).not.toContain('k-ann')
  })

  it('keeps of who withdrew only by what they are known again', () => {
    const clean = scrubbed(map(), { ...nothing, withdrawn: ['ann'], quotes: ['q1'] })
    const [ann] = readMap(clean).customers
    expect(ann).toMatchObject({ id: 'ann', alias: 'Customer 1', key: 'k-ann', consent: 'withdrawn', facets: {} })
    expect(bytesOf(clean)).not.toMatch(/needle|Leeds|about her/)
  })

  it('lacks what stands in deleted and in changed records too', () => {
    const doc = map()
    does(doc, { do: 'remove', kind: 'quotes', id: 'q1' }, { do: 'remove', kind: 'evidence', id: 'e1' })
    does(doc, set('customers', 'ann', { alias: 'Needle woman' }), { do: 'remove', kind: 'customers', id: 'ann' })
    const clean = scrubbed(doc, { ...nothing, erased: ['ann'], quotes: ['q1'] })
    expect(bytesOf(clean)).not.toMatch(/needle/i)
    expect(readDeleted(clean)).toEqual([])
  })

  it('holds nothing that was overwritten or that stands where nobody reads it', () => {
    const doc = map()
    doc.getMap('elsewhere').set('x', 'needle')
    rootOf(doc, 'quotes').set('odd', new Y.Text('needle'))
    rootOf(doc, 'touchpoints').set('odd', 'needle')
    const clean = scrubbed(doc, { ...nothing, quotes: ['q1'] })
    expect(bytesOf(clean)).not.toContain('needle')
  })

  it('blackens spans of a quote wherever its words stand', () => {
    const doc = map()
    does(doc, set('quotes', 'q1', { text: 'The needle was mine', kind: 'wish' }), {
      do: 'remove',
      kind: 'quotes',
      id: 'q1',
    })
    const blackened = [{ quote: 'q1', length: 19, spans: [{ start: 4, end: 10 }] }]
    const clean = scrubbed(doc, { ...nothing, blackened })
    const kept = readKept(clean, 'quotes', 'q1')
    expect(kept).toMatchObject({
      isGone: true,
      record: { text: 'The ██████ was mine', kind: 'wish', row: { note: 'needle' } },
    })
    expect(bytesOf(clean)).not.toContain('The needle')
  })

  it('blackens all of a text that is not the one in which the spans were chosen', () => {
    const clean = scrubbed(map(), {
      ...nothing,
      blackened: [{ quote: 'q1', length: 5, spans: [{ start: 0, end: 1 }] }],
    })
    expect(readMap(clean).quotes[0]?.text).toBe('█'.repeat(19))
  })

  it('is read letter for letter as before where nothing has to go, deleted records included', () => {
    fc.assert(
      fc.property(aMap, fc.nat(), (any, pick) => {
        const doc = seed(any, by)
        const ids = readEntries(doc, 'quotes').map(({ id }) => id)
        const some = ids[pick % Math.max(1, ids.length)]
        if (some !== undefined) does(doc, { do: 'remove', kind: 'quotes', id: some })
        does(doc, set('map', MAP_RECORD, { scenario: 'Another one' }))
        const clean = scrubbed(doc, nothing)
        expect(readMap(clean)).toEqual(readMap(doc))
        expect(readDeleted(clean)).toEqual(readDeleted(doc))
        const again = newDoc()
        Y.applyUpdate(again, Y.encodeStateAsUpdate(clean))
        expect(readMap(again)).toEqual(readMap(doc))
      }),
      { numRuns: 50 },
    )
  })
})
