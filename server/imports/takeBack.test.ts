import fc from 'fast-check'
import { expect, it } from 'vitest'
import { edit } from '#shared/doc/edit.ts'
import { readMap } from '#shared/doc/read.ts'
import { seed } from '#shared/doc/seed.ts'
import { writeJson } from '#shared/formats/json/write.ts'
import { LIST_NAMES } from '#shared/model/kindNames.ts'
import type { Customer } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { withoutWithdrawn } from '#shared/model/withdrawn.ts'
import { aMap } from '#shared/testing/arbitraryMap.ts'
import { addedBy, readAdded, writeAdded } from './added.ts'
import { planMap } from './planMap.ts'
import { planPuttingBack, planTakingBack } from './takeBack.ts'

const by = { person: 'ada', now: 1 }

it('a map that was added and that nobody touched goes again without a trace, and comes back whole', () => {
  fc.assert(
    fc.property(aMap, aMap, (map, other) => {
      const doc = seed(map, by)
      const before = writeJson(readMap(doc))
      const { changes } = planMap(readMap(doc), other, new Map())
      edit(doc, changes, by)
      const after = writeJson(readMap(doc))

      const added = readAdded(writeAdded(addedBy(changes)))
      const back = planTakingBack(doc, added)
      expect(back.kept).toEqual([])
      edit(doc, back.changes, { person: 'import', now: 2 })
      expect(writeJson(readMap(doc))).toBe(before)

      edit(doc, planPuttingBack(doc, added, 'import'), by)
      expect(writeJson(readMap(doc))).toBe(after)
    }),
  )
})

/** The other map as it comes in where somebody withdrew on this one: the same person has withdrawn there too. */
function withdrawnBy(other: MapDocument, map: MapDocument): MapDocument {
  const gone = map.customers.filter(({ consent }) => consent === 'withdrawn').map(({ key }) => key)
  const consentOf = ({ key, consent }: Customer) => (key !== '' && gone.includes(key) ? 'withdrawn' : consent)
  return { ...other, customers: other.customers.map(one => ({ ...one, consent: consentOf(one) })) }
}

it('a map that is added leaves what is there alone, shares no id with it, and loses no record', () => {
  fc.assert(
    fc.property(aMap, aMap, (map, other) => {
      const doc = seed(map, by)
      const before = readMap(doc)
      const there = withoutWithdrawn(withdrawnBy(readMap(seed(other, by)), before)).map
      const { changes } = planMap(before, other, new Map())
      edit(doc, changes, by)
      const after = readMap(doc)
      for (const kind of LIST_NAMES) {
        const ids = new Set(before[kind].map(({ id }) => id))
        const fresh = after[kind].filter(({ id }) => !ids.has(id))
        expect(after[kind].filter(({ id }) => ids.has(id))).toEqual(before[kind])
        expect(fresh).toHaveLength(changes.filter(change => change.do === 'add' && change.kind === kind).length)
        if (!['stages', 'lanes', 'customers'].includes(kind)) expect(fresh).toHaveLength(there[kind].length)
      }
    }),
  )
})
