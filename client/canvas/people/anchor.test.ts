import { describe, expect, it } from 'vitest'
import { layout } from '#shared/model/layout/layout.ts'
import { mapWith } from '#shared/testing/mapWith.ts'
import { anchorOf, pointOf, underPointer } from './anchor.ts'

/** The same map on two screens: on the second one cards are higher and the lanes lie elsewhere. */
function screen(height: number) {
  const map = mapWith({
    stages: [{ id: 'find' }, { id: 'buy' }],
    lanes: [{ id: 'steps' }, { id: 'meet', kind: 'frontstage' }],
    touchpoints: [
      { id: 'a', stage: 'find', lane: 'steps' },
      { id: 'b', stage: 'find', lane: 'steps' },
    ],
  })
  return layout(map, { touchpoint: () => ({ width: 240, height }), note: () => ({ width: 240, height }) })
}
const [mine, theirs] = [screen(100), screen(300)]

describe('where a pointer is', () => {
  it('is on the same card on every screen', () => {
    const card = mine.touchpoints.get('b')
    const anchor = anchorOf(mine, { x: (card?.x ?? 0) + 10, y: (card?.y ?? 0) + 20 })
    expect(anchor).toEqual({ on: 'card', id: 'b', x: 10, y: 20 })
    const there = theirs.touchpoints.get('b')
    expect(pointOf(theirs, anchor)).toEqual({ x: (there?.x ?? 0) + 10, y: (there?.y ?? 0) + 20 })
  })

  it('is in the same cell on every screen', () => {
    const y = (mine.rows[1]?.y ?? 0) + 5
    const anchor = anchorOf(mine, { x: 300, y })
    expect(anchor).toMatchObject({ on: 'cell', stage: 'buy', lane: 'meet', y: 5 })
    expect(pointOf(theirs, anchor)?.y).toBe((theirs.rows[1]?.y ?? 0) + 5)
  })

  it('is a place of the map where nothing else is', () => {
    expect(anchorOf(mine, { x: -80, y: -20 })).toEqual({ on: 'map', x: -80, y: -20 })
  })

  it('stays on its card and in its lane where these are lower', () => {
    const card = theirs.touchpoints.get('a')
    const low = anchorOf(theirs, { x: (card?.x ?? 0) + 10, y: (card?.y ?? 0) + 280 })
    expect(pointOf(mine, low)).toEqual({ x: (card?.x ?? 0) + 10, y: (mine.touchpoints.get('a')?.y ?? 0) + 100 })
    const cell = anchorOf(theirs, { x: 300, y: 600 })
    expect(cell).toMatchObject({ on: 'cell', lane: 'steps' })
    expect(pointOf(mine, cell)?.y).toBe(mine.rows[0]?.height)
  })

  it('keeps the card that a colleague holds under their pointer, across lanes of other heights', () => {
    const held = { x: 300, y: 600, width: 240, height: 100 }
    const at = (y: number) => ({ on: 'map', x: 310, y }) as const
    expect(underPointer(mine, held, at(640))).toBe(0)
    expect(underPointer(mine, held, at(900))).toBe(200)
    expect(underPointer(mine, held, at(500))).toBe(-100)
    expect(underPointer(mine, held, null)).toBe(0)
  })

  it('is nowhere when the card is gone', () => {
    expect(pointOf(mine, { on: 'card', id: 'gone', x: 1, y: 1 })).toBeNull()
  })
})
