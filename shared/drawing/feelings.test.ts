import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrast, over } from '../testing/contrast.ts'
import { plainWidths } from '../testing/plainWidths.ts'
import { curveThrough } from './curve.ts'
import { DASHED, DOTTED, drawFeelings, type FeelingPoint, feelingY, GAP_OPACITY, SOLID } from './feelings.ts'
import type { Path } from './scene.ts'
import { DARK, LIGHT } from './theme.ts'

type Felt = [assumed: number | null, heard: number | null, customers?: number]

function draw(...felt: Felt[]) {
  const points = felt.map(([assumed, heard, customers = 5], index): FeelingPoint => {
    const touchpoint = String(index)
    return { touchpoint, x: 100 * index + 50, assumed, heard: heard === null ? null : { median: heard, customers } }
  })
  const { items } = drawFeelings({ lane: 'f', width: 600, height: 200, needed: 5, points }, plainWidths)
  const paths = items.filter(item => item.type === 'path') as Path[]
  const like = (ink: object) => paths.filter(path => JSON.stringify({ ...path, ...ink }) === JSON.stringify(path))
  return {
    items,
    dashed: like(DASHED).length,
    dotted: like(DOTTED).length,
    solid: paths.filter(path => path.strokeWidth === SOLID.strokeWidth && !path.dash).length,
    shaded: paths.filter(path => path.opacity !== undefined).map(path => path.fill),
  }
}

describe('the curves', () => {
  it('draw a guess dashed and what enough customers said solid', () => {
    expect(draw([1, 1], [1, 1])).toMatchObject({ dashed: 1, solid: 1, dotted: 0, shaded: [] })
  })

  it('are dotted where fewer customers spoke than the map needs', () => {
    expect(draw([null, 1], [null, 2, 4], [null, 1], [null, 1])).toMatchObject({ solid: 1, dotted: 2 })
  })

  it('never draw a solid line past a touchpoint that nobody spoke about', () => {
    expect(draw([1, 1], [1, null], [1, 1])).toMatchObject({ solid: 0, dotted: 1 })
  })

  it('shade where customers feel worse than assumed, and better', () => {
    expect(draw([1, -1], [1, -1]).shaded).toEqual(['feeling-1'])
    expect(draw([-1, 1], [-1, 1]).shaded).toEqual(['feeling1'])
    expect(draw([2, -2], [-2, 2]).shaded).toEqual(['feeling-1', 'feeling1'])
  })

  it.each([LIGHT, DARK])('shade the gap so that it is seen, and the curves still stand out on it', theme => {
    for (const feeling of ['feeling-1', 'feeling1'] as const) {
      const shade = over(theme[feeling], theme.paper, GAP_OPACITY)
      expect(contrast(shade, theme.paper)).toBeGreaterThan(1.3)
      expect(contrast(theme.ink, shade)).toBeGreaterThan(4.5)
    }
  })

  it('show the gap of a single touchpoint too', () => {
    const [gap] = draw([2, -1]).items.filter(item => item.type === 'box')
    expect(gap).toMatchObject({ fill: 'feeling-1', y: feelingY(2, 200), height: feelingY(-1, 200) - feelingY(2, 200) })
  })

  /** What of the dots and marks belongs to one touchpoint at which each customer felt so, with a median of 1. */
  function felt(values: number[], needed = 3) {
    const heard = { median: 1, customers: values.length, values }
    const points = [{ touchpoint: 't', x: 50, assumed: null, heard }]
    const { items } = drawFeelings({ lane: 'f', width: 600, height: 200, needed, points }, plainWidths)
    return {
      dots: items.filter(item => item.type === 'path' && item.opacity !== undefined && item.opacity > GAP_OPACITY)
        .length,
      numbers: items.flatMap(item => (item.type === 'text' ? [item.text] : [])),
    }
  }

  it('show what each customer felt as dots, one for each half step, and none for a customer alone', () => {
    expect(felt([-2, -1, -1, 0.5, 2])).toMatchObject({ dots: 4 })
    expect(felt([1])).toMatchObject({ dots: 0 })
  })

  it('mark a touchpoint with as many unhappy customers as the map needs, however happy the middle is', () => {
    expect(felt([-2, -1, -0.5, 1, 1, 1, 1, 2])).toMatchObject({ numbers: ['3'] })
    expect(felt([-2, -1, 0, 1, 1, 1, 1, 2])).toMatchObject({ numbers: [] })
  })

  it('say so when there are none', () => {
    expect(draw([null, null]).items).toContainEqual(expect.objectContaining({ text: 'No feelings yet' }))
  })

  it('pass through every point and swing beyond none', () => {
    const step = fc.record({ right: fc.integer({ min: 1, max: 50 }), y: fc.integer({ min: -8, max: 8 }) })
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 8 }), steps => {
        let x = 0
        const points = steps.map(({ right, y }) => {
          x += right
          return { x, y }
        })
        const curve = curveThrough(points)
        for (const [index, from] of points.entries()) {
          expect(curve.at(from.x)).toBeCloseTo(from.y)
          const to = points[index + 1]
          if (!to) continue
          for (const part of [0.1, 0.3, 0.5, 0.7, 0.9]) {
            const between = curve.at(from.x + part * (to.x - from.x))
            expect(between).toBeGreaterThanOrEqual(Math.min(from.y, to.y) - 1e-9)
            expect(between).toBeLessThanOrEqual(Math.max(from.y, to.y) + 1e-9)
          }
        }
      }),
    )
  })
})
