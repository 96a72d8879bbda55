import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mapWith } from '../../testing/mapWith.ts'
import type { MapDocument } from '../MapDocument.ts'
import { hiddenCards } from './hidden.ts'
import { layout } from './layout.ts'
import { CARD_GAP, CARD_WIDTH, type Rect, type Sizes } from './MapLayout.ts'
import { type HandMove, tidied } from './tidied.ts'

/** Heights that follow from what a card says. */
function sizesOf(map: MapDocument): Sizes {
  const heights = new Map([
    ...map.touchpoints.map(({ id, title }): [string, number] => [id, 40 + title.length * 4]),
    ...map.notes.map(({ id, text }): [string, number] => [id, 40 + text.length * 4]),
  ])
  return {
    touchpoint: (id, width) => ({ width, height: heights.get(id) ?? 0 }),
    note: id => ({ width: CARD_WIDTH, height: heights.get(id) ?? 0 }),
  }
}

function withMoves(map: MapDocument, moves: readonly HandMove[]): MapDocument {
  const at = new Map(moves.map(({ id, x, y }) => [id, { x, y }]))
  const placed = <T extends { id: string }>(records: readonly T[]) =>
    records.map(one => ({ ...one, ...at.get(one.id) }))
  return { ...map, touchpoints: placed(map.touchpoints), notes: placed(map.notes) }
}

const grid = { stages: [{ id: 's0' }, { id: 's1', width: 840 }], lanes: [{ id: 'l0' }, { id: 'l1' }] }
const card = (id: string, x: number | null, y: number | null, more = {}) => ({
  ...{ id, title: 'x'.repeat(15), stage: 's0', lane: 'l0', x, y },
  ...more,
})
/** Cards of this map are 100 high. */
const cards = (...touchpoints: ReturnType<typeof card>[]) => mapWith({ ...grid, touchpoints })

function tidy(map: MapDocument, wanted: readonly string[] | null = null) {
  return tidied(map, sizesOf(map), wanted && new Set(wanted)).map(({ id, x, y }) => ({ id, x, y }))
}
function hidden(map: MapDocument) {
  return hiddenCards(layout(map, sizesOf(map))).map(({ id, by }) => `${id} by ${by}`)
}

describe('hidden cards', () => {
  it('are those that lie partly under a card that a person placed, each with the topmost and what both cover', () => {
    const map = cards(card('a', 20, 20), card('b', 30, 100), card('c', 40, 110), card('stacked', null, null))
    expect(hidden(map)).toEqual(['a by c', 'b by c'])
    expect(hiddenCards(layout(map, sizesOf(map)))[0]?.area).toEqual({ x: 40, y: 110, width: 220, height: 10 })
  })

  it('are notes under cards and under notes, on the free map too, and none that only touch', () => {
    const notes = [
      { id: 'n', x: 100, y: 60 },
      { id: 'far', x: 2_000, y: 60 },
      { id: 'near', x: 2_100, y: 90 },
      { id: 'touching', x: 2_100, y: 130 },
    ]
    expect(hidden({ ...cards(card('stacked', null, null)), notes: mapWith({ notes }).notes })).toEqual([
      'n by stacked',
      'far by near',
    ])
  })

  it('are none on a map where nobody placed a card by hand', () => {
    const map = cards(card('a', null, null), card('b', null, null, { untilStage: 's1' }), card('c', null, null))
    expect(hiddenCards(layout(map, sizesOf(map)))).toEqual([])
  })
})

describe('tidying', () => {
  it('moves what is read later, and only as far as it must', () => {
    const map = cards(card('a', 20, 20), card('b', 20, 100), card('c', 20, 300))
    expect(tidy(map)).toEqual([{ id: 'b', x: 20, y: 120 + CARD_GAP }])
  })

  it('pushes on what comes next in the column', () => {
    const map = cards(card('a', 20, 20), card('b', 20, 50), card('c', 20, 160))
    expect(tidy(map).map(({ id, y }) => [id, y])).toEqual([
      ['b', 136],
      ['c', 252],
    ])
  })

  it('moves a card aside that overlaps by little, where its stage has room', () => {
    const wide = { stage: 's1' }
    expect(tidy(cards(card('a', 20, 20, wide), card('b', 240, 30, wide)))).toEqual([{ id: 'b', x: 276, y: 30 }])
    expect(tidy(cards(card('a', 570, 20, wide), card('b', 580, 110, wide)))).toEqual([{ id: 'b', x: 580, y: 136 }])
  })

  it('does as little as was asked: what else overlaps stays', () => {
    const map = cards(card('a', 20, 20), card('b', 20, 60), card('c', 20, 400), card('d', 20, 460))
    expect(tidy(map, ['a'])).toEqual([{ id: 'b', x: 20, y: 136 }])
    expect(tidy(map, ['d'])).toEqual([{ id: 'd', x: 20, y: 516 }])
    expect(tidy(map, [])).toEqual([])
  })

  it('pushes on also what nobody asked about, where a card would come to lie on it', () => {
    const map = cards(card('a', 20, 20), card('b', 20, 60), card('c', 20, 170))
    expect(tidy(map, ['a']).map(({ id, y }) => [id, y])).toEqual([
      ['b', 136],
      ['c', 252],
    ])
  })

  it('takes a free note off the cards, and a group along with its heading', () => {
    const notes = [
      { id: 'over', x: 100, y: 180, text: 'x'.repeat(5) },
      { id: 'heading', x: 2_000, y: 0 },
      { id: 'under', under: 'heading' },
      { id: 'late', x: 2_000, y: 60 },
    ]
    const map = { ...cards(card('a', null, null), card('b', null, null)), notes: mapWith({ notes }).notes }
    const moves = tidy(map)
    expect(moves.map(({ id }) => id)).toEqual(['over', 'late'])
    expect(hidden(withMoves(map, tidied(map, sizesOf(map), null)))).toEqual([])
  })
})

const place = { x: fc.integer({ min: -20, max: 500 }), y: fc.integer({ min: -20, max: 400 }) }
const words = fc.integer({ min: 0, max: 60 }).map(length => 'x'.repeat(length))
const crowded = fc.record({
  touchpoints: fc.array(
    fc.record({
      title: words,
      stage: fc.constantFrom('s0', 's1', 's2'),
      lane: fc.constantFrom('l0', 'l1'),
      untilStage: fc.constantFrom(null, null, null, 's1', 's2'),
      hand: fc.option(fc.record(place), { freq: 4 }),
    }),
    { maxLength: 10 },
  ),
  notes: fc.array(
    fc.record({ text: words, home: fc.constantFrom(null, 's0', 's2'), under: fc.option(fc.nat(5)), ...place }),
    { maxLength: 8 },
  ),
  width: fc.constantFrom(280, 560),
})

function mapOf({ touchpoints, notes, width }: typeof crowded extends fc.Arbitrary<infer T> ? T : never): MapDocument {
  return mapWith({
    stages: ['s0', 's1', 's2'].map(id => ({ id, width })),
    lanes: [{ id: 'l0' }, { id: 'l1' }, { id: 'notes', kind: 'backstage' }],
    touchpoints: touchpoints.map(({ hand, ...rest }, at) => ({ id: `t${at}`, ...rest, ...(hand ?? {}) })),
    notes: notes.map(({ home, under, ...rest }, at) => ({
      ...{ id: `n${at}`, ...rest, stage: home, lane: home && 'notes' },
      under: under === null || under === at ? null : `n${under}`,
    })),
  })
}

/** How one is read before the other: above it in the same column, or left of it as a whole. */
function relation(a: Rect, b: Rect): 'above' | 'left' | null {
  if (a.x + a.width <= b.x) return 'left'
  return b.x + b.width > a.x && a.y + a.height <= b.y ? 'above' : null
}

describe('where text is larger', () => {
  it('cards and notes that a person placed make way for each other, without being moved on the map', () => {
    fc.assert(
      fc.property(crowded, drawn => {
        const map = mapOf(drawn)
        const laid = layout(map, { ...sizesOf(map), apart: true })
        const headings = new Map([...laid.groups].flatMap(([id, { members }]) => members.map(member => [member, id])))
        const isFree = new Map(map.notes.map(({ id, stage }) => [id, stage === null]))
        const onMap = (id: string) => isFree.get(headings.get(id) ?? id) === true
        // A free note over a card stays where it is on the map, whatever lies there now.
        expect(hiddenCards(laid).filter(({ id, by }) => onMap(id) === onMap(by))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

describe('after tidying', () => {
  it('no card hides another, and tidying again moves nothing', () => {
    fc.assert(
      fc.property(crowded, drawn => {
        const map = mapOf(drawn)
        const after = withMoves(map, tidied(map, sizesOf(map), null))
        expect(hidden(after)).toEqual([])
        expect(tidied(after, sizesOf(map), null)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('nothing has changed sides with what it was above or left of, and what nobody placed by hand stays in its stack', () => {
    fc.assert(
      fc.property(crowded, drawn => {
        const map = mapOf({ ...drawn, notes: [] })
        const moves = tidied(map, sizesOf(map), null)
        const [before, after] = [layout(map, sizesOf(map)), layout(withMoves(map, moves), sizesOf(map))]
        const byHand = map.touchpoints.filter(({ x, untilStage }) => x !== null && untilStage === null)
        expect(moves.every(({ id }) => map.touchpoints.some(card => card.id === id && card.x !== null))).toBe(true)
        for (const a of byHand) {
          for (const b of byHand) {
            if (a.stage !== b.stage || a.lane !== b.lane) continue
            const rects = (of: typeof before) => [of.touchpoints.get(a.id), of.touchpoints.get(b.id)] as [Rect, Rect]
            const [[a0, b0], [a1, b1]] = [rects(before), rects(after)]
            const was = relation(a0, b0)
            if (was !== null) expect(relation(b1, a1), `${a.id} was ${was} of ${b.id}`).not.toBe(was)
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})
