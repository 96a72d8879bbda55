import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIST_NAMES } from '../model/kindNames.ts'
import { KINDS } from '../model/kinds.ts'
import { byOrder } from '../model/order.ts'
import { aMap } from '../testing/arbitraryMap.ts'
import { anIntent } from '../testing/randomEdits.ts'
import { edit } from './edit.ts'
import { readEntries, readEntry, readMap } from './read.ts'
import { changesOf, rootOf } from './roots.ts'
import { seed } from './seed.ts'

describe('reading a map', () => {
  it('finds the same records in a walk over all of them as when it is asked for each', () => {
    const strayChange = fc.record({
      kind: fc.constantFrom(...LIST_NAMES.filter(kind => KINDS[kind].storage === 'value')),
      at: fc.nat(),
      member: fc.constantFrom('order', 'gone', 'text', 'customer', 'nothing', '', 'a/b', '__proto__'),
      value: fc.constantFrom(null, 'a1', 7, ['ada', 5], {}),
    })
    fc.assert(
      fc.property(aMap, fc.array(anIntent('a'), { maxLength: 20 }), fc.array(strayChange), (map, intents, strays) => {
        const doc = seed(map, { person: 'seed', now: 0 })
        for (const [now, intent] of intents.entries()) {
          edit(doc, intent.changes(readMap(doc)), { person: 'ben', now })
        }
        for (const { kind, at, member, value } of strays) {
          const ids = [...rootOf(doc, kind).keys(), 'nobody']
          changesOf(doc, kind).set(`${ids[at % ids.length]}/${member}`, value)
        }
        for (const kind of LIST_NAMES) {
          const each = [...rootOf(doc, kind).keys()].map(id => readEntry(doc, kind, id)).filter(entry => entry !== null)
          expect(readEntries(doc, kind)).toEqual(each.sort(byOrder))
        }
      }),
      { numRuns: 100 },
    )
  })
})
