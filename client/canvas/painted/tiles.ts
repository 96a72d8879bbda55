import type { Rect } from '#shared/model/layout/MapLayout.ts'

/** Canvas pixels of one side of a tile near by, and from afar, where there are hundreds of cards on so much paper. */
const TILE = 256
const TILE_AFAR = 128
/** Canvas pixels a map unit below which cards are that many. */
const AFAR = 0.1

/** A tile by its place: the first has its corner at the map's 0, 0. */
export type TileAt = { readonly column: number; readonly row: number }

/** Canvas pixels of one side of a tile: so small that one is painted in a part of a frame on a map of thousands. */
export function tileSize(scale: number): number {
  return scale < AFAR ? TILE_AFAR : TILE
}

/** The tiles that share area with a rectangle of the map, at a scale in canvas pixels per map unit; row by row. */
export function tilesOver(area: Rect, scale: number): TileAt[] {
  const side = tileSize(scale) / scale
  const tiles: TileAt[] = []
  for (let row = Math.floor(area.y / side); row * side < area.y + area.height; row += 1) {
    for (let column = Math.floor(area.x / side); column * side < area.x + area.width; column += 1) {
      tiles.push({ column, row })
    }
  }
  return tiles
}

/** What of the map lies on a tile, in map units. */
export function tileArea({ column, row }: TileAt, scale: number): Rect {
  const side = tileSize(scale) / scale
  return { x: column * side, y: row * side, width: side, height: side }
}

/** In the order in which they are best painted: from the middle of an area outwards. */
export function fromTheMiddle(tiles: readonly TileAt[]): TileAt[] {
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2
  const [column, row] = [middle(tiles.map(tile => tile.column)), middle(tiles.map(tile => tile.row))]
  const distance = (tile: TileAt) => Math.hypot(tile.column - column, tile.row - row)
  return [...tiles].sort((a, b) => distance(a) - distance(b))
}
