import type { Rect } from '../../model/layout/MapLayout.ts'
import type { Bars } from '../Brush.ts'
import type { Context2D } from '../Context2D.ts'
import { type PaintOptions, paintItems } from '../paint.ts'
import type { Scene } from '../scene.ts'
import type { Theme } from '../theme.ts'
import type { Camera } from './camera.ts'
import type { DrawnSlide } from './drawSlide.ts'

/** The map behind a view, and where it is looked at from. */
export type Behind = { readonly scene: Scene; readonly camera: Camera }

/** Canvas pixels of a text below which its letters are shown as bars: nobody in the room could read them. */
const READABLE = 5.5
/** Map units of the smallest text, and of what is set in bold. */
const SMALLEST = 12
const STRONG = 14

export type SlideOptions = Pick<PaintOptions, 'picture'> & {
  /** On paper that can be looked at as closely as one likes, no letter is too small. */
  readonly isVector?: boolean
}

/** The part of the map that a slide shows, in map units. */
export function seenBy(place: Rect, { x, y, scale }: Camera): Rect {
  return {
    x: (place.x - x) / scale,
    y: (place.y - y) / scale,
    width: place.width / scale,
    height: place.height / scale,
  }
}

/**
 * Paints a slide from 0, 0 of a canvas, `scale` pixels for each of its units, over its whole page. Leaves the context as
 * it was.
 */
export function paintSlide(
  slide: DrawnSlide,
  behind: Behind | null,
  context: Context2D,
  theme: Theme,
  scale: number,
  { picture, isVector = false }: SlideOptions = {},
): void {
  context.save()
  context.scale(scale, scale)
  context.fillStyle = theme[slide.background]
  context.fillRect(0, 0, slide.width, slide.height)
  if (slide.map && behind) {
    const { x, y, width, height } = slide.map
    const { camera } = behind
    const visible = seenBy(slide.map, camera)
    context.save()
    context.beginPath()
    context.rect(x, y, width, height)
    context.clip()
    context.translate(camera.x, camera.y)
    context.scale(camera.scale, camera.scale)
    const bars = isVector ? 'none' : barsAt(camera.scale * scale)
    paintItems(behind.scene.items, context, theme, { visible, bars, ...(picture ? { picture } : {}) })
    context.restore()
  }
  paintItems(slide.items, context, theme)
  context.restore()
}

/** Titles are read for longer than the rest, when a map is shown in so many canvas pixels a unit. */
function barsAt(scale: number): Bars {
  if (SMALLEST * scale >= READABLE) return 'none'
  return STRONG * scale >= READABLE ? 'quiet' : 'all'
}
