import { describe, expect, it } from 'vitest'
import { align, canAlign, nudge, selectAll } from './arrange.ts'
import { openMapWith } from './testing/openMapWith.ts'

const at = (id: string, stage = 'one', more = {}) => ({ id, title: id, stage, lane: 'steps', ...more })

function start(...touchpoints: ReturnType<typeof at>[]) {
  const made = openMapWith({ stages: [{ id: 'one' }, { id: 'two' }], lanes: [{ id: 'steps' }], touchpoints })
  const select = (...selected: string[]) => made.open.view.setState({ selected })
  return { ...made, select }
}

describe('moving cards by keys', () => {
  it('changes places with the neighbour in the stack, several together', () => {
    const { open, cards, select } = start(at('a'), at('b'), at('c'), at('d'))
    select('a')
    nudge(open, 'up')
    expect(cards()).toEqual(['one a', 'one b', 'one c', 'one d'])
    nudge(open, 'down')
    expect(cards()).toEqual(['one b', 'one a', 'one c', 'one d'])
    select('a', 'c')
    nudge(open, 'down')
    expect(cards()).toEqual(['one b', 'one d', 'one a', 'one c'])
    nudge(open, 'up')
    nudge(open, 'up')
    expect(cards()).toEqual(['one a', 'one c', 'one b', 'one d'])
    open.session.undo.undo()
    expect(cards()).toEqual(['one b', 'one a', 'one c', 'one d'])
  })

  it('goes to the neighbouring stage and no further than the map', () => {
    const { open, cards, select } = start(at('a'), at('b', 'two'))
    select('a')
    nudge(open, 'right')
    nudge(open, 'right')
    expect(cards()).toEqual(['two b', 'two a'])
    nudge(open, 'left')
    nudge(open, 'left')
    expect(cards()).toContain('one a')
  })

  it('moves what lies by hand a little', () => {
    const { open, map, select } = start(at('a', 'one', { x: 4, y: 50 }))
    select('a')
    nudge(open, 'left')
    nudge(open, 'down')
    expect(map().touchpoints[0]).toMatchObject({ x: 0, y: 58, stage: 'one' })
  })
})

describe('aligning', () => {
  it('lines up only what lies by hand, in one step', () => {
    const hand = (id: string, x: number, y: number) => at(id, 'one', { x, y })
    const { open, map, select } = start(hand('a', 10, 10), hand('b', 40, 100), hand('c', 30, 400), at('stacked'))
    select('stacked')
    expect(canAlign(open)).toBe(false)
    selectAll(open)
    align(open, 'left')
    expect(map().touchpoints.map(({ x }) => x)).toEqual([10, 10, 10, null])
    align(open, 'distribute')
    expect(map().touchpoints.map(({ y }) => y)).toEqual([10, 205, 400, null])
    align(open, 'top')
    expect(map().touchpoints.map(({ y }) => y)).toEqual([10, 10, 10, null])
    open.session.undo.undo()
    open.session.undo.undo()
    expect(map().touchpoints.map(({ y }) => y)).toEqual([10, 100, 400, null])
  })
})
