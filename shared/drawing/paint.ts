import type { Rect } from '../model/layout/MapLayout.ts'
import { Brush, type BrushOptions } from './Brush.ts'
import { type Context2D, setPrecise } from './Context2D.ts'
import type { Primitive, Scene } from './scene.ts'
import type { Measure } from './text.ts'
import { cssFont, type Theme } from './theme.ts'

export type PaintOptions = BrushOptions & {
  /** Where the scene's 0, 0 lies on the canvas, in canvas pixels. */
  readonly x: number
  readonly y: number
  /** Canvas pixels per map unit. */
  readonly scale: number
  /** Groups outside of this rectangle (map units) are left out. */
  readonly visible?: Rect
}

/** Measures with a canvas of whatever kind. */
export function canvasMeasure(context: Pick<Context2D, 'font' | 'measureText' | 'textRendering'>): Measure {
  setPrecise(context)
  return (text, font) => {
    context.font = cssFont(font, text)
    return context.measureText(text).width
  }
}

/** Paints a scene, its background first. Leaves the context as it was. */
export function paint(scene: Scene, context: Context2D, theme: Theme, options: PaintOptions): void {
  context.save()
  context.translate(options.x, options.y)
  context.scale(options.scale, options.scale)
  context.fillStyle = theme[scene.background]
  context.fillRect(scene.x, scene.y, scene.width, scene.height)
  paintItems(scene.items, context, theme, options)
  context.restore()
}

/** Paints parts of a scene into a context that already stands at their origin, one pixel a map unit or scaled. */
export function paintItems(
  items: readonly Primitive[],
  context: Context2D,
  theme: Theme,
  options: Omit<PaintOptions, 'x' | 'y' | 'scale'> = {},
): void {
  const brush = new Brush(context, theme, options)
  brush.items(items, 0, 0, options.visible)
}
