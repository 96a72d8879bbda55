import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newDoc } from '#shared/doc/roots.ts'
import { addsNothing, readClaim } from './admit.ts'
import { dropPending } from './loadMap.ts'
import { typed } from './testing/testRooms.ts'

const read = (update: Uint8Array) => {
  const claim = readClaim(update)
  if (!claim) throw new Error('Not an update.')
  return claim
}

/** A document with everything that Yjs knows in it, and an update that builds on it and deletes in it. */
function rich() {
  const doc = newDoc()
  const update = (change: () => void) => {
    const before = Y.encodeStateVector(doc)
    doc.transact(change)
    return Y.encodeStateAsUpdate(doc, before)
  }
  const base = update(() => {
    doc.getText().insert(0, 'words that people typed 🚲')
    doc.getMap('touchpoints').set('t1', new Y.Map([['title', new Y.Text('Call')]]))
    doc.getMap('quotes').set('q1', { text: 'Too late', row: { a: [1, null, 'x'] } })
    doc.getArray('list').insert(0, [1, 2, new Uint8Array([1, 2])])
  })
  const next = update(() => {
    doc.getText().delete(2, 5)
    doc.getText().insert(4, 'new')
    doc.getMap('quotes').set('q1', { text: 'Too early' })
    doc.getMap('touchpoints').delete('t1')
    doc.getArray('list').insert(1, ['between'])
  })
  return { doc, base, next }
}

describe('admission', () => {
  it('tells updates that add nothing from those that would change the map', () => {
    const doc = newDoc()
    const first = typed(doc, 'map')
    const second = typed(doc, ' more')
    const other = newDoc()
    Y.applyUpdate(other, first)
    expect(addsNothing(other, read(first))).toBe(true)
    expect(addsNothing(other, read(Y.encodeStateAsUpdate(other)))).toBe(true)
    expect(addsNothing(other, read(second))).toBe(false)
    expect(addsNothing(other, read(Y.encodeStateAsUpdate(doc)))).toBe(false)
  })

  it('sees an attempt to delete, also of only some letters, and of what is not there', () => {
    const doc = newDoc()
    typed(doc, 'words')
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    const deletion = new Promise<Uint8Array>(resolve => copy.once('update', resolve))
    copy.getText().delete(1, 2)
    return deletion.then(update => {
      expect(addsNothing(doc, read(update))).toBe(false)
      expect(addsNothing(newDoc(), read(update))).toBe(false)
      Y.applyUpdate(doc, update)
      expect(addsNothing(doc, read(update))).toBe(true)
    })
  })

  it('agrees with what Yjs itself says about snapshots', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ at: fc.nat(30), length: fc.nat(4), words: fc.string() })), steps => {
        const doc = newDoc()
        const seen = newDoc()
        const updates: Uint8Array[] = []
        doc.on('update', update => updates.push(update))
        for (const { at, length, words } of steps) {
          const text = doc.getText()
          if (words === '' || length > words.length)
            text.delete(Math.min(at, text.length), Math.min(length, text.length - Math.min(at, text.length)))
          else text.insert(Math.min(at, text.length), words)
        }
        for (const [index, update] of updates.entries()) if (index % 3 !== 2) Y.applyUpdate(seen, update)
        for (const update of updates) {
          expect(addsNothing(seen, read(update))).toBe(Y.snapshotContainsUpdate(Y.snapshot(seen), update))
        }
      }),
    )
  })

  it('lets no bytes through over which Yjs would stumble, here or where they are read again', () => {
    const { base, next } = rich()
    const change = fc.record({ at: fc.nat(), to: fc.nat(255) })
    const cut = fc.option(fc.nat(), { freq: 3 })
    let admitted = 0
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), cut, fc.boolean(), (changes, cutAt, onBase) => {
        const bytes = Uint8Array.from(onBase ? next : base)
        for (const { at, to } of changes) bytes[at % bytes.length] = to
        const frame = cutAt === null ? bytes : bytes.subarray(0, cutAt % bytes.length)
        if (!readClaim(frame)) return
        admitted += 1
        const doc = newDoc()
        if (onBase) Y.applyUpdate(doc, base)
        Y.applyUpdate(doc, frame)
        dropPending(doc)
        Y.applyUpdate(newDoc(), Y.encodeStateAsUpdate(doc))
      }),
      { numRuns: 3_000 },
    )
    expect(admitted).toBeGreaterThan(100)
  })
})
