import type { Group } from '#shared/drawing/scene.ts'
import { type Rect, union } from '#shared/model/layout/MapLayout.ts'
import { themeNow } from './paintPart.ts'
import { type PaintArea, Sheet } from './Sheet.ts'
import { tileSize } from './tiles.ts'

/** How the map lies on a canvas: its 0, 0 at `x`, `y`, in canvas pixels, and what of it is to be seen, in map units. */
export type SheetView = { readonly x: number; readonly y: number; readonly scale: number; readonly visible: Rect }

/** Milliseconds of a frame that painting tiles may take: while a view moves, and at rest. */
const BUDGET = 4
const REST_BUDGET = 8
/** The same where nothing is there yet: a first sight is whole, or what could not be painted in this time is late. */
const FIRST_BUDGET = 250
/** Milliseconds after which a map that changes everywhere, again and again, is painted whole in one frame. */
const OUTDATED = 200
/** The same for what is not in view yet: that is one tile, so that a map that is panned has no frame of many. */
const AHEAD_BUDGET = 1
/** A sheet that is shown so much larger or smaller makes way for another even while one zooms. */
const BLURRED = 1.5
/** Tiles that are kept: 48 MB at most. */
const MOST_TILES = 192
/** Canvas pixels of the longer side of the coarse picture of the whole map, which stands in where nothing is painted yet. */
const COARSE = 1_024
/** How much larger than the map the coarse picture is, so that a map that grows need not have another. */
const ROOM = 1.25

/**
 * The map in tiles, at the scale at which it is seen and once in coarse. At another scale a whole new sheet of tiles is
 * painted before it is shown, so that nobody sees a patchwork.
 */
export class MapSheets {
  readonly #paint: PaintArea
  readonly #isClear: boolean
  /** What is seen. */
  #seen: Sheet | null = null
  /** What is painted to be seen next. */
  #coming: Sheet | null = null
  /** Since when what is seen is another map than the one that is to be seen; null where it is not. */
  #outdated: number | null = null
  /** What of the map was to be seen in the frame before. */
  #before: Rect | null = null
  #coarse: { readonly sheet: Sheet; readonly area: Rect } | null = null

  /** `isClear`: they are laid over others, which are to be seen where nothing is painted. */
  constructor(paint: PaintArea, isClear = false) {
    this.#paint = paint
    this.#isClear = isClear
  }

  /** Whether anything was painted to be seen. */
  get begun(): boolean {
    return this.#seen !== null
  }

  /** The coarse picture holds the whole map; a map that grew beyond it gets another. */
  followWhole({ grid, items }: { readonly grid: Group; readonly items: readonly Group[] }): void {
    const whole = items.reduce<Rect>((all, item) => (holds(all, item) ? all : union(all, item)), grid)
    if (this.#coarse && holds(this.#coarse.area, whole)) return
    const area = { x: whole.x, y: whole.y, width: whole.width * ROOM, height: whole.height * ROOM }
    this.#coarse = { sheet: new Sheet(COARSE / Math.max(whole.width, whole.height, 1), this.#paint), area }
  }

  /**
   * Paints what is missing of what is in view. Answers whether all is there, at the scale that it is seen at; while one
   * zooms nearly that scale is good enough. `first`: milliseconds that this may take where nothing stands in.
   */
  fill({ scale, visible }: SheetView, zooming: boolean, first = FIRST_BUDGET): boolean {
    const suits = (one: Sheet) =>
      one.scale === scale || (zooming && Math.max(one.scale / scale, scale / one.scale) < BLURRED)
    this.#seen ??= new Sheet(scale, this.#paint, this.#isClear)
    const [seen, before] = [this.#seen, this.#before ?? visible]
    this.#before = visible
    const isResting = before.x === visible.x && before.y === visible.y && before.width === visible.width
    if (suits(seen) && this.#outdated === null) {
      this.#coming = null
      const standsIn = seen.covers(visible) || this.#coarse?.sheet.covers(visible)
      const isWhole = seen.fill(visible, within(standsIn ? (isResting ? REST_BUDGET : BUDGET) : first))
      if (isWhole) seen.fill(onTheWay(before, visible, seen.scale), within(AHEAD_BUDGET))
      return isWhole
    }
    if (!this.#coming || !suits(this.#coming)) this.#coming = new Sheet(scale, this.#paint, this.#isClear)
    const isLate = performance.now() - (this.#outdated ?? Number.POSITIVE_INFINITY) > OUTDATED
    if (!this.#coming.fill(visible, within(isLate ? FIRST_BUDGET : zooming ? BUDGET : REST_BUDGET))) return false
    this.#seen = this.#coming
    this.#coming = null
    this.#outdated = null
    return true
  }

  /**
   * Paints what may come into view next: the whole map in coarse, and the tiles around the view. A part of it, for which
   * there is time in any frame; answers whether that was all.
   */
  fillAhead({ scale, visible: { x, y, width, height } }: SheetView): boolean {
    const hasTime = within(BUDGET)
    if (this.#coarse && !this.#coarse.sheet.fill(this.#coarse.area, hasTime)) return false
    const side = tileSize(scale) / scale
    const around = { x: x - side, y: y - side, width: width + 2 * side, height: height + 2 * side }
    return this.#seen === null || this.#seen.scale !== scale || this.#seen.fill(around, hasTime)
  }

  /** What is laid for a view: equal parts are an equal picture. */
  partsOf({ x, y, scale, visible }: SheetView): readonly unknown[] {
    const standsIn = this.#seen?.covers(visible) ? null : this.#coarse?.sheet.painted
    return [x, y, scale, this.#seen, this.#seen?.painted, standsIn]
  }

  /** Lays what is painted of a view on a canvas; paper where nothing is. Lets go of tiles that are far away. */
  lay(context: CanvasRenderingContext2D, view: SheetView): void {
    const { visible } = view
    if (!this.#isClear && !this.#seen?.covers(visible)) {
      context.fillStyle = themeNow().paper
      context.fillRect(0, 0, context.canvas.width, context.canvas.height)
      this.#coarse?.sheet.lay(context, visible, view)
    }
    this.#seen?.lay(context, visible, view)
    this.#seen?.keep(MOST_TILES, visible)
  }

  /**
   * What lies in these areas (null: anywhere) has changed; the old tiles stand in until they are painted again. When all
   * have to be, they are shown all at once: a part of the map would stand beside another as it was.
   */
  spoil(areas: readonly Rect[] | null): void {
    for (const each of [this.#seen, this.#coming, this.#coarse?.sheet]) each?.spoil(areas)
    if (areas === null && this.#seen) this.#outdated ??= performance.now()
  }

  /** What was painted cannot even stand in. */
  forget(): void {
    this.#seen = null
    this.#coming = null
    this.#coarse = null
    this.#outdated = null
  }
}

/** What comes into view next if the map goes on as it went between two views. */
function onTheWay(before: Rect, now: Rect, scale: number): Rect {
  const side = before.width === now.width ? tileSize(scale) / scale : 0
  return { ...now, x: now.x + Math.sign(now.x - before.x) * side, y: now.y + Math.sign(now.y - before.y) * side }
}

/** Whether so many milliseconds from now are not over yet. */
function within(budget: number): () => boolean {
  const end = performance.now() + budget
  return () => performance.now() < end
}

function holds(outer: Rect, inner: Rect): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  )
}
