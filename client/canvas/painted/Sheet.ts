import type { Rect } from '#shared/model/layout/MapLayout.ts'
import { themeNow } from './paintPart.ts'
import { fromTheMiddle, type TileAt, tileArea, tileSize, tilesOver } from './tiles.ts'

type Tile = TileAt & { readonly canvas: HTMLCanvasElement; stale: boolean }

/** Paints one area of the map into a context that already stands at the map's 0, 0, one pixel a map unit or scaled. */
export type PaintArea = (context: CanvasRenderingContext2D, area: Rect, scale: number) => void

/** Map units around a changed area that are painted too: strokes reach beyond their rectangles. */
const AROUND = 8

/** The map as bitmap tiles at one scale (canvas pixels per map unit), of which those are painted that are asked for. */
export class Sheet {
  readonly scale: number
  readonly #paint: PaintArea
  readonly #isClear: boolean
  /** Canvas pixels of a side of its tiles. */
  readonly #tile: number
  readonly #tiles = new Map<string, Tile>()
  #painted = 0

  /** `isClear`: there is nothing below what is painted, as on a sheet that is laid over another. */
  constructor(scale: number, paint: PaintArea, isClear = false) {
    this.scale = scale
    this.#tile = tileSize(scale)
    this.#paint = paint
    this.#isClear = isClear
  }

  get size(): number {
    return this.#tiles.size
  }

  /** How many tiles were painted so far: with another number there is something else to be seen. */
  get painted(): number {
    return this.#painted
  }

  /** What lies in these areas has changed; the old tiles stand in until they are painted again. */
  spoil(areas: readonly Rect[] | null): void {
    for (const tile of this.#tiles.values()) {
      const { x, y, width, height } = tileArea(tile, this.scale)
      const touches = (area: Rect) =>
        area.x - AROUND < x + width &&
        x < area.x + area.width + AROUND &&
        area.y - AROUND < y + height &&
        y < area.y + area.height + AROUND
      if (areas === null || areas.some(touches)) tile.stale = true
    }
  }

  /** Paints what is missing in an area, from the middle outwards, until the time is over. Answers whether all is there. */
  fill(area: Rect, hasTime: () => boolean): boolean {
    const missing = tilesOver(area, this.scale).filter(tile => this.#tiles.get(keyOf(tile))?.stale !== false)
    if (missing.length === 0) return true
    let painted = 0
    for (const at of fromTheMiddle(missing)) {
      if (!hasTime()) break
      this.#paintTile(at)
      painted += 1
    }
    return painted === missing.length
  }

  /** Whether all of an area was painted at some time, if only before its last change. */
  covers(area: Rect): boolean {
    return tilesOver(area, this.scale).every(tile => this.#tiles.has(keyOf(tile)))
  }

  /** Lays the tiles of an area on a canvas on which the map's 0, 0 lies at `x`, `y`, in canvas pixels. */
  lay(context: CanvasRenderingContext2D, area: Rect, { x, y, scale }: { x: number; y: number; scale: number }): void {
    const side = (this.#tile * scale) / this.scale
    // On whole pixels, so that tiles meet without a seam, and at their own scale are copied as they are.
    const edge = (origin: number, index: number) => Math.round(Math.round(origin) + index * side)
    for (const at of tilesOver(area, this.scale)) {
      const tile = this.#tiles.get(keyOf(at))
      if (!tile) continue
      const [left, right] = [edge(x, at.column), edge(x, at.column + 1)]
      const [top, bottom] = [edge(y, at.row), edge(y, at.row + 1)]
      context.drawImage(tile.canvas, left, top, right - left, bottom - top)
    }
  }

  /** Lets go of the tiles that are farthest from an area until so many are left. */
  keep(most: number, area: Rect): void {
    if (this.#tiles.size <= most) return
    const near = new Set(tilesOver(area, this.scale).map(keyOf))
    for (const key of this.#tiles.keys()) {
      if (this.#tiles.size <= most) break
      if (!near.has(key)) this.#tiles.delete(key)
    }
  }

  #paintTile(at: TileAt): void {
    const key = keyOf(at)
    const tile = this.#tiles.get(key) ?? { ...at, canvas: newCanvas(this.#tile), stale: true }
    this.#tiles.delete(key)
    this.#tiles.set(key, tile)
    const context = tile.canvas.getContext('2d')
    if (context) {
      context.setTransform(1, 0, 0, 1, 0, 0)
      // On paper: whatever stood in for a tile must not shine through where it is empty.
      context.fillStyle = themeNow().paper
      if (this.#isClear) context.clearRect(0, 0, this.#tile, this.#tile)
      else context.fillRect(0, 0, this.#tile, this.#tile)
      context.setTransform(this.scale, 0, 0, this.scale, -at.column * this.#tile, -at.row * this.#tile)
      this.#paint(context, tileArea(at, this.scale), this.scale)
    }
    tile.stale = false
    this.#painted += 1
  }
}

function keyOf({ column, row }: TileAt): string {
  return `${column} ${row}`
}

function newCanvas(side: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  return canvas
}
