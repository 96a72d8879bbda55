import { expect, it } from 'vitest'
import { movedBy } from './useHeld.ts'

const rect = (x: number, y: number) => ({ x, y, width: 240, height: 100 })
const layout = {
  touchpoints: new Map([
    ['a', rect(0, 0)],
    ['b', rect(0.1, 120)],
  ]),
  notes: new Map([['n', rect(500, 40)]]),
}

it('tells how far cards were moved that are in one hand, whatever rounding does to them', () => {
  const places = new Map([
    ['a', { x: 0.2, y: 7 }],
    ['b', { x: 0.1 + 0.2, y: 127 }],
    ['n', { x: 500 + 0.2, y: 47 }],
  ])
  expect(movedBy(places, layout)).toEqual({ x: expect.closeTo(0.2), y: 7 })
})

it('tells nothing of cards that go their own ways', () => {
  const places = new Map([
    ['a', { x: 10, y: 7 }],
    ['n', { x: 510, y: 48 }],
  ])
  expect(movedBy(places, layout)).toBeNull()
})

it('leaves out what is not on the map any more', () => {
  const places = new Map([
    ['gone', { x: 1, y: 1 }],
    ['a', { x: 10, y: 7 }],
  ])
  expect(movedBy(places, layout)).toEqual({ x: 10, y: 7 })
})
