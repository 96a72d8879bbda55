import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aMap } from '../testing/arbitraryMap.ts'
import { someLooks } from '../testing/mapSteps.ts'
import { mapWith } from '../testing/mapWith.ts'
import type { Field } from './field.ts'
import { CLAIM_WORDS } from './ids.ts'
import { KIND_NAMES, LIST_NAMES, type ListName } from './kindNames.ts'
import { KINDS, type RecordOf } from './kinds.ts'
import { emptyMap, type MapDocument } from './MapDocument.ts'
import { mend, mender } from './mend.ts'
import { laneHolds } from './records/lanes.ts'

const STAGES = [{ id: 's1' }, { id: 's2' }, { id: 's3' }]
const LANES = [
  { id: 'steps', kind: 'steps' as const },
  { id: 'back', kind: 'backstage' as const },
  { id: 'curve', kind: 'feelings' as const },
]

const POOL = ['a', 'b', 'c', 'd', 'journey', 'whyHired', 'q1', '', 'gone']
const someId = fc.constantFrom(...POOL)
const garbage = fc.oneof(someId, someId, someId, fc.array(someId, { maxLength: 4 }), fc.anything())

function someRecords<N extends ListName>(name: N): fc.Arbitrary<RecordOf<N>[]> {
  const raw = fc.record({ id: someId, raw: fc.dictionary(fc.constantFrom(...KINDS[name].fieldNames), garbage) })
  return fc
    .uniqueArray(raw, { selector: record => record.id, maxLength: 6 })
    .map(list => list.map(record => KINDS[name].repair(record.id, record.raw) as unknown as RecordOf<N>))
}

const someMap: fc.Arbitrary<MapDocument> = fc
  .record(Object.fromEntries(LIST_NAMES.map(name => [name, someRecords(name)])))
  .map(lists => ({ ...emptyMap('Any'), ...lists }) as MapDocument)

/** Everything that still names nothing, found without the code under test. */
function dangling(map: MapDocument): string[] {
  const found: string[] = []
  for (const kind of KIND_NAMES) {
    for (const record of kind === 'map' ? [map.map] : map[kind]) {
      for (const [field, { names, fallback }] of Object.entries<Field<unknown>>(KINDS[kind].fields)) {
        if (!names) continue
        const value = (record as Record<string, unknown>)[field]
        const mayBeEmpty = fallback === null || kind === 'touchpoints'
        for (const id of Array.isArray(value) ? value : [value]) {
          if (id === fallback && mayBeEmpty) continue
          const exists = names.some(space => {
            if (typeof space !== 'string') return space.words.includes(id as string)
            return space !== 'map' && map[space].some(target => target.id === id && id !== '')
          })
          if (!exists) found.push(`${kind} ${record.id} ${field} ${String(id)}`)
        }
      }
    }
  }
  return found
}

const MEANS_NOTHING_ALONE: ReadonlySet<string> = new Set([
  ...['links', 'evidence', 'excerpts', 'assumptions', 'promises', 'guesses', 'votes'],
])

describe('mend on whatever merging leaves behind', () => {
  it('leaves no reference that names nothing', () => {
    fc.assert(
      fc.property(someMap, map => {
        expect(dangling(mend(map))).toEqual([])
      }),
    )
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(someMap, map => {
        const once = mend(map)
        expect(mend(once)).toBe(once)
      }),
    )
  })

  it('loses no touchpoint, quote, note, pain point or customer', () => {
    fc.assert(
      fc.property(someMap, map => {
        const mended = mend(map)
        for (const name of LIST_NAMES) {
          if (MEANS_NOTHING_ALONE.has(name)) continue
          expect(mended[name].map(record => record.id)).toEqual(map[name].map(record => record.id))
        }
      }),
    )
  })

  it('puts everything where it can be shown and ends every chain of assumptions', () => {
    fc.assert(
      fc.property(someMap, map => {
        const { lanes, stages, touchpoints, notes, excerpts, quotes, assumptions, links, evidence } = mend(map)
        const kindOf = new Map(lanes.map(lane => [lane.id, laneHolds(lane.kind)]))
        const position = (id: string) => stages.findIndex(stage => stage.id === id)
        for (const { stage, lane, untilStage } of touchpoints) {
          if (lane) expect(kindOf.get(lane)).toBe('touchpoints')
          if (untilStage) expect(position(untilStage)).toBeGreaterThan(position(stage))
        }
        for (const { lane } of notes) if (lane !== null) expect(kindOf.get(lane)).toBe('notes')
        for (const { from, to } of links) expect(from).not.toBe(to)
        for (const { claim } of evidence) if (!CLAIM_WORDS.includes(claim)) expect(claim).not.toBe('')
        for (const { quote, start, end } of excerpts) {
          const length = quotes.find(({ id }) => id === quote)?.text.length ?? -1
          expect(0 <= start && start <= end && end <= length).toBe(true)
        }
        const replaces = new Map(assumptions.map(record => [record.id, record.replaces]))
        for (const first of replaces.keys()) {
          let at: string | null = first
          for (let steps = 0; at !== null; steps += 1) {
            expect(steps).toBeLessThanOrEqual(assumptions.length)
            at = replaces.get(at) ?? null
          }
        }
      }),
    )
  })
})

describe('mending a map that changes', () => {
  it('gives the same as mending it anew, whatever happens', () => {
    fc.assert(
      fc.property(aMap, someLooks, (start, looks) => {
        const again = mender()
        let map = start
        expect(again(map)).toEqual(mend(map))
        for (const steps of looks) {
          for (const step of steps) map = step.apply(map)
          expect(again(map)).toEqual(mend(map))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('keeps every mended record and list identical that says what it said before', () => {
    fc.assert(
      fc.property(aMap, someLooks, (start, looks) => {
        const again = mender()
        let map = start
        let before = again(map)
        let stands = map
        for (const steps of looks) {
          for (const step of steps) map = step.apply(map)
          const after = again(map)
          for (const kind of LIST_NAMES) {
            const stored = new Set<unknown>(stands[kind])
            const sameStored = new Set(map[kind].filter(record => stored.has(record)).map(({ id }) => id))
            const said = new Map(before[kind].map(record => [record.id, record]))
            for (const record of after[kind]) {
              const old = said.get(record.id)
              // A name that is restored into a circle is first read and then cut: the same words by another way.
              const wasCut =
                kind === 'assumptions' && map.assumptions.some(({ id, replaces }) => id === record.id && replaces)
              const unchanged = sameStored.has(record.id) && JSON.stringify(old) === JSON.stringify(record)
              if (unchanged && !wasCut) expect(record).toBe(old)
            }
            const sameItems = after[kind].every((record, at) => record === before[kind][at])
            if (sameItems && after[kind].length === before[kind].length && map[kind] === stands[kind]) {
              expect(after[kind]).toBe(before[kind])
            }
          }
          stands = map
          before = after
        }
      }),
      { numRuns: 200 },
    )
  })

  it('looks only at what changed', () => {
    const quotes = Array.from({ length: 1_000 }, (_, at) => ({ id: `q${at}`, touchpoint: 't' }))
    const map = mapWith({ stages: STAGES, lanes: LANES, touchpoints: [{ id: 't' }], quotes })
    const again = mender()
    again(map)
    let looks = 0
    const spied = new Proxy(map.quotes[500] ?? {}, {
      get: (target, key) => {
        looks += 1
        return Reflect.get(target, key)
      },
    }) as RecordOf<'quotes'>
    const watched = { ...map, quotes: map.quotes.with(500, spied) }
    again(watched)
    looks = 0
    const renamed = { ...watched, touchpoints: map.touchpoints.map(card => ({ ...card, title: 'Call' })) }
    expect(again(renamed).quotes).toBe(watched.quotes)
    again({ ...renamed, quotes: [...watched.quotes, ...mapWith({ quotes: [{ id: 'new' }] }).quotes] })
    expect(looks).toBe(0)
  })
})
