import { describe, expect, it } from 'vitest'
import { mapWith } from '../../testing/mapWith.ts'
import { cellAt, cellRect, slotAt } from './hit.ts'
import { layout } from './layout.ts'
import { CARD_WIDTH, type Sizes } from './MapLayout.ts'

const sizes: Sizes = {
  touchpoint: (_, width) => ({ width, height: 100 }),
  note: () => ({ width: CARD_WIDTH, height: 60 }),
}

const at = (id: string, stage = 'one', more = {}) => ({ id, stage, lane: 'steps', ...more })
const placed = layout(
  mapWith({
    stages: [{ id: 'one' }, { id: 'wide', width: 560 }],
    lanes: [{ id: 'steps' }, { id: 'front', kind: 'frontstage' }],
    touchpoints: [at('a'), at('b'), at('hand', 'one', { x: 20, y: 400 }), at('c', 'wide'), at('d', 'wide')],
  }),
  sizes,
)

describe('the cell under a point', () => {
  it('says how far the point is from its corner', () => {
    expect(cellAt(placed, 300, 30)).toEqual({ stage: 'wide', lane: 'steps', x: 20, y: 30 })
  })

  it('is the one whose rectangle holds the point', () => {
    const rect = cellRect(placed, 'wide', 'front')
    expect(rect && cellAt(placed, rect.x, rect.y)).toEqual({ stage: 'wide', lane: 'front', x: 0, y: 0 })
    expect(rect && cellAt(placed, rect.x + rect.width - 1, rect.y + rect.height - 1)?.lane).toBe('front')
  })

  it('is none on headers and beyond the last stage', () => {
    expect(cellAt(placed, -1, 10)).toBeNull()
    expect(cellAt(placed, 10, -1)).toBeNull()
    expect(cellAt(placed, 5000, 10)).toBeNull()
    expect(cellRect(placed, 'gone', 'steps')).toBeNull()
  })
})

describe('the place in the stack', () => {
  it('is before the card whose upper half is under the point, behind it for the lower half', () => {
    expect(slotAt(placed, 100, 30)).toMatchObject({ index: 0, after: null, before: 'a' })
    expect(slotAt(placed, 100, 100)).toMatchObject({ index: 1, after: 'a', before: 'b' })
    expect(slotAt(placed, 100, 390)).toMatchObject({ index: 2, after: 'b', before: null })
  })

  it('is left or right of a card where cards stand side by side', () => {
    expect(slotAt(placed, 310, 50)).toMatchObject({ stage: 'wide', before: 'c' })
    expect(slotAt(placed, 540, 50)).toMatchObject({ after: 'c', before: 'd' })
    expect(slotAt(placed, 820, 50)).toMatchObject({ after: 'd', before: null })
    expect(slotAt(placed, 310, 300)).toMatchObject({ after: 'd', before: null })
  })

  it('does not count the card that is being moved', () => {
    expect(slotAt(placed, 100, 100, { moving: new Set(['a']) })).toMatchObject({ index: 0, before: 'b' })
  })

  it('is the first one of an empty cell', () => {
    const { y = 0 } = cellRect(placed, 'one', 'front') ?? {}
    expect(slotAt(placed, 10, y + 10)).toEqual({ stage: 'one', lane: 'front', index: 0, after: null, before: null })
  })
})
