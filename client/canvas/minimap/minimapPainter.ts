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
/** Milliseconds by which each part of a picture may be late while the browser has other things to do. */
const LATE = 10_000
/** Milliseconds that are painted at a time (making pixels of it takes the browser twice that), and cards of which a part of a whole picture consists about. */
const SLICE = 2
const PART = 200
/** Pixels around a changed area that are painted too: lines reach beyond their rectangles. */
const AROUND = 2

/** A picture on its way to be shown, and what of it is not painted yet, in map units. */
type Job = { readonly next: MinimapPicture; readonly left: Rect[] }

/**
 * Keeps a canvas painted with a map, in the time that the browser has left, a part at a time and only where it changed.
 * Returns `show`, which takes what gives the map as it is now, asked only when it is painted, and what stops it.
 */
export function minimapPainter(
  canvas: HTMLCanvasElement,
  size: Size,
): { show(next: () => MinimapPicture): void; stop(): void } {
  const density = window.devicePixelRatio
  const [across, down] = [Math.round(size.width * density), Math.round(size.height * density)]
  // Nobody sees a picture half done: it is painted apart, and shown when it is whole.
  const apart = document.createElement('canvas')
  for (const each of [canvas, apart]) {
    each.width = across
    each.height = down
  }
  const [shown, context] = [canvas.getContext('2d'), apart.getContext('2d')]
  let wanted: (() => MinimapPicture) | null = null
  let painted: MinimapPicture | null = null
  let job: Job | null = null
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
  /** Everything in columns of whole pixels, so that they meet without a seam. */
  const everything = ({ items, view }: MinimapPicture): Rect[] => {
    const wide = Math.max(1, Math.ceil(across / Math.ceil((items.length + 1) / PART)))
    const scale = view.scale * density
    return Array.from({ length: Math.ceil(across / wide) }, (_, at) => ({
      x: (at * wide - view.x * density) / scale,
      y: -view.y / view.scale,
      width: wide / scale,
      height: down / scale,
    }))
  }
  const areasOf = (next: MinimapPicture): Rect[] => {
    const isSame = painted?.grid === next.grid && isSameView(painted.view, next.view)
    const areas = isSame && painted ? changedAreas(painted.items, next.items) : null
    const margin = AROUND / next.view.scale
    const around = ({ x, y, width, height }: Rect): Rect => ({
      x: x - margin,
      y: y - margin,
      width: width + 2 * margin,
      height: height + 2 * margin,
    })
    return areas ? areas.map(around) : everything(next)
  }
  const work = () => {
    cancel = null
    if (!job) {
      const next = wanted?.()
      wanted = null
      if (!next) return
      job = { next, left: areasOf(next) }
    }
    const { next, left } = job
    const end = performance.now() + SLICE
    for (let area = left.pop(); area; area = left.pop()) {
      paintArea(next, area)
      if (performance.now() > end) break
    }
    if (left.length > 0) {
      cancel = whenIdle(work, LATE)
      return
    }
    shown?.clearRect(0, 0, across, down)
    shown?.drawImage(apart, 0, 0)
    painted = next
    job = null
    if (wanted) soon()
  }
  const soon = () => {
    // What has begun is finished first: on a map that never rests something is shown nevertheless.
    if (job) return
    cancel?.()
    const rest = setTimeout(() => {
      cancel = whenIdle(work, LATE)
    }, AT_REST)
    cancel = () => clearTimeout(rest)
  }
  const stopTheme = onThemeChange(() => {
    // What was on its way is newer than what is shown.
    const last = job?.next ?? painted
    wanted ??= last && (() => last)
    painted = null
    job = null
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
