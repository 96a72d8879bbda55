import type { MapDocument } from '../MapDocument.ts'
import { layouter } from './layout.ts'
import { CELL_PADDING, type MapLayout, type PlacedKind, type Rect, type Sizes } from './MapLayout.ts'
import { ANYWHERE, type Lying, type Room, separate } from './separate.ts'

/** A card or note that is moved by hand; `x`, `y` as they are stored: from its cell, or from the map for a free note. */
export type HandMove = { readonly kind: PlacedKind; readonly id: string; readonly x: number; readonly y: number }

/** A card that moved can push a stack aside, and with it one that spans stages, in one stage after the other. */
const MOST_ROUNDS = 40

/**
 * What has to move so that no card hides another, or none of `wanted` where those are given. Cards in cells make way for
 * each other first, then free notes for cards and for each other. Headings take along what stands under them.
 */
export function tidied(map: MapDocument, sizes: Sizes, wanted: ReadonlySet<string> | null): HandMove[] {
  const moves = new Map<string, HandMove>()
  let current = map
  const take = (some: readonly HandMove[]): boolean => {
    for (const move of some) moves.set(move.id, move)
    if (some.length > 0) current = withMoves(current, some)
    return some.length > 0
  }
  const lay = layouter()
  const none: ReadonlySet<string> = new Set()
  let laid = lay(current, sizes, null)
  for (let round = 0; round < MOST_ROUNDS && take(inRows(laid, wanted)); round++) laid = lay(current, sizes, none)
  take(onMap(current, laid, wanted))
  return [...moves.values()]
}

/** What is moved as one: a heading with what stands under it. */
function lying(layout: MapLayout, id: string, rect: Rect, wanted: ReadonlySet<string> | null): Lying {
  const group = layout.groups.get(id)
  const ids = [id, ...(group?.members ?? [])]
  return { id, rect: group?.frame ?? rect, wanted: wanted === null || ids.some(one => wanted.has(one)) }
}

function inRows(layout: MapLayout, wanted: ReadonlySet<string> | null): HandMove[] {
  const members = new Set([...layout.groups.values()].flatMap(group => group.members))
  return layout.rows.flatMap(row => {
    const cards: Lying[] = []
    const spanning: Lying[] = []
    const homes = new Map<string, { kind: PlacedKind; rect: Rect; room: Room }>()
    for (const { stage, x, width } of layout.columns) {
      for (const card of layout.cells.get(row.lane)?.get(stage) ?? []) {
        if (members.has(card.id)) continue
        const unit = lying(layout, card.id, card.rect, wanted)
        if (!card.stacked) {
          cards.push(unit)
          const room = { left: x, right: x + width - CELL_PADDING, top: row.y }
          homes.set(card.id, { kind: card.kind, rect: card.rect, room })
        } else if (card.rect.x + card.rect.width > x + width) spanning.push(unit)
      }
    }
    if (cards.length === 0) return []
    const places = separate(cards, spanning, id => homes.get(id)?.room ?? ANYWHERE)
    return cards.flatMap(({ id, rect }): HandMove[] => {
      const [home, place] = [homes.get(id), places.get(id)]
      if (!home || !place) return []
      const [x, y] = [home.rect.x - home.room.left, home.rect.y - row.y]
      return [{ kind: home.kind, id, x: x + place.x - rect.x, y: y + place.y - rect.y }]
    })
  })
}

function onMap(map: MapDocument, layout: MapLayout, wanted: ReadonlySet<string> | null): HandMove[] {
  const members = new Set([...layout.groups.values()].flatMap(group => group.members))
  const free: Lying[] = []
  const fixed: Lying[] = []
  for (const [id, rect] of layout.touchpoints) fixed.push(lying(layout, id, rect, wanted))
  for (const { id, stage, lane } of map.notes) {
    const rect = layout.notes.get(id)
    if (!rect || members.has(id)) continue
    const isFree = stage === null && lane === null
    ;(isFree ? free : fixed).push(lying(layout, id, rect, wanted))
  }
  const places = free.length === 0 ? new Map<string, Rect>() : separate(free, fixed, () => ANYWHERE)
  return free.flatMap(({ id, rect }): HandMove[] => {
    const [place, own] = [places.get(id), layout.notes.get(id)]
    if (!place || !own) return []
    return [{ kind: 'notes', id, x: own.x + place.x - rect.x, y: own.y + place.y - rect.y }]
  })
}

function withMoves(map: MapDocument, moves: readonly HandMove[]): MapDocument {
  const places = new Map(moves.map(({ id, x, y }) => [id, { x, y }]))
  const at = <T extends { id: string }>(record: T): T => {
    const place = places.get(record.id)
    return place ? { ...record, ...place } : record
  }
  return { ...map, touchpoints: map.touchpoints.map(at), notes: map.notes.map(at) }
}
