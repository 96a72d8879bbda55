import type { MapLayout } from '#shared/model/layout/MapLayout.ts'

/** A stage or a lane along the direction in which it can be moved; map units. */
export type Span = { readonly id: string; readonly start: number; readonly size: number }

/** Where a dragged stage or lane would come to stand: before another (null: at the end), and where that begins. */
export type GridDrop = { readonly before: string | null; readonly at: number }

export function spansOf({ columns, rows }: MapLayout, kind: 'stages' | 'lanes'): Span[] {
  return kind === 'stages'
    ? columns.map(({ stage, x, width }) => ({ id: stage, start: x, size: width }))
    : rows.map(({ lane, y, height }) => ({ id: lane, start: y, size: height }))
}

/** What letting go at a point means: before the first span whose middle lies behind it. Null where it stands already. */
export function gridDrop(spans: readonly Span[], id: string, point: number): GridDrop | null {
  const index = spans.findIndex(span => point < span.start + span.size / 2)
  const target = index < 0 ? spans.length : index
  const own = spans.findIndex(span => span.id === id)
  if (own < 0 || target === own || target === own + 1) return null
  const last = spans.at(-1)
  const before = spans[target]
  return { before: before?.id ?? null, at: before?.start ?? (last ? last.start + last.size : 0) }
}
