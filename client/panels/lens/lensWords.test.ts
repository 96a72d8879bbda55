import { describe, expect, it } from 'vitest'
import type { Tally } from '#shared/model/evidence/EvidenceIndex.ts'
import { matterCount, supportCount } from './lensWords.ts'

const tally = (supports: number, contradicts: number, mixed = 0) => ({ supports, contradicts, mixed }) as Tally

describe('the line on top of the map', () => {
  it.each([
    [0, 0, 0, 'nobody asked yet'],
    [2, 0, 0, '2 yes, 0 no of 5 needed'],
    [3, 1, 0, '3 yes, 1 no of 5 needed'],
    [4, 1, 0, '4 yes, 1 no'],
    [3, 1, 1, '3 yes, 1 no, 1 both'],
    [1_200, 3, 0, '1,200 yes, 3 no'],
  ])('says of %i yes, %i no and %i both: %s', (yes, no, both, words) => {
    expect(matterCount(tally(yes, no, both), 5)).toBe(words)
  })

  it('says how many customers say why they hire us, and how many the opposite', () => {
    expect(supportCount(tally(4, 0), 5)).toBe('4 of 5 customers needed say this')
    expect(supportCount(tally(6, 1), 5)).toBe('6 customers say this, 1 the opposite')
  })
})
