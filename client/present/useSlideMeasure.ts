import { useEffect, useMemo, useState } from 'react'
import { canvasMeasure } from '#shared/drawing/paint.ts'
import { type Measure, remembering } from '#shared/drawing/text.ts'
import { loadFonts, loadFontsFor } from '../ui/fonts.ts'

/** Measures in our fonts, and in those that these words need; null until the fonts of every map are there. */
export function useSlideMeasure(words: string): Measure | null {
  const [arrived, setArrived] = useState(0)
  useEffect(() => {
    let left = false
    const again = () => !left && setArrived(count => count + 1)
    void loadFonts().then(again)
    return () => {
      left = true
    }
  }, [])
  useEffect(() => {
    let left = false
    void loadFontsFor(words).then(isMore => isMore && !left && setArrived(count => count + 1))
    return () => {
      left = true
    }
  }, [words])
  return useMemo(() => {
    if (arrived === 0) return null
    const context = document.createElement('canvas').getContext('2d')
    return context && remembering(canvasMeasure(context))
  }, [arrived])
}
