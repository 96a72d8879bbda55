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
