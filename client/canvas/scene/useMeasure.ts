import { useEffect, useState } from 'react'
import { canvasMeasure } from '#shared/drawing/paint.ts'
import { type Measure, remembering } from '#shared/drawing/text.ts'
import { loadFonts, loadFontsFor } from '../../ui/fonts.ts'

/** Texts of which every character is in the files that every map needs, and one such character. */
const ALL_COMMON = /^[\0-\u00ff\u2000-\u206f]*$/
const COMMON = /[\0-\u00ff\u2000-\u206f]/u

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
  useEffect(() => {
    let stopped = false
    const context = document.createElement('canvas').getContext('2d')
    if (!context) return
    const plain = canvasMeasure(context)
    const asked = new Set<string>()
    let wanted = ''

    const fresh = (): Measure =>
      remembering((text, font) => {
        for (const character of ALL_COMMON.test(text) ? '' : text) {
          if (COMMON.test(character) || asked.has(character)) continue
          asked.add(character)
          if (wanted === '') queueMicrotask(bring)
          wanted += character
        }
        return plain(text, font)
      })
    const bring = () => {
      const text = wanted
      wanted = ''
      setWaiting(true)
      void loadFontsFor(text).then(arrived => {
        if (stopped) return
        if (arrived) setMeasure(fresh)
        setWaiting(wanted !== '')
      })
    }
    void loadFonts().then(() => {
      if (!stopped) setMeasure(fresh)
    })
    return () => {
      stopped = true
    }
  }, [])
  return { measure, waiting }
}
