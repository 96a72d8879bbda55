import type { MapLayout, Rect } from '#shared/model/layout/MapLayout.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

type Place = { readonly id: string; readonly row: number; readonly column: number; readonly rect: Rect }

/** All cards by lane and stage; below the lanes the unsorted ones, and last the notes that lie free on the map. */
function places(layout: MapLayout): Place[] {
  const all: Place[] = []
  const homed = new Set<string>()
  const columnOf = new Map(layout.columns.map(({ stage }, index) => [stage, index]))
  for (const [row, { lane }] of layout.rows.entries()) {
    for (const [stage, cards] of layout.cells.get(lane) ?? []) {
      for (const { id, rect } of cards) {
        homed.add(id)
        all.push({ id, row, column: columnOf.get(stage) ?? 0, rect })
      }
    }
  }
  const under = (rect: Rect) => {
    const middle = rect.x + rect.width / 2
    const index = layout.columns.findIndex(column => middle < column.x + column.width)
    return index < 0 ? Math.max(0, layout.columns.length - 1) : index
  }
  const unsorted = layout.unsorted?.area
  for (const rects of [layout.touchpoints, layout.notes]) {
    for (const [id, rect] of rects) {
      if (homed.has(id)) continue
      const lies = unsorted !== undefined && rect.y >= unsorted.y && rect.y < unsorted.y + unsorted.height
      all.push({ id, row: layout.rows.length + (lies ? 0 : 1), column: under(rect), rect })
    }
  }
  return all
}

/** The card at which reading begins: the first of the first lane. */
export function firstCard(layout: MapLayout): string | null {
  return closest(places(layout), place => place.row * 1e9 + place.column * 1e6 + place.rect.y)?.id ?? null
}

/**
 * The next card from one, by lane and stage: left and right to the nearest stage that has cards in the same lane, up
 * and down through the cell and on to the nearest lane that has cards in the same stage. Null at the edge of the map.
 */
export function neighbour(layout: MapLayout, from: string, direction: Direction): string | null {
  const all = places(layout)
  const here = all.find(place => place.id === from)
  if (!here) return null
  const others = all.filter(place => place.id !== from)
  const forward = direction === 'right' || direction === 'down'
  const found =
    direction === 'left' || direction === 'right' ? sideways(others, here, forward) : upright(others, here, forward)
  return found?.id ?? null
}

function middle({ x, y, width, height }: Rect): { x: number; y: number } {
  return { x: x + width / 2, y: y + height / 2 }
}

function sideways(others: readonly Place[], here: Place, forward: boolean): Place | null {
  const at = middle(here.rect)
  const row = others.filter(place => place.row === here.row)
  const beside = row.filter(place => {
    const { x } = middle(place.rect)
    const apart = forward
      ? place.rect.x >= here.rect.x + here.rect.width
      : place.rect.x + place.rect.width <= here.rect.x
    return place.column === here.column && apart && (forward ? x > at.x : x < at.x)
  })
  const score = ({ rect }: Place) => Math.abs(middle(rect).y - at.y) * 1e4 + Math.abs(middle(rect).x - at.x)
  if (beside.length > 0) return closest(beside, score)
  const further = row.filter(place => (forward ? place.column > here.column : place.column < here.column))
  return closest(further, place => Math.abs(place.column - here.column) * 1e9 + score(place))
}

function upright(others: readonly Place[], here: Place, forward: boolean): Place | null {
  const at = middle(here.rect)
  const column = others.filter(place => place.column === here.column)
  const cell = column.filter(
    place => place.row === here.row && (forward ? place.rect.y > here.rect.y : place.rect.y < here.rect.y),
  )
  const score = ({ rect }: Place) => Math.abs(rect.y - here.rect.y) + Math.abs(middle(rect).x - at.x)
  if (cell.length > 0) return closest(cell, score)
  const further = column.filter(place => (forward ? place.row > here.row : place.row < here.row))
  return closest(further, place => Math.abs(place.row - here.row) * 1e9 + score(place))
}

function closest(candidates: readonly Place[], score: (place: Place) => number): Place | null {
  return candidates.reduce<Place | null>((best, place) => (best && score(best) <= score(place) ? best : place), null)
}
