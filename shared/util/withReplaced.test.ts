import fc from 'fast-check'
import { expect, it } from 'vitest'
import { withReplaced } from './withReplaced.ts'

const key = fc.integer({ min: 0, max: 99 })

/** Everything that can be asked of a map. */
function all(map: ReadonlyMap<number, string>) {
  const each: unknown[] = []
  map.forEach((value, key, of) => void each.push([key, value, of === map]))
  const asked = Array.from({ length: 101 }, (_, key) => [map.get(key), map.has(key)])
  return { each, asked, size: map.size, keys: [...map.keys()], values: [...map.values()], entries: [...map.entries()] }
}

it('is as a map in which the values were set, and leaves the one before as it was', () => {
  fc.assert(
    fc.property(fc.uniqueArray(key, { minLength: 1, maxLength: 100 }), fc.array(fc.array(key)), (keys, rounds) => {
      let plain = new Map(keys.map(key => [key, `${key}`]))
      let map: ReadonlyMap<number, string> = plain
      for (const [round, wanted] of rounds.entries()) {
        const values = new Map(wanted.filter(key => plain.has(key)).map(key => [key, `${key} in round ${round}`]))
        const before = plain
        plain = new Map([...plain, ...values])
        const next = withReplaced(map, values)
        expect(all(map)).toEqual(all(before))
        expect(all(next)).toEqual(all(plain))
        map = next
      }
    }),
  )
})

it('does not walk over the map for one value', () => {
  const plain = new Map(Array.from({ length: 1_000 }, (_, at) => [at, at]))
  let walks = 0
  plain.entries = () => {
    walks += 1
    return new Map(plain).entries()
  }
  plain[Symbol.iterator] = plain.entries
  let map: ReadonlyMap<number, number> = plain
  for (let value = 0; value < 500; value += 1) map = withReplaced(map, new Map([[7, value]]))
  expect([map.get(7), walks]).toEqual([499, 0])
})

it('takes no key that is not there', () => {
  expect(() => withReplaced(new Map([['a', 1]]), new Map([['b', 2]]))).toThrow(RangeError)
})
