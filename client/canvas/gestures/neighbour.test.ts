import { describe, expect, it } from 'vitest'
import { layout } from '#shared/model/layout/layout.ts'
import { mapWith } from '#shared/testing/mapWith.ts'
import { type Direction, firstCard, neighbour } from './neighbour.ts'

const SIZE = { width: 240, height: 100 }

const map = layout(
  mapWith({
    stages: [{ id: 'find' }, { id: 'buy' }, { id: 'use' }],
    lanes: [
      { id: 'steps', kind: 'steps' },
      { id: 'meet', kind: 'frontstage' },
    ],
    touchpoints: [
      { id: 'use 1', stage: 'use', lane: 'steps' },
      { id: 'find 1', stage: 'find', lane: 'steps' },
      { id: 'find 2', stage: 'find', lane: 'steps' },
      { id: 'meet 1', stage: 'find', lane: 'meet' },
      { id: 'meet 2', stage: 'buy', lane: 'meet' },
      { id: 'lost', stage: 'gone', lane: 'gone' },
    ],
    notes: [{ id: 'free', x: 900, y: 900 }],
  }),
  { touchpoint: () => SIZE, note: () => SIZE },
)

/** Where the keys lead, one after the other. */
function walk(from: string, ...directions: Direction[]): (string | null)[] {
  let at: string | null = from
  return directions.map(direction => {
    at = at === null ? null : neighbour(map, at, direction)
    return at
  })
}

describe('arrow keys', () => {
  it('begin at the first card of the first lane', () => {
    expect(firstCard(map)).toBe('find 1')
    expect(firstCard(layout(mapWith({}), { touchpoint: () => SIZE, note: () => SIZE }))).toBeNull()
  })

  it('go down through a cell and on to the next lane of the same stage', () => {
    expect(walk('find 1', 'down', 'down')).toEqual(['find 2', 'meet 1'])
    expect(walk('meet 1', 'up', 'up', 'up')).toEqual(['find 2', 'find 1', null])
  })

  it('go to the next stage of the same lane that has cards, past empty ones', () => {
    expect(walk('find 1', 'right', 'left')).toEqual(['use 1', 'find 1'])
    expect(walk('meet 1', 'right', 'right')).toEqual(['meet 2', null])
  })

  it('choose the card at the same height where a stage has several', () => {
    expect(neighbour(map, 'use 1', 'left')).toBe('find 1')
  })

  it('reach cards without a home and notes that lie free', () => {
    expect(walk('meet 1', 'down')).toEqual(['lost'])
    expect(walk('use 1', 'down')).toEqual(['free'])
  })

  it('go nowhere from a card that is no longer there', () => {
    expect(neighbour(map, 'deleted', 'right')).toBeNull()
  })

  it('go through cards that stand side by side in one cell', () => {
    const wide = layout(
      mapWith({
        stages: [{ id: 'find', width: 540 }, { id: 'buy' }],
        lanes: [{ id: 'steps' }],
        touchpoints: ['a', 'b', 'c'].map(id => ({ id, stage: 'find', lane: 'steps' })),
      }),
      { touchpoint: () => SIZE, note: () => SIZE },
    )
    expect(neighbour(wide, 'a', 'right')).toBe('b')
    expect(neighbour(wide, 'b', 'left')).toBe('a')
    expect(neighbour(wide, 'b', 'down')).toBe('c')
  })
})
