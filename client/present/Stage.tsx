import { useEffect, useLayoutEffect, useRef } from 'react'
import { type Camera, cameraBetween } from '#shared/drawing/slides/camera.ts'
import type { DrawnSlide } from '#shared/drawing/slides/drawSlide.ts'
import { type Behind, paintSlide } from '#shared/drawing/slides/paintSlide.ts'
import type { Theme } from '#shared/drawing/theme.ts'
import styles from './present.module.css'

export type StageProps = {
  drawn: DrawnSlide
  /** The map and where to look; null for slides without it. */
  behind: Behind | null
  theme: Theme
  /** CSS pixels of the window. */
  window: { width: number; height: number }
}

/** Milliseconds of a move from one part of the map to another: long enough to see where it goes. */
const MOVE = 500

const eased = (part: number) => (part < 0.5 ? 2 * part * part : 1 - (2 - 2 * part) ** 2 / 2)

/** The slide as a picture that fills the window. From one part of the map to the next the view travels. */
export function Stage({ drawn, behind, theme, window: size }: StageProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const shown = useRef<Camera | null>(null)
  const running = useRef(0)
  useEffect(() => () => cancelAnimationFrame(running.current), [])
  useLayoutEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context) return
    const ratio = window.devicePixelRatio || 1
    const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)]
    if (element.width !== width || element.height !== height) {
      element.width = width
      element.height = height
    }
    const scale = width / drawn.width
    const paint = (camera: Camera | null) => {
      shown.current = camera
      paintSlide(drawn, behind && camera && { ...behind, camera }, context, theme, scale)
    }
    cancelAnimationFrame(running.current)
    const [from, to, place] = [shown.current, behind?.camera ?? null, drawn.map]
    const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    if (!from || !to || !place || isStill || isSame(from, to)) {
      paint(to)
      return
    }
    const start = performance.now()
    const step = (now: number) => {
      const part = Math.min(1, Math.max(0, now - start) / MOVE)
      paint(cameraBetween(from, to, eased(part), place))
      if (part < 1) running.current = requestAnimationFrame(step)
    }
    step(start)
  }, [drawn, behind, theme, size])
  return <canvas ref={canvas} className={styles.stage} />
}

function isSame(a: Camera, b: Camera): boolean {
  return a.x === b.x && a.y === b.y && a.scale === b.scale
}
