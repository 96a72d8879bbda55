import { type RefObject, useLayoutEffect, useState } from 'react'

/** Rows drawn above and below what is in view, so that a fast scroll never shows paper. */
const SPARE = 8

/** So many rows are drawn without looking where they are. */
const FEW = 3 * SPARE

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

/**
 * Follows a scrolling element and tells which of its rows have to be drawn. `list` is what holds the rows where other
 * things scroll with them; left out, the rows are all that scrolls.
 */
export function useWindow(
  box: RefObject<HTMLElement | null>,
  tops: Float64Array,
  list?: RefObject<HTMLElement | null>,
): Rows {
  const count = tops.length - 1
  const [rows, setRows] = useState<Rows>({ first: 0, end: FEW })
  const few = count <= FEW
  useLayoutEffect(() => {
    const element = box.current
    if (!element || few) return
    const inside = list?.current ?? null
    const measure = () => {
      const above = inside ? inside.getBoundingClientRect().top - element.getBoundingClientRect().top : 0
      const scrolled = inside ? -above : element.scrollTop
      const next = rowsInView(tops, scrolled, element.clientHeight)
      setRows(now => (now.first === next.first && now.end === next.end ? now : next))
    }
    const watcher = new ResizeObserver(measure)
    watcher.observe(element)
    // What stands above the rows may grow without anybody scrolling.
    if (inside) for (const part of partsAround(inside, element)) watcher.observe(part)
    element.addEventListener('scroll', measure, { passive: true })
    measure()
    return () => {
      watcher.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [box, list, tops, few])
  // Asking where a short list is would have the page laid out with each letter that is typed in a card.
  if (few) return { first: 0, end: count }
  return { first: Math.min(rows.first, count), end: Math.min(rows.end, count) }
}

/** Everything beside the rows, at each step up to what scrolls. */
function partsAround(rows: HTMLElement, scroller: HTMLElement): Element[] {
  const parts: Element[] = []
  for (let at: HTMLElement | null = rows; at && at !== scroller; at = at.parentElement) {
    for (const part of at.parentElement?.children ?? []) if (part !== at) parts.push(part)
  }
  return parts
}
