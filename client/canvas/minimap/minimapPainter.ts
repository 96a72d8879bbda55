import type { Group } from '#shared/drawing/scene.ts'
import type { Rect, Size } from '#shared/model/layout/MapLayout.ts'
import { onThemeChange } from '../../ui/theme.ts'
import { whenIdle } from '../../ui/whenIdle.ts'
import { changedAreas } from '../painted/changedAreas.ts'
import { paintPart } from '../painted/paintPart.ts'
import type { MinimapView } from './minimapView.ts'

/** What is shown, and how it lies on the minimap. */
export type MinimapPicture = { readonly grid: Group; readonly items: readonly Group[]; readonly view: MinimapView }

/** Milliseconds without a change after which it is painted: cards in the hand change links with every move. */
const AT_REST = 200
/** Milliseconds by which a picture may be late while the browser has other things to do. */
const LATE = 600
/** Pixels around a changed area that are painted too: lines reach beyond their rectangles. */
const AROUND = 2

/**
 * Keeps a canvas painted with a map, in the time that the browser has left, and only where it changed. Returns `show`,
 * which takes what gives the map as it is now, asked only when it is painted, and what stops it.
 */
export function minimapPainter(
  canvas: HTMLCanvasElement,
  size: Size,
): { show(next: () => MinimapPicture): void; stop(): void } {
  const context = canvas.getContext('2d')
  const density = window.devicePixelRatio
  canvas.width = Math.round(size.width * density)
  canvas.height = Math.round(size.height * density)
  let wanted: (() => MinimapPicture) | null = null
  let painted: MinimapPicture | null = null
  let cancel: (() => void) | null = null

  const paintArea = ({ grid, items, view }: MinimapPicture, area: Rect) => {
    if (!context) return
    const scale = view.scale * density
    context.save()
    context.setTransform(scale, 0, 0, scale, view.x * density, view.y * density)
    context.beginPath()
    context.rect(area.x, area.y, area.width, area.height)
    context.clip()
    context.clearRect(area.x, area.y, area.width, area.height)
    paintPart(context, { grid, items }, { visible: area, bars: 'all' })
    context.restore()
  }
  const everything = ({ view }: MinimapPicture): Rect => ({
    x: -view.x / view.scale,
    y: -view.y / view.scale,
    width: size.width / view.scale,
    height: size.height / view.scale,
  })
  const paint = () => {
    cancel = null
    const next = wanted?.()
    if (!next) return
    const areas =
      painted && painted.grid === next.grid && isSameView(painted.view, next.view)
        ? changedAreas(painted.items, next.items)
        : null
    const margin = AROUND / next.view.scale
    for (const { x, y, width, height } of areas ?? [everything(next)]) {
      paintArea(next, { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin })
    }
    painted = next
  }
  const soon = () => {
    cancel?.()
    const rest = setTimeout(() => {
      cancel = whenIdle(paint, LATE)
    }, AT_REST)
    cancel = () => clearTimeout(rest)
  }
  const stopTheme = onThemeChange(() => {
    painted = null
    soon()
  })
  return {
    show(next) {
      wanted = next
      soon()
    },
    stop() {
      cancel?.()
      stopTheme()
    },
  }
}

function isSameView(one: MinimapView, other: MinimapView): boolean {
  return one.x === other.x && one.y === other.y && one.scale === other.scale
}
