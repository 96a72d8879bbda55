import { describe, expect, it } from 'vitest'
import type { Version } from '../storage/records.ts'
import { DAY, MAX_OF_A_DAY, VERSION_EVERY, WEEK } from './limits.ts'
import { thinned } from './thinned.ts'

const START = Date.UTC(2026, 0, 5)

function version(number: number, at: number, name: string | null = null): Version {
  return { number, seq: number, at, name, authors: [] }
}

/** Keeps a version every hour for so many days and thins after each, as a map that is always edited does. */
function live(days: number): { versions: Version[]; now: number } {
  let versions: Version[] = []
  let now = START
  for (let hour = 0; hour < days * 24; hour++) {
    now = START + hour * VERSION_EVERY
    versions.push(version(hour + 1, now))
    const dropped = new Set(thinned(versions, now))
    versions = versions.filter(({ number }) => !dropped.has(number))
  }
  return { versions, now }
}

describe('what stays of a map’s past', () => {
  it('is every hour of the last day, every day of the last month and every week before that', () => {
    const { versions, now } = live(100)
    const ages = versions.map(({ at }) => now - at)
    const within = (from: number, to: number) => ages.filter(age => age >= from && age < to).length
    expect(within(0, DAY)).toBe(24)
    expect([29, 30]).toContain(within(DAY, 30 * DAY))
    expect([10, 11]).toContain(within(30 * DAY, 100 * DAY))
    // Never longer than a week without a version, and for the last month never longer than a day and its hour.
    const gaps = versions.slice(1).map(({ at }, index) => at - (versions[index]?.at ?? at))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(WEEK + DAY)
    const recent = gaps.filter((_, index) => now - (versions[index]?.at ?? 0) < 29 * DAY)
    expect(Math.max(...recent)).toBeLessThanOrEqual(DAY)
  })

  it('is everything that somebody named, however old', () => {
    const named = Array.from({ length: 5 }, (_, hour) => version(hour + 1, START + hour * VERSION_EVERY, 'Named'))
    expect(thinned([...named, version(6, START + DAY)], START + 1_000 * DAY)).toEqual([])
  })

  it('is what was there before each of many restores in one hour', () => {
    const versions = Array.from({ length: 20 }, (_, minute) => version(minute + 1, START + minute * 60_000))
    expect(thinned(versions, START + VERSION_EVERY)).toEqual([])
  })

  it('is the newest version, also when nobody came back for years', () => {
    const versions = [version(1, START), version(2, START + 1)]
    expect(thinned(versions, START + 5_000 * DAY)).toEqual([1])
  })

  it('is not more than so many versions of one day', () => {
    const versions = Array.from({ length: MAX_OF_A_DAY + 3 }, (_, index) => version(index + 1, START + index))
    expect(thinned(versions, START + 10_000).sort()).toEqual([1, 2, 3])
  })
})
