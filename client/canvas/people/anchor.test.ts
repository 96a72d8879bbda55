import { describe, expect, it } from 'vitest'
import { layout } from '#shared/model/layout/layout.ts'
import { mapWith } from '#shared/testing/mapWith.ts'
import { anchorOf, pointOf } from './anchor.ts'

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

  it('is nowhere when the card is gone', () => {
    expect(pointOf(mine, { on: 'card', id: 'gone', x: 1, y: 1 })).toBeNull()
  })
})
