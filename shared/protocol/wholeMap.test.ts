import fc from 'fast-check'
import { expect, it } from 'vitest'
import { encodeWholeMap, readWholeMap } from './wholeMap.ts'

const wholeMap = fc.record({
  epoch: fc.nat(),
  version: fc.nat(),
  updates: fc.array(fc.uint8Array().map(bytes => new Uint8Array(bytes))),
})

it('brings a map over as it was, in bytes of its own', () => {
  fc.assert(
    fc.property(wholeMap, whole => {
      const read = readWholeMap(encodeWholeMap(whole))
      expect(read).toEqual(whole)
      for (const update of read?.updates ?? []) expect(update.buffer.byteLength).toBe(update.byteLength)
    }),
  )
})

it('takes nothing of what was cut off, has something behind it, or is another answer', () => {
  fc.assert(
    fc.property(wholeMap, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (whole, share) => {
      const bytes = encodeWholeMap(whole)
      expect(readWholeMap(bytes.subarray(0, Math.floor(share * bytes.byteLength)))).toBeNull()
      expect(readWholeMap(Uint8Array.of(...bytes, 0))).toBeNull()
    }),
  )
  expect(readWholeMap(new TextEncoder().encode('<!doctype html>'))).toBeNull()
})
