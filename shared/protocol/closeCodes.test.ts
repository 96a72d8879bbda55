import { describe, expect, it } from 'vitest'
import { CLOSE, CLOSE_SENTENCES, closeSentence, mayReturn } from './closeCodes.ts'

describe('close codes', () => {
  it('have one sentence each that fits into a close frame', () => {
    expect(Object.keys(CLOSE_SENTENCES).map(Number).toSorted()).toEqual(Object.values(CLOSE).toSorted())
    for (const sentence of Object.values(CLOSE_SENTENCES)) {
      expect(new TextEncoder().encode(sentence).length).toBeLessThanOrEqual(123)
      expect(sentence).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('keep away for good only those for whom coming back cannot help', () => {
    expect(Object.values(CLOSE).filter(mayReturn).toSorted()).toEqual([1012, 1013, 4500])
    expect(mayReturn(1006)).toBe(true)
  })

  it('say nothing about codes that are not ours', () => {
    expect(closeSentence(4404)).toContain('no such map')
    expect(closeSentence(1006)).toBeNull()
  })
})
