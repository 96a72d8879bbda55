import { describe, expect, it } from 'vitest'
import { sentence, statusWords } from './sentence.ts'
import type { Tally } from './tally.ts'

const NOBODY: Tally = {
  supports: 0,
  contradicts: 0,
  mixed: 0,
  status: 'assumption',
  stale: false,
  overturned: false,
  staffSupports: 0,
  staffContradicts: 0,
  recalled: 0,
  unknown: 0,
}

describe('the sentence behind a number', () => {
  it.each([
    [
      { supports: 4, contradicts: 1 },
      63,
      2518,
      '4 customers say this, 1 the opposite; 63 spoke about this touchpoint, 2,518 are on the map',
    ],
    [{ supports: 1 }, 1, 1, '1 customer says this; 1 spoke about this touchpoint, 1 is on the map'],
    [{ contradicts: 6 }, null, 40, 'No customer says this, 6 the opposite; 40 are on the map'],
    [
      { supports: 3, contradicts: 2, mixed: 1 },
      9,
      40,
      '3 customers say this, 2 the opposite, 1 both; 9 spoke about this touchpoint, 40 are on the map',
    ],
    [
      {},
      0,
      0,
      'No customer has said this yet, 5 are needed; nobody spoke about this touchpoint, no customer is on the map',
    ],
    [
      { supports: 2, staffSupports: 3, staffContradicts: 1, recalled: 1, unknown: 12 },
      null,
      7,
      '2 customers say this; 7 are on the map. Counted apart: 3 of the staff for it, 1 of the staff against it, 1 quote recalled by a colleague, 12 quotes from unknown people',
    ],
  ])('%j, %j spoke, %j on the map', (voices, spoke, onMap, expected) => {
    expect(sentence({ ...NOBODY, ...voices }, spoke, onMap, 5)).toBe(expected)
  })

  it('says how many are needed when one is enough', () => {
    expect(sentence(NOBODY, null, 3, 1)).toBe('No customer has said this yet, 1 is needed; 3 are on the map')
  })
})

describe('the words for a status', () => {
  it('follows the number of voices that the map needs', () => {
    expect(statusWords('heard', 5).label).toBe('2–4 customers')
    expect(statusWords('heard', 3).label).toBe('2 customers')
    expect(statusWords('heard', 12).label).toBe('2–11 customers')
    expect(statusWords('corroborated', 5).label).toBe('confirmed by 5 or more')
    expect(statusWords('corroborated', 7).explanation).toBe('7 or more different customers said this.')
    expect(statusWords('corroborated', 1).explanation).toBe('1 customer or more said this.')
  })

  it('explains every status in one line', () => {
    const all = ['assumption', 'single', 'heard', 'corroborated', 'contested', 'stale', 'overturned'] as const
    expect(all.map(status => statusWords(status, 5).label)).toEqual([
      'our assumption',
      '1 customer',
      '2–4 customers',
      'confirmed by 5 or more',
      'customers disagree',
      'old',
      'we were wrong here',
    ])
    for (const status of all) expect(statusWords(status, 5).explanation).toMatch(/^[^\n]{20,110}\.$/)
  })
})
