import { type RefObject, useLayoutEffect, useState } from 'react'

/** Rows drawn above and below what is in view, so that a fast scroll never shows paper. */
const SPARE = 8

/** The rows of equal height that have to be drawn: `first` ≤ … < `end`. */
export type Rows = { first: number; end: number }

export function rowsInView(top: number, height: number, rowHeight: number, count: number): Rows {
  // In steps of the spare rows, so that scrolling by a pixel renders nothing.
  const first = Math.max(0, Math.floor(top / rowHeight / SPARE) * SPARE - SPARE)
  const end = Math.ceil((top + height) / rowHeight / SPARE) * SPARE + SPARE
  return { first: Math.min(first, count), end: Math.min(count, end) }
}

/** Follows a scrolling element and tells which of its rows have to be drawn. */
export function useWindow(box: RefObject<HTMLElement | null>, rowHeight: number, count: number): Rows {
  const [rows, setRows] = useState<Rows>({ first: 0, end: Math.min(count, 3 * SPARE) })
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => {
      const next = rowsInView(element.scrollTop, element.clientHeight, rowHeight, count)
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
  }, [box, rowHeight, count])
  return rows
}
