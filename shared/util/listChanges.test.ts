import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listChanges } from './listChanges.ts'

const [a, b, c, d] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }]

describe('what changed in a list', () => {
  it.each([
    ['nothing', [a, b], [a, b], [], [], false],
    ['one came in the middle', [a, c], [a, b, c], [], [b], false],
    ['one was put in another’s place', [a, b, c], [a, d, c], [b], [d], false],
    ['two changed places', [a, b, c], [a, c, b], [], [], true],
    ['one left and others changed places', [a, b, c, d], [c, b, d], [a], [], true],
    ['all left', [a, b], [], [a, b], [], false],
  ])('%s', (_, before, after, gone, come, reordered) => {
    expect(listChanges(before, after)).toEqual({ gone, come, reordered })
  })

  it('is enough to make the new list’s members of the old ones, and says when their order is another', () => {
    const lists = fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 10 })
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const { gone, come, reordered } = listChanges(before, after)
        const kept = before.filter(item => !gone.includes(item))
        expect(new Set([...kept, ...come])).toEqual(new Set(after))
        const stayed = after.filter(item => !come.includes(item))
        expect(reordered).toBe(JSON.stringify(kept) !== JSON.stringify(stayed))
      }),
    )
  })
})
