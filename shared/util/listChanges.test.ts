import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listChanges } from './listChanges.ts'

const [a, b, c, d] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }]

describe('what changed in a list', () => {
  it.each([
    ['nothing', [a, b], [a, b], { gone: [], come: [], reordered: false, inPlace: true }],
    ['one came in the middle', [a, c], [a, b, c], { gone: [], come: [b], reordered: false, inPlace: false }],
    ['one was put in another’s place', [a, b, c], [a, d, c], { gone: [b], come: [d], reordered: false, inPlace: true }],
    ['two changed places', [a, b, c], [a, c, b], { gone: [], come: [], reordered: true, inPlace: false }],
    ['one left and others moved', [a, b, c, d], [c, b, d], { gone: [a], come: [], reordered: true, inPlace: false }],
    ['one left and another came elsewhere', [a, b], [b, c], { gone: [a], come: [c], reordered: false, inPlace: false }],
    ['all left', [a, b], [], { gone: [a, b], come: [], reordered: false, inPlace: false }],
  ])('%s', (_, before, after, changes) => {
    expect(listChanges(before, after)).toEqual(changes)
  })

  it('is enough to make the new list’s members of the old ones, and says when their order is another', () => {
    const lists = fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 10 })
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const { gone, come, reordered, inPlace } = listChanges(before, after)
        const kept = before.filter(item => !gone.includes(item))
        expect(new Set([...kept, ...come])).toEqual(new Set(after))
        const stayed = after.filter(item => !come.includes(item))
        expect(reordered).toBe(JSON.stringify(kept) !== JSON.stringify(stayed))
        const swapped = before.map(item => (gone.includes(item) ? come[gone.indexOf(item)] : item))
        expect(inPlace).toBe(gone.length === come.length && JSON.stringify(swapped) === JSON.stringify(after))
      }),
    )
  })
})
