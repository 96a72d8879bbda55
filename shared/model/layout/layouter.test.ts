import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aMap } from '../../testing/arbitraryMap.ts'
import { someLooks } from '../../testing/mapSteps.ts'
import { mapWith } from '../../testing/mapWith.ts'
import type { MapDocument } from '../MapDocument.ts'
import { mender } from '../mend.ts'
import { layout, layouter } from './layout.ts'
import { CARD_WIDTH, type Sizes } from './MapLayout.ts'

/** Sizes that follow from what a card says, as in the drawing. */
function sizesOf(map: MapDocument): Sizes {
  const titles = new Map(map.touchpoints.map(({ id, title }) => [id, title.length]))
  const texts = new Map(map.notes.map(({ id, text }) => [id, text.length]))
  return {
    touchpoint: (id, width) => ({ width, height: 40 + 4 * (titles.get(id) ?? 0) }),
    note: id => ({ width: CARD_WIDTH, height: 30 + 4 * (texts.get(id) ?? 0) }),
    computed: (lane, stage, width) => 20 + ((lane.length * 7 + stage.length + width) % 90),
  }
}

/** A map of so many cards in ten stages and five lanes. */
function wideMap(cards: number): MapDocument {
  const stages = Array.from({ length: 10 }, (_, at) => ({ id: `s${at}` }))
  const lanes = Array.from({ length: 5 }, (_, at) => ({ id: `l${at}` }))
  const touchpoints = Array.from({ length: cards }, (_, at) => ({
    id: `t${at}`,
    stage: `s${at % 10}`,
    lane: `l${Math.floor(at / 10) % 5}`,
  }))
  return mapWith({ stages, lanes, touchpoints })
}

/** Cards that crowd few cells: some span stages, some were put somewhere by hand, stages are wide and narrow. */
const crowded = fc.record({
  widths: fc.array(fc.constantFrom(280, 560, 840), { minLength: 3, maxLength: 3 }),
  kind: fc.constantFrom('steps' as const, 'pains' as const),
  cards: fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 0, max: 7 }).map(at => `t${at}`),
      title: fc.integer({ min: 0, max: 30 }).map(length => 'x'.repeat(length)),
      stage: fc.constantFrom('s0', 's1', 's2'),
      lane: fc.constantFrom('l0', 'l1'),
      untilStage: fc.constantFrom(null, null, 's1', 's2'),
      x: fc.option(fc.integer({ min: 0, max: 500 }), { freq: 2 }),
      y: fc.integer({ min: 0, max: 300 }),
    }),
    { selector: ({ id }) => id, maxLength: 8 },
  ),
})

describe('laying out a map that changes', () => {
  it('gives the same as laying it out anew in crowded cells', () => {
    const tweak = fc.oneof(
      fc.record({ retitle: fc.nat(7), length: fc.integer({ min: 0, max: 30 }) }),
      fc.record({ stage: fc.nat(2), width: fc.constantFrom(280, 560, 840) }),
      fc.record({ content: fc.integer({ min: 0, max: 200 }) }),
    )
    fc.assert(
      fc.property(
        crowded,
        fc.array(tweak, { maxLength: 6 }),
        fc.boolean(),
        ({ widths, kind, cards }, tweaks, apart) => {
          const layAgain = layouter()
          const stages = widths.map((width, at) => ({ id: `s${at}`, width }))
          let map = mapWith({ stages, lanes: [{ id: 'l0', kind }, { id: 'l1' }], touchpoints: cards })
          let content = 40
          for (const step of [null, ...tweaks]) {
            if (step && 'retitle' in step) {
              const renamed = map.touchpoints.map((card, at) =>
                at === step.retitle ? { ...card, title: 'x'.repeat(step.length) } : card,
              )
              map = { ...map, touchpoints: renamed }
            } else if (step && 'stage' in step) {
              const wider = map.stages.map((stage, at) => (at === step.stage ? { ...stage, width: step.width } : stage))
              map = { ...map, stages: wider }
            } else if (step) content = step.content
            const sizes = { ...sizesOf(map), computed: () => content, apart }
            expect(layAgain(map, sizes, new Set())).toEqual(layout(map, sizes))
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  it('gives the same as laying it out anew, whatever happens', () => {
    fc.assert(
      fc.property(aMap, someLooks, (start, looks) => {
        const mendAgain = mender()
        const layAgain = layouter()
        let stored = start
        for (const steps of [[], ...looks]) {
          for (const step of steps) stored = step.apply(stored)
          const map = mendAgain(stored)
          const laid = layAgain(map, sizesOf(map), new Set())
          expect(laid).toEqual(layout(map, sizesOf(map)))
          expect([...laid.touchpoints.keys()]).toEqual(map.touchpoints.map(({ id }) => id))
          expect([...laid.notes.keys()]).toEqual(map.notes.map(({ id }) => id))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('asks for the sizes of the cards in one cell when one of them changes, and moves the others as they are', () => {
    const map = wideMap(5_000)
    const asked = new Set<string>()
    const sizes: Sizes = {
      touchpoint: (id, width) => {
        asked.add(id)
        return { width, height: id === 't7' ? 40 + asked.size : 40 }
      },
      note: () => ({ width: CARD_WIDTH, height: 30 }),
    }
    const lay = layouter()
    const before = lay(map, sizes, null)
    expect(asked.size).toBe(5_000)
    asked.clear()
    const after = lay(map, sizes, new Set(['t7']))
    // 5,000 cards in 50 cells.
    expect(asked.size).toBe(100)
    expect(after.touchpoints.get('t8')).toBe(before.touchpoints.get('t8'))
    expect(after.touchpoints.get('t6')).toBe(before.touchpoints.get('t6'))
  })

  it('is the very same layout when other words take as much room', () => {
    const map = wideMap(200)
    const lay = layouter()
    const before = lay(map, sizesOf(map), null)
    const renamed = (title: string) => {
      const touchpoints = map.touchpoints.map(card => (card.id === 't7' ? { ...card, title } : card))
      return { ...map, touchpoints }
    }
    const named = lay(renamed('Call'), sizesOf(renamed('Call')), new Set(['t7']))
    expect(named).not.toBe(before)
    expect(lay(renamed('Wait'), sizesOf(renamed('Wait')), new Set(['t7']))).toBe(named)
  })

  it('keeps every rectangle when nothing changed', () => {
    const map = wideMap(200)
    const lay = layouter()
    const before = lay(map, sizesOf(map), null)
    const after = lay({ ...map, personas: [] }, sizesOf(map), new Set())
    expect(after.touchpoints).toBe(before.touchpoints)
    expect(after.notes).toBe(before.notes)
    expect(after.columns).toBe(before.columns)
  })
})
