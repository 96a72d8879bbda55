import type { Level } from '#shared/model/evidence/coverage.ts'
import { type Shape, ShapeMark } from '../claim/ShapeMark.tsx'

const SHAPES: { readonly [L in Level | 'old']: Shape } = {
  empty: 'assumption',
  single: 'single',
  few: 'heard',
  enough: 'corroborated',
  old: 'stale',
}

/** How many spoke about a part of the map, by the marks of claims. */
export function LevelMark({ level }: { level: Level | 'old' }) {
  return <ShapeMark shape={SHAPES[level]} />
}
