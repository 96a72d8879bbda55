import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { systemClock } from './Clock.ts'

const DAY = 24 * 3_600_000

describe('the system’s clock', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('waits longer than a timer of Node can, for access that lasts months', () => {
    const run = vi.fn()
    systemClock.after(100 * DAY, run)
    vi.advanceTimersByTime(100 * DAY - 1)
    expect(run).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(run).toHaveBeenCalledOnce()
  })

  it('can be called off at any time', () => {
    const run = vi.fn()
    const stop = systemClock.after(100 * DAY, run)
    vi.advanceTimersByTime(60 * DAY)
    stop()
    vi.advanceTimersByTime(60 * DAY)
    expect(run).not.toHaveBeenCalled()
  })
})
