import { type RefObject, useLayoutEffect, useState } from 'react'
import { measuredWidth, type RowMeasure } from './rowHeights.ts'

/** Measures the rows of a list with its width and its fonts, and anew when the list gets wider or narrower. */
export function useRowMeasure(box: RefObject<HTMLElement | null>): RowMeasure {
  const [measure, setMeasure] = useState<RowMeasure>(() => ({
    width: 339,
    heard: measuredWidth('400 15px "Source Serif 4", "Noto Sans Arabic", "Noto Sans SC", Georgia, serif'),
    recalled: measuredWidth('400 14px Inter, "Noto Sans Arabic", "Noto Sans SC", system-ui, sans-serif'),
  }))
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const see = () => {
      const width = element.clientWidth
      setMeasure(now => (now.width === width || width === 0 ? now : { ...now, width }))
    }
    const watcher = new ResizeObserver(see)
    watcher.observe(element)
    see()
    return () => watcher.disconnect()
  }, [box])
  return measure
}
