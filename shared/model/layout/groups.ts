import type { Note } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'
import { CARD_WIDTH, type MapLayout, type Placed, type Rect, rectOf, type Size, type Sizes } from './MapLayout.ts'

/** Space between the notes of a group, and between them and its frame. */
export const GROUP_GAP = 12
/** So many notes stand one under the other; more stand in several columns, where there is room for them. */
const ONE_COLUMN = 4
const MOST_COLUMNS = 4

/**
 * Notes that stand under a heading, by the heading's id, in the order of the map. A heading that stands under another
 * note itself is none: groups have one level, and a circle, as merging can make it, is no group at all.
 */
export function noteGroups(notes: readonly Note[]): ReadonlyMap<string, readonly Note[]> {
  const grouped = notes.filter(note => note.under !== null)
  const groups = new Map<string, Note[]>()
  if (grouped.length === 0) return groups
  const loose = new Set(notes.filter(note => note.under === null).map(note => note.id))
  for (const note of grouped) {
    if (note.under === null || !loose.has(note.under)) continue
    const known = groups.get(note.under)
    if (known) known.push(note)
    else groups.set(note.under, [note])
  }
  return groups
}

/** A heading and what stands under it, in rectangles from the heading's corner; the first is the heading's own. */
export type LaidGroup = { readonly ids: readonly string[]; readonly size: Size; readonly rects: readonly Rect[] }

/**
 * Lays a heading and what stands under it from 0, 0, in reading order. `narrow` keeps to one column, as in a cell. The
 * first rectangle is the heading's.
 */
export function layGroup(heading: Size, members: readonly Size[], narrow: boolean): { size: Size; rects: Rect[] } {
  const many = members.length > ONE_COLUMN ? Math.ceil(Math.sqrt(members.length)) : 1
  const columns = narrow ? 1 : Math.min(MOST_COLUMNS, many)
  const rects = [rectOf(0, 0, heading)]
  let y = heading.height + GROUP_GAP
  for (let first = 0; first < members.length; first += columns) {
    const row = members.slice(first, first + columns)
    for (const [column, size] of row.entries()) rects.push(rectOf(column * (CARD_WIDTH + GROUP_GAP), y, size))
    y += Math.max(...row.map(size => size.height)) + GROUP_GAP
  }
  const width = Math.max(...rects.map(rect => rect.x + rect.width))
  return { size: { width, height: y - GROUP_GAP }, rects }
}

/** The frame around the notes of a group. */
export function frameOf(rects: readonly Rect[]): Rect {
  const [left, top] = [Math.min(...rects.map(rect => rect.x)), Math.min(...rects.map(rect => rect.y))]
  const right = Math.max(...rects.map(rect => rect.x + rect.width))
  const bottom = Math.max(...rects.map(rect => rect.y + rect.height))
  return {
    x: left - GROUP_GAP,
    y: top - GROUP_GAP,
    width: right - left + 2 * GROUP_GAP,
    height: bottom - top + 2 * GROUP_GAP,
  }
}

/** What stands under a heading, in rectangles from the heading's corner; the first is the heading's own. */
type Group = { ids: readonly string[]; size: Size; rects: readonly Rect[] }

/** A layout in which each heading stands for its whole group. */
type Folded = Omit<MapLayout, 'groups'>

export type Folding = {
  /** The map without what stands under headings. */
  readonly map: MapDocument
  /** The sizes, a heading's being that of its whole group. */
  readonly sizes: Sizes
  readonly resized: ReadonlySet<string> | null
  /** Puts what stands under headings where it belongs. */
  unfold(folded: Folded): MapLayout
}

const NONE: MapLayout['groups'] = new Map()

/**
 * Takes groups of notes out of a layout and puts them in again: to everything in between a heading is a note as large
 * as its group. Keeps what is needed to tell which headings have another size than at the last call.
 */
export function groupFolder(): (map: MapDocument, sizes: Sizes, resized: ReadonlySet<string> | null) => Folding {
  let before: ReadonlyMap<string, Group> = new Map()
  return (map, sizes, resized) => {
    const groups = groupsOf(map.notes, sizes)
    const others = resized && otherSizes(before, groups, resized)
    before = groups
    if (groups.size === 0) {
      return { map, sizes, resized: others, unfold: folded => ({ ...folded, groups: NONE }) }
    }
    const grouped = new Set([...groups.values()].flatMap(({ ids }) => ids.slice(1)))
    return {
      map: { ...map, notes: map.notes.filter(note => !grouped.has(note.id)) },
      sizes: { ...sizes, note: id => groups.get(id)?.size ?? sizes.note(id) },
      resized: others,
      unfold: folded => unfold(folded, groups, map.notes),
    }
  }
}

/** In a cell there is room for one column of notes. */
function groupsOf(notes: readonly Note[], sizes: Sizes): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>()
  const headings = noteGroups(notes)
  if (headings.size === 0) return groups
  for (const note of notes) {
    const members = headings.get(note.id)
    if (!members) continue
    const isFree = note.stage === null && note.lane === null
    const heights = members.map(({ id }) => sizes.note(id))
    const laid = layGroup(sizes.note(note.id), heights, !isFree)
    groups.set(note.id, { ids: [note.id, ...members.map(({ id }) => id)], ...laid })
  }
  return groups
}

function otherSizes(
  before: ReadonlyMap<string, Group>,
  now: ReadonlyMap<string, Group>,
  resized: ReadonlySet<string>,
): ReadonlySet<string> {
  if (before.size + now.size === 0) return resized
  const others = new Set(resized)
  for (const id of [...before.keys(), ...now.keys()]) {
    const [was, is] = [before.get(id)?.size, now.get(id)?.size]
    if (was?.width !== is?.width || was?.height !== is?.height) others.add(id)
  }
  return others
}

function unfold(folded: Folded, groups: ReadonlyMap<string, Group>, order: readonly Note[]): MapLayout {
  const spread = new Map(folded.notes)
  const frames = new Map<string, { frame: Rect; members: readonly string[] }>()
  const placesOf = (id: string, at: Rect): [string, Rect][] => {
    const group = groups.get(id)
    if (!group) return [[id, at]]
    return group.rects.map((rect, index) => [group.ids[index] ?? id, { ...rect, x: rect.x + at.x, y: rect.y + at.y }])
  }
  for (const [id, group] of groups) {
    const at = folded.notes.get(id)
    if (!at) continue
    const places = placesOf(id, at)
    for (const [note, rect] of places) spread.set(note, rect)
    frames.set(id, { frame: frameOf(places.map(([, rect]) => rect)), members: group.ids.slice(1) })
  }
  const spreadCards = (cards: readonly Placed[]): readonly Placed[] =>
    cards.some(({ id }) => groups.has(id))
      ? cards.flatMap(card => placesOf(card.id, card.rect).map(([id, rect]) => ({ ...card, id, rect })))
      : cards
  const cells = new Map(
    [...folded.cells].map(([lane, stages]) => [
      lane,
      new Map([...stages].map(([stage, cards]) => [stage, spreadCards(cards)])),
    ]),
  )
  const notes = new Map<string, Rect>()
  for (const { id } of order) {
    const rect = spread.get(id)
    if (rect) notes.set(id, rect)
  }
  return { ...folded, notes, cells, groups: frames }
}
