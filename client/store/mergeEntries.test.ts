import fc from 'fast-check'
import { expect, it } from 'vitest'
import { byOrder } from '#shared/model/order.ts'
import { mergeEntries } from './mergeEntries.ts'

it('keeps a list in the order of the map, whatever was written, moved and deleted', () => {
  const order = fc.constantFrom('a0', 'a1', 'a2', 'a3')
  const someEntries = fc.uniqueArray(fc.record({ id: fc.constantFrom(...'abcdefgh'), order }), {
    selector: ({ id }) => id,
  })
  const someTouched = fc.uniqueArray(fc.constantFrom(...'abcdefgh'))
  fc.assert(
    fc.property(someEntries, someEntries, someTouched, (before, written, alsoTouched) => {
      const list = [...before].sort(byOrder)
      const touched = new Set([...written.map(({ id }) => id), ...alsoTouched])
      const merged = mergeEntries(list, touched, written)
      expect(merged).toEqual([...list.filter(({ id }) => !touched.has(id)), ...written].sort(byOrder))
      for (const entry of list) if (!touched.has(entry.id)) expect(merged).toContain(entry)
    }),
  )
})
