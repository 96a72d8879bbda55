import { describe, expect, it } from 'vitest'
import { placesAt, waysBetween } from './ways.ts'

const rect = (x: number, y: number) => ({ x, y, width: 240, height: 80 })
const layout = (touchpoints: Record<string, [number, number]>, notes: Record<string, [number, number]> = {}) => ({
  touchpoints: new Map(Object.entries(touchpoints).map(([id, at]) => [id, rect(...at)])),
  notes: new Map(Object.entries(notes).map(([id, at]) => [id, rect(...at)])),
})

describe('cards on their way', () => {
  it('are those that lie elsewhere, not those that came or went', () => {
    const before = layout({ stays: [0, 0], moves: [0, 100], gone: [0, 200] }, { note: [5, 5] })
    const after = layout({ stays: [0, 0], moves: [300, 140], fresh: [9, 9] }, { note: [5, 6] })
    expect(waysBetween(before, after).map(({ id }) => id)).toEqual(['note', 'moves'])
  })

  it('begin where they lay, end where they lie, and are past the middle halfway', () => {
    const ways = waysBetween(layout({ card: [0, 100] }), layout({ card: [200, 100] }))
    expect(placesAt(ways, 0).get('card')).toEqual({ x: 0, y: 100 })
    expect(placesAt(ways, 1).get('card')).toEqual({ x: 200, y: 100 })
    expect(placesAt(ways, 0.5).get('card')?.x).toBeGreaterThan(100)
  })
})
