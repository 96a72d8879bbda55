import { describe, expect, it } from 'vitest'
import { elapsed, inWords, reset, STOPPED, toggled } from './stopwatch.ts'

describe('the time that somebody speaks', () => {
  it('counts while it runs, stands in a pause, and starts from nought again', () => {
    const started = toggled(STOPPED, 1_000)
    expect(elapsed(started, 4_000)).toBe(3_000)
    const paused = toggled(started, 4_000)
    expect(elapsed(paused, 99_000)).toBe(3_000)
    const again = toggled(paused, 100_000)
    expect(elapsed(again, 101_000)).toBe(4_000)
    expect(elapsed(reset(again, 101_000), 103_000)).toBe(2_000)
    expect(elapsed(reset(paused, 5_000), 9_000)).toBe(0)
  })

  it('reads as people read time', () => {
    expect([0, 65_999, 425_000, 4_025_000].map(inWords)).toEqual(['0:00', '1:05', '7:05', '1:07:05'])
  })
})
