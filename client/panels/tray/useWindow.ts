import { type RefObject, useLayoutEffect, useState } from 'react'

/** Rows drawn above and below what is in view, so that a fast scroll never shows paper. */
const SPARE = 8

/** The rows that have to be drawn: `first` ≤ … < `end`. */
export type Rows = { first: number; end: number }

/** The row at a height: the last that begins at or above it. */
function rowAt(tops: Float64Array, y: number): number {
  let low = 0
  let high = tops.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((tops[middle] ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return low
}

/** The rows in view with some to spare. `tops` says where each row begins and, at its end, where the list ends. */
export function rowsInView(tops: Float64Array, scrolled: number, height: number): Rows {
  const count = tops.length - 1
  // In steps of the spare rows, so that scrolling by a pixel renders nothing.
  const first = (Math.floor(rowAt(tops, scrolled) / SPARE) - 1) * SPARE
  const end = (Math.ceil((rowAt(tops, scrolled + height) + 1) / SPARE) + 1) * SPARE
  return { first: Math.min(Math.max(0, first), count), end: Math.min(count, end) }
}

/** Follows a scrolling element and tells which of its rows have to be drawn. */
export function useWindow(box: RefObject<HTMLElement | null>, tops: Float64Array): Rows {
  const count = tops.length - 1
  const [rows, setRows] = useState<Rows>({ first: 0, end: 3 * SPARE })
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => {
      const next = rowsInView(tops, element.scrollTop, element.clientHeight)
      setRows(now => (now.first === next.first && now.end === next.end ? now : next))
    }
    const watcher = new ResizeObserver(measure)
    watcher.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    measure()
    return () => {
      watcher.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [box, tops])
  return { first: Math.min(rows.first, count), end: Math.min(rows.end, count) }
}
