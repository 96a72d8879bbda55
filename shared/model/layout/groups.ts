import type { Note } from '../kinds.ts'
import { CARD_WIDTH, type Rect, rectOf, type Size } from './MapLayout.ts'

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
