import { describe, expect, it } from 'vitest'
import { hiddenCards } from '#shared/model/layout/hidden.ts'
import { CARD_WIDTH } from '#shared/model/layout/MapLayout.ts'
import { showLayout } from './shownLayout.ts'
import { laidOut } from './testing/laidOut.ts'
import { openMapWith } from './testing/openMapWith.ts'
import { hiding } from './tidy.ts'
import { overlapping, tidyCards, tidyScope } from './tidyCards.ts'

/** Cards are 100 high. */
const at = (id: string, y: number, stage = 'one') => ({ id, title: id, stage, lane: 'steps', x: 20, y })

function start() {
  const made = openMapWith({
    stages: [{ id: 'one' }, { id: 'two' }],
    lanes: [{ id: 'steps' }],
    touchpoints: [at('a', 20), at('b', 60), at('c', 300), at('d', 390), at('e', 20, 'two'), at('f', 30, 'two')],
    notes: [{ id: 'n', text: 'On a card', x: 40, y: 700 }],
  })
  let glides = 0
  showLayout(made.open, () => laidOut(made.map()), {
    sizes: () => ({
      touchpoint: (_, width) => ({ width, height: 100 }),
      note: () => ({ width: CARD_WIDTH, height: 60 }),
    }),
    glide: () => {
      glides += 1
    },
  })
  const look = () => hiding.setState({ hidden: hiddenCards(laidOut(made.map())) })
  const places = () => Object.fromEntries(made.map().touchpoints.map(({ id, y }) => [id, y]))
  const tidy = (...selected: string[]) => {
    made.open.view.setState({ selected })
    look()
    tidyCards(made.open)
  }
  return { ...made, tidy, places, look, glides: () => glides }
}

const BEFORE = { a: 20, b: 60, c: 300, d: 390, e: 20, f: 30 }

describe('tidying', () => {
  it('parts all cards of the map that overlap, in one step that is taken back as one', () => {
    const { open, tidy, places, glides } = start()
    tidy()
    expect(places()).toEqual({ a: 20, b: 136, c: 300, d: 416, e: 20, f: 136 })
    expect(glides()).toBe(1)
    open.session.undo.undo()
    expect(places()).toEqual(BEFORE)
    expect(open.session.undo.canUndo()).toBe(false)
  })

  it('parts only what is selected, all of the cell with one card, and all of a selected stage', () => {
    const some = start()
    some.tidy('c', 'd')
    expect(some.places()).toEqual({ ...BEFORE, d: 416 })
    const cell = start()
    cell.tidy('a')
    expect(cell.places()).toEqual({ ...BEFORE, b: 136, d: 416 })
    const stage = start()
    stage.tidy('two')
    expect(stage.places()).toEqual({ ...BEFORE, f: 136 })
  })

  it('is about the whole map where nothing that is selected overlaps', () => {
    const { open, look } = start()
    look()
    const { hidden } = hiding.getState()
    const layout = laidOut(open.map.getState().map)
    expect(tidyScope(layout, ['n'], hidden)).toBeNull()
    expect([...overlapping(hidden, null)].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    expect([...overlapping(hidden, tidyScope(layout, ['e'], hidden))].sort()).toEqual(['e', 'f'])
  })

  it('is for those who may edit', () => {
    const { open, tidy, places } = start()
    Object.assign(open, { role: 'viewer' })
    tidy()
    expect(places()).toEqual(BEFORE)
  })
})
