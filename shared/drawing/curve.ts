import type { Command } from './scene.ts'

export type CurvePoint = { readonly x: number; readonly y: number }

/** A smooth line through points of growing x that never swings beyond them (Fritsch–Carlson). */
export type Curve = {
  readonly points: readonly CurvePoint[]
  /** Height at `x`, which must lie within the curve. */
  at(x: number): number
  /** The part from one point to the next. */
  segment(index: number): Command[]
}

export function curveThrough(points: readonly CurvePoint[]): Curve {
  const slopes = tangents(points)
  const point = (index: number) => points[index] as CurvePoint
  return {
    points,
    at(x) {
      let index = 0
      while (index < points.length - 2 && point(index + 1).x <= x) index++
      const from = point(index)
      const to = points[index + 1]
      if (!to) return from.y
      const h = to.x - from.x
      const t = (x - from.x) / h
      const [a, b] = [slopes[index] ?? 0, slopes[index + 1] ?? 0]
      const u = 1 - t
      return u * u * (1 + 2 * t) * from.y + t * u * u * h * a + t * t * (3 - 2 * t) * to.y - t * t * u * h * b
    },
    segment(index) {
      const from = point(index)
      const to = point(index + 1)
      const third = (to.x - from.x) / 3
      const [a, b] = [slopes[index] ?? 0, slopes[index + 1] ?? 0]
      return [
        ['M', from.x, from.y],
        ['C', from.x + third, from.y + third * a, to.x - third, to.y - third * b, to.x, to.y],
      ]
    },
  }
}

function tangents(points: readonly CurvePoint[]): number[] {
  const secants = points.slice(1).map((to, index) => {
    const from = points[index] as CurvePoint
    return (to.y - from.y) / (to.x - from.x)
  })
  const first = secants[0] ?? 0
  const slopes = points.map((_, index) => {
    const before = secants[index - 1] ?? first
    const after = secants[index] ?? before
    return before * after <= 0 && index > 0 && index < points.length - 1 ? 0 : (before + after) / 2
  })
  for (const [index, secant] of secants.entries()) {
    if (secant === 0) {
      slopes[index] = 0
      slopes[index + 1] = 0
      continue
    }
    const a = (slopes[index] ?? 0) / secant
    const b = (slopes[index + 1] ?? 0) / secant
    const steep = Math.hypot(a, b)
    if (steep <= 3) continue
    slopes[index] = (3 * a * secant) / steep
    slopes[index + 1] = (3 * b * secant) / steep
  }
  return slopes
}
