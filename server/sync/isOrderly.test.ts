import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readClaim } from './admit.ts'
import { isOrderly } from './isOrderly.ts'
import { handMade } from './testing/handMade.ts'
import { textOf } from './testing/testRooms.ts'

type Id = { client: number; clock: number }

/** Applies an update when it is orderly; answers whether it was. */
function admit(doc: Y.Doc, update: Uint8Array): boolean {
  const claim = readClaim(update)
  if (!claim) throw new Error('Not an update.')
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.getText()
  const orderly = copy.transact(() => {
    Y.applyUpdate(copy, update)
    return isOrderly(copy, claim)
  })
  if (orderly) Y.applyUpdate(doc, update)
  return orderly
}

function lettersOf(doc: Y.Doc): Id[] {
  const ids: Id[] = []
  for (let item = doc.getText()._start; item; item = item.right) {
    for (let at = 0; at < item.length; at += 1) ids.push({ client: item.id.client, clock: item.id.clock + at })
  }
  return ids
}

const same = (a: Id | null | undefined, b: Id | null | undefined) => a?.client === b?.client && a?.clock === b?.clock

describe('an item between neighbours', () => {
  it('is taken where it could have been written, also beside what its author had not seen', () => {
    const doc = new Y.Doc()
    expect(admit(doc, handMade({ client: 1, clock: 0 }, 'ab', null, null))).toBe(true)
    const between: [Id, Id] = [
      { client: 1, clock: 0 },
      { client: 1, clock: 1 },
    ]
    expect(admit(doc, handMade({ client: 2, clock: 0 }, 'X', ...between))).toBe(true)
    expect(admit(doc, handMade({ client: 3, clock: 0 }, 'Y', ...between))).toBe(true)
    expect(textOf(doc)).toBe('aXYb')
  })

  it('is refused when its left neighbour comes after its right one, where order of arrival would place it', () => {
    const [a, b, c] = [0, 1, 2].map(clock => ({ client: 1, clock })) as [Id, Id, Id]
    const base = handMade(a, 'abcd', null, null)
    const twisted = handMade({ client: 9, clock: 0 }, 'X', c, b)
    const honest = handMade({ client: 5, clock: 0 }, 'Y', a, b)
    // What it would do without the check.
    const [one, two] = [new Y.Doc(), new Y.Doc()]
    for (const update of [base, twisted, honest]) Y.applyUpdate(one, update)
    for (const update of [base, honest, twisted]) Y.applyUpdate(two, update)
    expect(textOf(one)).not.toBe(textOf(two))

    const doc = new Y.Doc()
    Y.applyUpdate(doc, base)
    expect(admit(doc, twisted)).toBe(false)
  })

  it('is refused when it steps over what its author wrote before', () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, handMade({ client: 1, clock: 0 }, 'ab', null, null))
    const [a, b] = [
      { client: 1, clock: 0 },
      { client: 1, clock: 1 },
    ] as const
    Y.applyUpdate(doc, handMade({ client: 2, clock: 0 }, 'X', a, b))
    expect(admit(doc, handMade({ client: 2, clock: 1 }, 'Y', a, b))).toBe(false)
    expect(admit(doc, handMade({ client: 2, clock: 1 }, 'Y', { client: 2, clock: 0 }, b))).toBe(true)
  })

  it('is refused between neighbours in two different places', () => {
    const doc = new Y.Doc()
    doc.getMap('quotes').set('q', 1)
    const [client = 0] = doc.store.clients.keys()
    Y.applyUpdate(doc, handMade({ client: 1, clock: 0 }, 'a', null, null))
    const twisted = handMade({ client: 2, clock: 0 }, 'X', { client: 1, clock: 0 }, { client, clock: 0 })
    expect(admit(doc, twisted)).toBe(false)
  })

  it('never makes two copies differ, whoever forges it and in whatever order it arrives', () => {
    const item = fc.record({ client: fc.integer({ min: 1, max: 3 }), from: fc.nat(8), to: fc.nat(8) })
    const order = fc.array(fc.nat(), { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 8 }),
        fc.array(order, { minLength: 3, maxLength: 3 }),
        (items, orders) => {
          const doc = new Y.Doc()
          const admitted: { id: Id; update: Uint8Array; needs: Id[] }[] = []
          for (const [index, { client, from, to }] of items.entries()) {
            const letters = lettersOf(doc)
            const id = { client, clock: letters.filter(letter => letter.client === client).length }
            const [left, right] = [letters[from - 1] ?? null, letters[to] ?? null]
            const update = handMade(id, String.fromCharCode(65 + index), left, right)
            if (!admit(doc, update)) continue
            const previous = id.clock > 0 ? { client, clock: id.clock - 1 } : null
            admitted.push({ id, update, needs: [left, right, previous].filter(need => need !== null) })
          }
          for (const picks of orders) {
            const other = new Y.Doc()
            const left = [...admitted]
            for (const pick of picks) {
              const ready = left.filter(({ needs }) => needs.every(need => !left.some(({ id }) => same(id, need))))
              const next = ready[pick % ready.length]
              if (!next) break
              left.splice(left.indexOf(next), 1)
              Y.applyUpdate(other, next.update)
            }
            expect(textOf(other)).toBe(textOf(doc))
          }
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('is taken from every honest client, however many write in the same place at once', () => {
    const step = fc.record({ who: fc.nat(2), at: fc.nat(20), erase: fc.nat(3), hears: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), steps => {
        const server = new Y.Doc()
        const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
        for (const { who, at, erase, hears } of steps) {
          const doc = docs[who] ?? server
          const text = doc.getText()
          const start = Math.min(at, text.length)
          doc.transact(() => {
            if (erase === 0) text.delete(start, Math.min(2, text.length - start))
            else text.insert(start, 'xyz'.slice(0, erase))
            doc.getMap('m').set('k', at)
          })
          if (!hears) continue
          expect(admit(server, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server)))).toBe(true)
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(doc)))
        }
      }),
    )
  })
})
