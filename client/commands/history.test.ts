import { describe, expect, it } from 'vitest'
import { restoredWords } from './history.ts'
import { kindCounts } from './kindWords.ts'

describe('what a restore did', () => {
  it('is said by kinds, in plain counts', () => {
    const restored = { back: { touchpoints: 3, quotes: 1_200, notes: 1 }, changed: { map: 1 }, gone: { evidence: 2 } }
    expect(restoredWords(restored)).toBe(
      '3 touchpoints, 1 note and 1,200 quotes came back; the map’s title or lens changed; 2 pieces of evidence went.',
    )
  })

  it('is nothing where nothing was different', () => {
    expect(restoredWords({ back: {}, changed: {}, gone: {} })).toBe('The map is what it was already.')
    expect(kindCounts({})).toBe('')
  })
})
