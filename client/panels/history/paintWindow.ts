import { paint } from '#shared/drawing/paint.ts'
import type { Scene } from '#shared/drawing/scene.ts'
import { DARK, LIGHT } from '#shared/drawing/theme.ts'
import { onThemeChange, shownTheme } from '../../ui/theme.ts'

/** Pixels per map unit at which words can be read; seen whole, a small map is not larger than that. */
const NEAR = 0.8
/** Below this many pixels per map unit no letter can be read, and lines are shown as bars. */
const BARS = 0.2

type Parts = { scroller: HTMLElement; spacer: HTMLElement; canvas: HTMLCanvasElement; near: boolean }

/**
 * Keeps a canvas of the size of its window painted with what of a scene is scrolled into it, at most once a frame, so
 * that a map of any size takes no more memory than the window. Returns what stops it.
 */
export function paintWindow(scene: Scene, { scroller, spacer, canvas, near }: Parts): () => void {
  const context = canvas.getContext('2d')
  if (!context) return () => {}
  let frame = 0
  const draw = () => {
    frame = 0
    const { clientWidth: width, clientHeight: height } = scroller
    if (width === 0 || height === 0) return
    const whole = Math.min(width / scene.width, height / scene.height, NEAR)
    const scale = near ? Math.max(NEAR, whole) : whole
    const [sceneWidth, sceneHeight] = [scene.width * scale, scene.height * scale]
    spacer.style.width = `${Math.max(sceneWidth, width)}px`
    spacer.style.height = `${Math.max(sceneHeight, height)}px`
    const density = window.devicePixelRatio
    canvas.style.width = `${width}px`
    canvas.style.height = `${height}px`
    canvas.width = Math.round(width * density)
    canvas.height = Math.round(height * density)
    const theme = shownTheme() === 'dark' ? DARK : LIGHT
    context.fillStyle = theme.paper
    context.fillRect(0, 0, canvas.width, canvas.height)
    // What is smaller than its window stands in the middle of it.
    const x = Math.max(0, (width - sceneWidth) / 2) - scroller.scrollLeft
    const y = Math.max(0, (height - sceneHeight) / 2) - scroller.scrollTop
    const visible = { x: scene.x - x / scale, y: scene.y - y / scale, width: width / scale, height: height / scale }
    paint(scene, context, theme, {
      x: (x - scene.x * scale) * density,
      y: (y - scene.y * scale) * density,
      scale: scale * density,
      visible,
      bars: scale < BARS ? 'all' : 'none',
    })
  }
  const soon = () => {
    if (frame === 0) frame = requestAnimationFrame(draw)
  }
  const sized = new ResizeObserver(soon)
  sized.observe(scroller)
  scroller.addEventListener('scroll', soon)
  const stopTheme = onThemeChange(soon)
  draw()
  return () => {
    cancelAnimationFrame(frame)
    sized.disconnect()
    scroller.removeEventListener('scroll', soon)
    stopTheme()
  }
}
