import type { Group } from '#shared/drawing/scene.ts'
import type { Rect } from '#shared/model/layout/MapLayout.ts'
import type { Point } from '../gestures/drop.ts'
import { changedAreas } from './changedAreas.ts'
import { MapSheets, type SheetView } from './MapSheets.ts'
import type { Block } from './paintingOf.ts'

/** Milliseconds of a frame that painting what was just taken into the hand may take. */
const LIFTING = 6
/** Map units around a card that are painted too: strokes reach beyond their rectangles. */
const AROUND = 8

type PaintItems = (
  context: CanvasRenderingContext2D,
  items: readonly Group[],
  within: { readonly area: Rect; readonly scale: number },
) => void

/**
 * What moves as one in the hand, painted once into tiles of its own and laid where the hand is, so that a step of a
 * drag costs the same for one card and for thousands. While it is painted the map's own tiles are shown in its place:
 * on those it is still to be seen as it lay.
 */
export class HeldBlock {
  readonly #sheets: MapSheets
  #block: Block | null = null
  #isLifted = false

  constructor(paint: PaintItems) {
    this.#sheets = new MapSheets((context, area, scale) => {
      if (this.#block) paint(context, this.#block.items, { area, scale })
    }, true)
  }

  /** Takes what is in the hand now, null for nothing. `isSame`: what was in the hand before, as it looks now. */
  take(block: Block | null, isSame: boolean): void {
    const before = this.#block
    if (block?.items === before?.items) return
    this.#block = block
    if (isSame && block && before) this.#sheets.spoil(changedAreas(before.items, block.items))
    else this.forget()
  }

  /** What was painted looks otherwise now, and may stand in until it is painted again. */
  spoil(): void {
    this.#sheets.spoil(null)
  }

  /** What was painted cannot even stand in. */
  forget(): void {
    this.#sheets.forget()
    this.#isLifted = false
  }

  /** Whether all that was in view was painted at some time, so that the map's own tiles are not needed any more. */
  get isLifted(): boolean {
    return this.#isLifted
  }

  /** Paints what is missing in a view, `by` map units from where it lies. Answers whether all is there. */
  fill(view: SheetView, by: Point, zooming: boolean): boolean {
    const held = this.#viewOf(view, by)
    const isWhole = held === null || this.#sheets.fill(held, zooming, this.#isLifted ? undefined : LIFTING)
    this.#isLifted ||= isWhole
    return isWhole
  }

  /** What is laid for a view: equal parts are an equal picture. */
  partsOf(view: SheetView, by: Point): readonly unknown[] {
    const held = this.#viewOf(view, by)
    return held ? [this.#isLifted, ...this.#sheets.partsOf(held)] : []
  }

  /** Lays it where it is held. */
  lay(context: CanvasRenderingContext2D, view: SheetView, by: Point, map: MapSheets): void {
    const held = this.#viewOf(view, by)
    if (held === null) return
    if (!this.#isLifted) this.#standIn(context, held, map)
    this.#sheets.lay(context, held)
  }

  #standIn(context: CanvasRenderingContext2D, held: SheetView, map: MapSheets): void {
    const { x, y, scale } = held
    context.save()
    context.beginPath()
    for (const item of this.#block?.items ?? []) {
      if (item.kind !== 'touchpoint' && item.kind !== 'note') continue
      context.rect(x + item.x * scale, y + item.y * scale, item.width * scale, item.height * scale)
    }
    context.clip()
    map.lay(context, held)
    context.restore()
  }

  /** How the tiles lie on the canvas, and what of them is in view; null for nothing. */
  #viewOf({ x, y, scale, visible }: SheetView, by: Point): SheetView | null {
    if (!this.#block) return null
    const { area } = this.#block
    const seen = common(
      { ...visible, x: visible.x - by.x, y: visible.y - by.y },
      { x: area.x - AROUND, y: area.y - AROUND, width: area.width + 2 * AROUND, height: area.height + 2 * AROUND },
    )
    return seen && { x: x + by.x * scale, y: y + by.y * scale, scale, visible: seen }
  }
}

/** What two rectangles have in common; null for nothing. */
function common(a: Rect, b: Rect): Rect | null {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)]
  const width = Math.min(a.x + a.width, b.x + b.width) - x
  const height = Math.min(a.y + a.height, b.y + b.height) - y
  return width > 0 && height > 0 ? { x, y, width, height } : null
}
