import { expect, it } from 'vitest'
import { layout } from '#shared/model/layout/layout.ts'
import { mapWith } from '#shared/testing/mapWith.ts'
import { keptPlace } from './useKeptPlace.ts'

const map = mapWith({
  stages: [{ id: 'find' }],
  lanes: [{ id: 'steps' }],
  touchpoints: ['a', 'b', 'c'].map(id => ({ id, stage: 'find', lane: 'steps' })),
})
const laid = (height: number) =>
  layout(map, { touchpoint: (_, width) => ({ width, height }), note: () => ({ width: 240, height }) })

it('shows the same card in the middle of the canvas in every text size', () => {
  const [usual, large] = [laid(100), laid(260)]
  const card = (of: typeof usual) => of.touchpoints.get('c') ?? { x: 0, y: 0 }
  const size = { width: 800, height: 600 }
  // 30 below the top of the third card is in the middle.
  const before = { x: 400 - (card(usual).x + 10) * 0.5, y: 300 - (card(usual).y + 30) * 0.5, zoom: 0.5 }
  const after = keptPlace(usual, large, before, size)
  expect(after).toEqual({ x: before.x, y: 300 - (card(large).y + 30) * 0.5, zoom: 0.5 })
})

it('shows the same card there when a column before it becomes wider', () => {
  const [narrow, wide] = [280, 520].map(width => {
    const stages = [
      { id: 'find', width },
      { id: 'buy', width: 280 },
    ]
    const touchpoints = [{ id: 'paid', stage: 'buy', lane: 'steps' }]
    const map = mapWith({ stages, lanes: [{ id: 'steps' }], touchpoints })
    return layout(map, {
      touchpoint: (_, width) => ({ width, height: 100 }),
      note: () => ({ width: 240, height: 100 }),
    })
  })
  const [before, after] = [narrow?.touchpoints.get('paid'), wide?.touchpoints.get('paid')]
  if (!narrow || !wide || !before || !after) throw new Error('The card lies nowhere.')
  expect(after.x - before.x).toBe(240)
  const view = { x: 400 - (before.x + 20) * 2, y: 300 - (before.y + 30) * 2, zoom: 2 }
  expect(keptPlace(narrow, wide, view, { width: 800, height: 600 })).toEqual({ ...view, x: view.x - 480 })
})
