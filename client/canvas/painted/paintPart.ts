import { paintItems } from '#shared/drawing/paint.ts'
import type { Group } from '#shared/drawing/scene.ts'
import { DARK, LIGHT, type Theme } from '#shared/drawing/theme.ts'
import { shownTheme } from '../../ui/theme.ts'

/** The colours that the page is shown in. */
export function themeNow(): Theme {
  return shownTheme() === 'dark' ? DARK : LIGHT
}

/**
 * Paints what of the map lies in an area into a context that stands at the map's 0, 0. The drawn headers are left out:
 * whoever paints a part of the map has headers of its own, or none.
 */
export function paintPart(
  context: CanvasRenderingContext2D,
  { grid, items }: { readonly grid: Group; readonly items: readonly Group[] },
  options: Parameters<typeof paintItems>[3],
): void {
  const theme = themeNow()
  context.save()
  context.beginPath()
  context.rect(0, 0, grid.x + grid.width + 1, grid.y + grid.height + 1)
  context.clip()
  paintItems([grid], context, theme, options)
  context.restore()
  paintItems(items, context, theme, options)
}
