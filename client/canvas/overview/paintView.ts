import { paintItems } from '#shared/drawing/paint.ts'
import type { Group } from '#shared/drawing/scene.ts'
import { DARK, LIGHT } from '#shared/drawing/theme.ts'
import type { Rect } from '#shared/model/layout/MapLayout.ts'
import { onThemeChange, shownTheme } from '../../ui/theme.ts'
import type { Pictures } from './pictures.ts'

/** What is painted, in absolute map units. */
export type Painting = {
  /** The lines of the grid. */
  readonly grid: Group
  /** Everything else, from below to above. */
  readonly items: readonly Group[]
  /** What is selected. */
  readonly outlined: readonly Rect[]
}

/** Pixels. */
const OUTLINE = 2

/** Where the map is on the screen; React Flow's store has it. */
export type ViewSource = {
  getState(): {
    readonly transform: readonly [x: number, y: number, zoom: number]
    readonly width: number
    readonly height: number
  }
  subscribe(listener: () => void): () => void
}

/** Keeps a canvas painted with what is in view, at most once a frame. Returns what stops it. */
export function paintView(
  canvas: HTMLCanvasElement,
  painting: Painting,
  source: ViewSource,
  pictures: Pictures,
): () => void {
  const context = canvas.getContext('2d')
  if (!context) return () => {}
  const { grid, items, outlined } = painting
  let frame = 0

  const paint = () => {
    frame = 0
    const { transform, width, height } = source.getState()
    const [x, y, zoom] = transform
    const density = window.devicePixelRatio
    const [across, down] = [Math.round(width * density), Math.round(height * density)]
    if (canvas.width !== across) canvas.width = across
    if (canvas.height !== down) canvas.height = down
    const theme = shownTheme() === 'dark' ? DARK : LIGHT
    const scale = zoom * density
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, across, down)
    context.setTransform(scale, 0, 0, scale, x * density, y * density)
    const visible = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
    context.save()
    context.beginPath()
    // Where the drawing has its headers the canvas has headers of its own.
    context.rect(0, 0, grid.x + grid.width + 1, grid.y + grid.height + 1)
    context.clip()
    paintItems([grid], context, theme, { visible })
    context.restore()
    paintItems(items, context, theme, { visible, picture: pictures.paint })
    // As wide on the screen at every zoom: from afar a selection is what one looks for.
    context.strokeStyle = theme.accent
    context.lineWidth = OUTLINE / zoom
    const gap = OUTLINE / zoom
    for (const rect of outlined) {
      context.strokeRect(rect.x - gap, rect.y - gap, rect.width + 2 * gap, rect.height + 2 * gap)
    }
  }
  const soon = () => {
    if (frame === 0) frame = requestAnimationFrame(paint)
  }
  let before = source.getState()
  const stopFollowing = source.subscribe(() => {
    const now = source.getState()
    const same = now.transform === before.transform && now.width === before.width && now.height === before.height
    before = now
    if (!same) soon()
  })
  const stopTheme = onThemeChange(soon)
  const stopPictures = pictures.subscribe(soon)
  paint()
  return () => {
    cancelAnimationFrame(frame)
    stopFollowing()
    stopTheme()
    stopPictures()
  }
}
