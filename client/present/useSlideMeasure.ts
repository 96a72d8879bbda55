import { useEffect, useState } from 'react'
import { noticing } from '#shared/drawing/noticing.ts'
import { canvasMeasure } from '#shared/drawing/paint.ts'
import type { Measure } from '#shared/drawing/text.ts'
import { loadFonts, loadFontsFor } from '../ui/fonts.ts'

/**
 * Measures in our fonts, and brings those that what is measured needs; null until the fonts of every map are there.
 * `words` are read beside what is painted, and get theirs too.
 */
export function useSlideMeasure(words: string): Measure | null {
  const [measure, setMeasure] = useState<Measure | null>(null)
  useEffect(() => {
    let left = false
    const context = document.createElement('canvas').getContext('2d')
    if (!context) return
    const plain = canvasMeasure(context)
    const asked = new Set<string>()
    const again = () => !left && setMeasure(() => noticing(plain, asked, bring))
    const bring = (characters: string) => void loadFontsFor(characters).then(isMore => isMore && again())
    void loadFonts().then(again)
    return () => {
      left = true
    }
  }, [])
  useEffect(() => {
    void loadFontsFor(words)
  }, [words])
  return measure
}
