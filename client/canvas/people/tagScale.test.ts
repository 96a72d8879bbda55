import { expect, it } from 'vitest'
import { tagScale } from './useTagScale.ts'

it('keeps names readable from afar, and as large as the map near by', () => {
  for (let zoom = 0.02; zoom < 4; zoom *= 1.03) {
    const shown = tagScale(zoom) * zoom
    expect(shown, `at ${zoom}`).toBeGreaterThan(0.84)
    expect(shown, `at ${zoom}`).toBeLessThanOrEqual(Math.max(1.2, zoom))
  }
  expect(tagScale(3)).toBe(1)
})

it('changes a few times only on the way from one end of the zoom to the other', () => {
  const steps = new Set(Array.from({ length: 400 }, (_, at) => tagScale(0.02 * 200 ** (at / 400))))
  expect(steps.size).toBeLessThan(14)
})
