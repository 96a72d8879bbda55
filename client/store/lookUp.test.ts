import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookUp } from './lookUp.ts'

const idsOf = fc.uniqueArray(
  fc.integer({ min: 0, max: 9 }).map(at => `r${at}`),
  { maxLength: 10 },
)

describe('looking up a record', () => {
  it('finds the one in the list that is asked, whatever was asked of other lists before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(idsOf, idsOf), { minLength: 1, maxLength: 5 }), rounds => {
        for (const [ids, wanted] of rounds) {
          const list = ids.map(id => ({ id }))
          for (const id of [...wanted, null, undefined, '']) {
            expect(lookUp(list, id)).toBe(list.find(record => record.id === id))
          }
        }
      }),
    )
  })

  it('looks at one record when the list is another and the record stands where it stood', () => {
    const list = Array.from({ length: 1_000 }, (_, at) => ({ id: `long${at}` }))
    lookUp(list, 'long700')
    const looked: number[] = []
    const watched = new Proxy([...list], {
      get(target, key) {
        if (typeof key === 'string' && /^\d+$/.test(key)) looked.push(Number(key))
        return Reflect.get(target, key)
      },
    })
    expect(lookUp(watched, 'long700')?.id).toBe('long700')
    expect(looked).toEqual([700])
  })
})
