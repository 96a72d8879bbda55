import { useLayoutEffect, useState } from 'react'
import { noticing } from '#shared/drawing/noticing.ts'
import { canvasMeasure } from '#shared/drawing/paint.ts'
import type { Measure } from '#shared/drawing/text.ts'
import { fontsAreHere, loadFonts, loadFontsFor } from '../../ui/fonts.ts'

export type Measuring = {
  /** Null until the fonts of every map are there, so that nothing is painted in other widths first. */
  measure: Measure | null
  /** Fonts of further scripts are on their way; a new measure comes with them. */
  waiting: boolean
}

/** Measures with the fonts that cards are drawn in. */
export function useMeasure(): Measuring {
  const [measure, setMeasure] = useState<Measure | null>(null)
  const [waiting, setWaiting] = useState(false)
  useLayoutEffect(() => {
    let stopped = false
    const context = document.createElement('canvas').getContext('2d')
    if (!context) return
    const plain = canvasMeasure(context)
    const asked = new Set<string>()
    let underWay = 0

    const fresh = (): Measure => noticing(plain, asked, bring)
    const bring = (characters: string) => {
      underWay++
      setWaiting(true)
      void loadFontsFor(characters).then(arrived => {
        underWay--
        if (stopped) return
        if (arrived) setMeasure(fresh)
        setWaiting(underWay > 0)
      })
    }
    // Where they are here nobody has to look at an empty canvas for a frame first.
    if (fontsAreHere()) setMeasure(fresh)
    else {
      void loadFonts().then(() => {
        if (!stopped) setMeasure(fresh)
      })
    }
    return () => {
      stopped = true
    }
  }, [])
  return { measure, waiting }
}
