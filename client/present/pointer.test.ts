import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LeadWish, Point } from '#shared/protocol/lead.ts'
import { pointer } from './pointer.ts'

const at = (x: number): Point => ({ key: 1, x, y: 0 })

describe('showing where one points', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('tells the newest place, now and then, and at once that it is over, once', () => {
    const said: LeadWish[] = []
    const { point } = pointer(
      wish => said.push(wish),
      () => 3,
    )
    const points = () => said.map(wish => (wish.type === 'point' ? (wish.point?.x ?? null) : 'other'))
    for (const x of [1, 2, 3]) point(at(x))
    expect(points()).toEqual([1])
    vi.advanceTimersByTime(50)
    expect(points()).toEqual([1, 3])
    point(at(4))
    point(null)
    point(null)
    vi.advanceTimersByTime(500)
    expect(points()).toEqual([1, 3, null])
    point(at(5))
    expect(points()).toEqual([1, 3, null, 5])
  })
})
