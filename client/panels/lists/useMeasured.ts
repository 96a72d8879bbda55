import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

/** Where rows begin, CSS px from the top of their list and at the end where it ends, and what measures a row. */
export type Measured = { tops: Float64Array; measure(row: HTMLElement | null): (() => void) | undefined }

/**
 * The places of rows of which nobody knows the height before they are drawn: estimated until then, measured from then
 * on, also when they grow. A row says by `data-row` which one it is; `measure` is its ref.
 */
export function useMeasured<T extends { readonly id: string }>(
  rows: readonly T[],
  estimate: (row: T) => number,
): Measured {
  const heights = useRef(new Map<string, number>())
  const [turn, setTurn] = useState(0)
  const watcher = useRef<ResizeObserver | null>(null)
  const watch = useCallback(() => {
    watcher.current ??= new ResizeObserver(entries => {
      let isOther = false
      for (const { target, borderBoxSize } of entries) {
        const id = target instanceof HTMLElement ? target.dataset.row : undefined
        const height = borderBoxSize[0]?.blockSize ?? 0
        // A row that is being taken away has none.
        if (id === undefined || height === 0 || heights.current.get(id) === height) continue
        heights.current.set(id, height)
        isOther = true
      }
      if (isOther) setTurn(now => now + 1)
    })
    return watcher.current
  }, [])
  useEffect(() => () => watcher.current?.disconnect(), [])
  const measure = useCallback(
    (row: HTMLElement | null) => {
      if (!row) return
      watch().observe(row)
      return () => watch().unobserve(row)
    },
    [watch],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn stands for heights that became known
  const tops = useMemo(() => {
    const places = new Float64Array(rows.length + 1)
    for (const [at, row] of rows.entries()) {
      places[at + 1] = (places[at] ?? 0) + (heights.current.get(row.id) ?? estimate(row))
    }
    return places
  }, [rows, estimate, turn])
  return { tops, measure }
}
