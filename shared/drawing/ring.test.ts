import { describe, expect, it } from 'vitest'
import { plainWidths } from '../testing/plainWidths.ts'
import { type RingCounts, ring } from './ring.ts'
import type { Path } from './scene.ts'
import { AGAINST } from './theme.ts'

function parts(counts: RingCounts, options = {}) {
  const { items } = ring(counts, plainWidths, options)
  const paths = items.filter(item => item.type === 'path') as Path[]
  return {
    filled: paths.filter(path => path.fill === 'ink').length,
    hollow: paths.filter(path => path.stroke === 'pencil').length,
    against: paths.filter(path => path.stroke === AGAINST).length,
    number: items.find(item => item.type === 'text')?.text,
    faded: items.every(item => 'opacity' in item && (item.opacity ?? 1) < 1),
  }
}

describe('the ring', () => {
  it('has a segment for each voice that is needed and fills one for each supporter', () => {
    expect(parts({ needed: 5, supports: 3, contradicts: 0 })).toMatchObject({ filled: 3, hollow: 2, number: '3' })
    expect(parts({ needed: 5, supports: 0, contradicts: 0 })).toMatchObject({ filled: 0, hollow: 5, number: '0' })
  })

  it('is full when more support a claim than it needs, and still tells the number', () => {
    expect(parts({ needed: 5, supports: 63, contradicts: 0 })).toMatchObject({ filled: 5, hollow: 0, number: '63' })
  })

  it('shows those against a claim on an inner arc', () => {
    expect(parts({ needed: 5, supports: 3, contradicts: 2 }).against).toBe(1)
    expect(parts({ needed: 5, supports: 3, contradicts: 0 }).against).toBe(0)
  })

  it('is faded when everything is old', () => {
    expect(parts({ needed: 5, supports: 3, contradicts: 1, stale: true }).faded).toBe(true)
    expect(parts({ needed: 5, supports: 3, contradicts: 1 }).faded).toBe(false)
  })

  it('keeps its number inside, however large that is', () => {
    for (const supports of [7, 63, 2518]) {
      const { items, width } = ring({ needed: 5, supports, contradicts: 3 }, plainWidths)
      const text = items.find(item => item.type === 'text')
      expect(text?.width).toBeLessThan(width * 0.6)
    }
  })

  it('can leave the number out where nobody could read it', () => {
    expect(parts({ needed: 5, supports: 3, contradicts: 0 }, { size: 16, number: false }).number).toBeUndefined()
  })

  it('stays readable when a map needs fifty voices', () => {
    const { filled, hollow } = parts({ needed: 50, supports: 25, contradicts: 0 })
    expect(filled + hollow).toBeLessThanOrEqual(13)
  })
})
