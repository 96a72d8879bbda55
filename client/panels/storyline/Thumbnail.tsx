import { useEffect, useRef } from 'react'
import { paintSlide } from '#shared/drawing/slides/paintSlide.ts'
import { SLIDE_THEMES } from '#shared/drawing/slides/themes.ts'
import { useTheme } from '../../ui/theme.ts'
import styles from './storyline.module.css'
import type { PaintedSlide } from './usePaintedSlides.ts'

/** CSS pixels. */
const WIDTH = 176
const HEIGHT = 99

/** A scene, small: painted by what paints it on the wall. */
export function Thumbnail({ painted }: { painted: PaintedSlide | undefined }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { shown } = useTheme()
  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context || !painted) return
    const ratio = window.devicePixelRatio || 1
    element.width = WIDTH * ratio
    element.height = HEIGHT * ratio
    const scale = element.width / painted.drawn.width
    paintSlide(painted.drawn, painted.behind, context, SLIDE_THEMES[shown], scale)
  }, [painted, shown])
  return <canvas ref={canvas} className={styles.thumbnail} style={{ width: WIDTH, height: HEIGHT }} />
}
