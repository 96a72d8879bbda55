import { describe, expect, it } from 'vitest'
import { NO_FILTER } from '#shared/model/evidence/filter.ts'
import { mapWith } from '#shared/testing/mapWith.ts'
import { differenceWords, voicesDifference, widest } from './compareWords.ts'
import { filterFor, firstSides, sideWords } from './sides.ts'

describe('what comparing says', () => {
  it.each([
    [0, 'Both feel the same'],
    [0.2, 'Both feel the same'],
    [0.5, 'B feels half a step better'],
    [-1, 'B feels 1 step worse'],
    [-1.5, 'B feels 1½ steps worse'],
    [4, 'B feels 4 steps better'],
  ])('of a difference of %d: %s', (difference, words) => {
    expect(differenceWords(difference)).toBe(words)
  })

  it.each([
    [3, 3, 'same'],
    [3, 5, '+2'],
    [1_500, 0, '−1,500'],
  ])('of %i and %i voices: %s', (a, b, words) => {
    expect(voicesDifference(a, b)).toBe(words)
  })

  it('names the touchpoint on which the two are furthest apart, whichever way', () => {
    const stage = (differences: (number | null)[]) => ({
      ...{ id: 's', title: 'S', customers: [0, 0] as const },
      touchpoints: differences.map((difference, at) => ({ title: `t${at}`, sides: [null, null] as const, difference })),
    })
    expect(widest([stage([1, null, -3]), stage([2])])).toEqual({ title: 't2', difference: -3 })
    expect(widest([stage([0, null])])).toBeNull()
  })
})

describe('the two sides', () => {
  const map = mapWith({ personas: [{ id: 'a', name: 'Daily' }, { id: 'b' }, { id: 'c' }] })

  it('begin with the first two personas, or before and since this month a year ago', () => {
    expect(firstSides(map, '2026-03-15')).toEqual([
      { of: 'persona', persona: 'a' },
      { of: 'persona', persona: 'b' },
    ])
    expect(firstSides(mapWith({}), '2026-03-15')).toEqual([
      { of: 'time', from: null, to: '2025-02-28' },
      { of: 'time', from: '2025-03-01', to: null },
    ])
  })

  it('narrow what is filtered already', () => {
    const filter = { ...NO_FILTER, channels: ['Phone'], from: '2025-01-01' }
    expect(filterFor({ of: 'persona', persona: null }, filter)).toEqual({ ...filter, personas: [null] })
    expect(filterFor({ of: 'time', from: null, to: '2025-06-30' }, filter)).toMatchObject({
      ...{ channels: ['Phone'], from: null, to: '2025-06-30' },
    })
    expect(filterFor({ of: 'all' }, filter)).toBe(filter)
  })

  it('are called by what they are', () => {
    expect(sideWords({ of: 'persona', persona: 'a' }, map)).toBe('Daily')
    expect(sideWords({ of: 'persona', persona: null }, map)).toBe('No persona')
    expect(sideWords({ of: 'time', from: '2025-01-01', to: null }, map)).toBe('Since 1 Jan 2025')
    expect(sideWords({ of: 'time', from: null, to: null }, map)).toBe('Any time')
    const future = { ...map, map: { ...map.map, state: 'future' as const } }
    expect(sideWords({ of: 'file', name: 'next.json', read: { ok: true, map: future } }, map)).toBe(
      'next.json (future state)',
    )
  })
})
