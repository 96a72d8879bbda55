import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mapWith } from '../../testing/mapWith.ts'
import type { MapDocument } from '../MapDocument.ts'
import { layout } from './layout.ts'
import { CARD_WIDTH, overlaps, type Rect, type Sizes } from './MapLayout.ts'
import { stack } from './stack.ts'

/** Cards of 100, notes of 60 units height. */
const sizes: Sizes = {
  touchpoint: (_, width) => ({ width, height: 100 }),
  note: () => ({ width: CARD_WIDTH, height: 60 }),
}

const grid = {
  stages: [{ id: 'notice' }, { id: 'wait' }, { id: 'ride' }],
  lanes: [{ id: 'steps' }, { id: 'behind', kind: 'backstage' as const, height: 120 }],
}

function placesOf(map: MapDocument): Record<string, Rect> {
  const { touchpoints, notes } = layout(map, sizes)
  return Object.fromEntries([...touchpoints, ...notes])
}

describe('columns and rows', () => {
  it('start at 0, 0 with headers above and to the left', () => {
    const { columns, rows, stageHeaders, laneHeaders } = layout(mapWith(grid), sizes)
    expect(columns.map(column => column.x)).toEqual([0, 280, 560])
    expect(rows.map(row => [row.y, row.height])).toEqual([
      [0, 200],
      [200, 120],
    ])
    expect(stageHeaders.get('wait')).toEqual({ x: 280, y: -56, width: 280, height: 56 })
    expect(laneHeaders.get('behind')).toEqual({ x: -160, y: 200, width: 160, height: 120 })
  })

  it('never make a stage narrower than a card', () => {
    expect(layout(mapWith({ stages: [{ id: 'thin', width: 120 }] }), sizes).columns[0]?.width).toBe(280)
  })

  it('give an empty map the room of one cell', () => {
    expect(layout(mapWith({}), sizes).bounds).toEqual({ x: -160, y: -56, width: 440, height: 256 })
  })

  it('make lanes as much higher as text is larger, and keep what was set', () => {
    const map = mapWith(grid)
    expect(layout(map, { ...sizes, laneScale: 1.6 }).rows.map(row => row.height)).toEqual([320, 192])
    expect(map.lanes.map(lane => lane.height)).toEqual([200, 120])
  })

  it('give a computed lane the height that its content needs', () => {
    const map = mapWith({ ...grid, lanes: [{ id: 'pains', kind: 'pains', height: 80 }, { id: 'steps' }] })
    const computed = (_: string, stage: string) => (stage === 'wait' ? 300 : 10)
    expect(layout(map, { ...sizes, computed }).rows.map(row => row.height)).toEqual([300, 200])
  })
})

describe('cards', () => {
  const at = (id: string, more = {}) => ({ id, stage: 'notice', lane: 'steps', ...more })

  it('are stacked in the order of the map, and the row grows with them', () => {
    const map = mapWith({ ...grid, touchpoints: [at('a'), at('b')] })
    expect(placesOf(map)).toEqual({
      a: { x: 20, y: 20, width: 240, height: 100 },
      b: { x: 20, y: 136, width: 240, height: 100 },
    })
    expect(layout(map, sizes).rows[0]?.height).toBe(256)
  })

  it('stand side by side in a wide stage', () => {
    const stages = [{ id: 'notice', width: 560 }]
    const { a, b, c } = placesOf(mapWith({ ...grid, stages, touchpoints: [at('a'), at('b'), at('c')] }))
    expect([a?.x, b?.x, c?.x]).toEqual([20, 276, 20])
    expect([a?.y, b?.y, c?.y]).toEqual([20, 20, 136])
  })

  it('stand where a person put them, and the stage grows to hold them', () => {
    const { columns, touchpoints } = layout(
      mapWith({ ...grid, touchpoints: [at('a', { stage: 'wait', x: 200, y: 130 })] }),
      sizes,
    )
    expect(touchpoints.get('a')).toEqual({ x: 480, y: 130, width: 240, height: 100 })
    expect(columns.map(column => column.width)).toEqual([280, 460, 280])
  })

  it('never leave their cell to the left or to the top', () => {
    expect(placesOf(mapWith({ ...grid, touchpoints: [at('a', { x: -50, y: -50 })] })).a).toMatchObject({ x: 0, y: 0 })
  })

  it('do not change columns when a neighbour is moved aside by hand', () => {
    const before = placesOf(mapWith({ ...grid, touchpoints: [at('a'), at('b'), at('c')] }))
    const map = mapWith({ ...grid, touchpoints: [at('a'), at('b', { x: 600, y: 0 }), at('c')] })
    expect(placesOf(map).a).toEqual(before.a)
    expect(placesOf(map).c?.x).toBe(20)
  })

  it('that are stacked make room for one that was put between them', () => {
    const { b } = placesOf(mapWith({ ...grid, touchpoints: [at('a', { x: 30, y: 10 }), at('b')] }))
    expect(b?.y).toBe(126)
  })

  it('that span reach the end of their last stage, and later stages make room', () => {
    const touchpoints = [at('long', { untilStage: 'wait' }), at('b', { stage: 'wait' }), at('c', { stage: 'ride' })]
    const { long, b, c } = placesOf(mapWith({ ...grid, touchpoints }))
    expect(long).toEqual({ x: 20, y: 20, width: 520, height: 100 })
    expect(b?.y).toBe(136)
    expect(c?.y).toBe(20)
  })

  it('that span make room for one that was put to the side in their own stage', () => {
    const at = { stage: 'notice', lane: 'steps' }
    const spanning = { id: 'spanning', ...at, untilStage: 'wait' }
    const { spanning: below } = placesOf(
      mapWith({ ...grid, touchpoints: [spanning, { id: 'aside', ...at, x: 290, y: 20 }] }),
    )
    expect(below?.y).toBe(136)
  })

  it('that end before they begin span nothing', () => {
    const touchpoints = [at('a', { stage: 'ride', untilStage: 'notice' })]
    expect(placesOf(mapWith({ ...grid, touchpoints })).a?.width).toBe(CARD_WIDTH)
  })

  it('are stacked below what a computed lane shows', () => {
    const lanes = [{ id: 'steps', kind: 'pains' as const, height: 80 }]
    const map = mapWith({ ...grid, lanes, touchpoints: [at('a')] })
    expect(layout(map, { ...sizes, computed: () => 90 }).touchpoints.get('a')?.y).toBe(90)
  })
})

describe('notes', () => {
  it('are stacked in their cell until somebody moves them', () => {
    const at = (id: string, more = {}) => ({ id, stage: 'wait', lane: 'behind', ...more })
    const { a, b, c } = placesOf(mapWith({ ...grid, notes: [at('a'), at('b'), at('c', { x: 5, y: 200 })] }))
    expect([a?.y, b?.y, c?.y]).toEqual([220, 296, 400])
  })

  it('without a cell lie on the map, and the bounds hold them', () => {
    const map = mapWith({ ...grid, notes: [{ id: 'free', x: -500, y: 900 }] })
    expect(placesOf(map).free).toMatchObject({ x: -500, y: 900 })
    expect(layout(map, sizes).bounds).toMatchObject({ x: -500, y: -56, width: 1340, height: 1016 })
  })
})

describe('a free note that lay below a card', () => {
  const map = mapWith({
    ...grid,
    touchpoints: [{ id: 'card', stage: 'notice', lane: 'steps' }],
    notes: [{ id: 'note', x: 20, y: 90 }],
  })

  it('stays where it was put, and lies clear of the card where larger text made that higher', () => {
    expect(layout(map, sizes).notes.get('note')).toMatchObject({ x: 20, y: 90 })
    const { touchpoints, notes } = layout(map, { ...sizes, apart: true })
    const [card, note] = [touchpoints.get('card'), notes.get('note')]
    if (!card || !note) throw new Error('both are on the map')
    expect(overlaps(card, note)).toBe(false)
    expect(note).toMatchObject({ x: 20, y: 136 })
  })
})

describe('notes under a heading', () => {
  const free = (id: string, more = {}) => ({ id, x: 1000, y: 50, ...more })
  const under = (id: string, heading: string) => free(id, { under: heading, x: 7, y: 7 })

  it('stand below it wherever it lies, in the order of the map, and have a frame around them', () => {
    const map = mapWith({ ...grid, notes: [under('a', 'head'), free('head'), under('b', 'head')] })
    const { notes, groups } = layout(map, sizes)
    expect([...notes].map(([id, { x, y }]) => [id, x, y])).toEqual([
      ['a', 1000, 122],
      ['head', 1000, 50],
      ['b', 1000, 194],
    ])
    expect(groups.get('head')).toEqual({
      frame: { x: 988, y: 38, width: 264, height: 228 },
      members: ['a', 'b'],
    })
  })

  it('stand in columns when they are many, and one under the other in a cell', () => {
    const many = Array.from({ length: 9 }, (_, index) => under(`n${index}`, 'head'))
    const wide = layout(mapWith({ ...grid, notes: [free('head'), ...many] }), sizes)
    expect([wide.notes.get('n2')?.x, wide.notes.get('n3')?.x]).toEqual([1504, 1000])
    const head = { id: 'head', stage: 'wait', lane: 'behind' }
    const next = { id: 'next', stage: 'wait', lane: 'behind' }
    const { notes, rows, cells } = layout(mapWith({ ...grid, notes: [head, next, ...many] }), sizes)
    expect(new Set([...notes.values()].map(({ x }) => x))).toEqual(new Set([300]))
    expect(notes.get('next')?.y).toBeGreaterThan((notes.get('n8')?.y ?? 0) + 60)
    expect(rows[1]?.height).toBeGreaterThan(11 * 60)
    expect(cells.get('behind')?.get('wait')).toHaveLength(11)
  })

  it('stay on the map when headings stand under each other, as merging can leave them', () => {
    const map = mapWith({ notes: [free('a', { under: 'b' }), free('b', { under: 'a' }), free('c', { under: 'c' })] })
    const { notes, groups } = layout(map, sizes)
    expect([...notes.keys()]).toEqual(['a', 'b', 'c'])
    expect(groups.size).toBe(0)
  })
})

describe('cards without a home', () => {
  it('are notes too whose stage or lane was removed', () => {
    const notes = [
      { id: 'no-stage', stage: null, lane: 'behind' },
      { id: 'no-lane', stage: 'wait', lane: null, x: 5, y: 5 },
    ]
    const { unsorted, notes: places } = layout(mapWith({ ...grid, notes }), sizes)
    const row = unsorted?.area ?? { y: Number.NaN, height: Number.NaN }
    for (const { id } of notes) {
      const place = places.get(id)
      expect(place?.y).toBeGreaterThanOrEqual(row.y)
      expect((place?.y ?? 0) + (place?.height ?? 0)).toBeLessThanOrEqual(row.y + row.height)
    }
  })

  it('stand in an extra row at the bottom', () => {
    const touchpoints = [
      { id: 'lost', stage: '', lane: '' },
      { id: 'half', stage: 'wait', lane: 'gone' },
    ]
    const { unsorted, touchpoints: places } = layout(mapWith({ ...grid, touchpoints }), sizes)
    expect(unsorted?.area).toEqual({ x: 0, y: 320, width: 840, height: 140 })
    expect(places.get('lost')).toMatchObject({ x: 20, y: 340 })
    expect(places.get('half')).toMatchObject({ x: 276, y: 340 })
  })

  it('are shown even on a map without stages and lanes', () => {
    const { unsorted, bounds } = layout(mapWith({ touchpoints: [{ id: 'lost' }] }), sizes)
    expect(unsorted?.area.height).toBe(140)
    expect(bounds.width).toBe(440)
  })

  it('need no row when there are none', () => {
    expect(layout(mapWith(grid), sizes).unsorted).toBeNull()
  })
})

it('gives equal layouts for equal maps', () => {
  const make = () => mapWith({ ...grid, touchpoints: [{ id: 'a', stage: 'wait', lane: 'steps' }] })
  expect(layout(make(), sizes)).toEqual(layout(make(), sizes))
})

it('never lays a stacked card over another one, however the others were put', () => {
  const card = fc.record({
    height: fc.integer({ min: 20, max: 300 }),
    at: fc.option(fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 800 }) })),
  })
  fc.assert(
    fc.property(fc.array(card, { maxLength: 12 }), fc.integer({ min: 280, max: 900 }), (cards, width) => {
      const rects = stack(
        cards.map(({ height, at }) => ({ at, size: { width: CARD_WIDTH, height } })),
        width,
      )
      for (const [index, { at }] of cards.entries()) {
        if (at) continue
        const others = rects.filter((_, other) => other !== index)
        expect(others.filter(other => overlaps(other, rects[index] as Rect))).toEqual([])
      }
    }),
  )
})
