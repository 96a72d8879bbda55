import { isRole, type Role } from '../model/roles.ts'
import { isPlainObject } from '../util/json.ts'

/**
 * Where a cursor points: an offset in map units from the top left of a card, of a cell, or of the whole map. Not a
 * place on the screen, because layouts differ from person to person (text size, hidden lanes).
 */
export type Anchor =
  | { on: 'card'; id: string; x: number; y: number }
  | { on: 'cell'; stage: string; lane: string; x: number; y: number }
  | { on: 'map'; x: number; y: number }

/** What one open window tells the others about its person. It is an awareness state and is never stored. */
export type Presence = {
  /**
   * For people with a token of their own the server writes all four, whatever the client sent. With a link's token
   * the client chooses name and colour, and id and role are null.
   */
  user: { id: string | null; name: string; color: string; role: Role | null }
  /** Null while the pointer is not over the map. */
  cursor: Anchor | null
  /** Ids of the selected records. */
  selection: readonly string[]
  /** Cards in the person's hand, and how far from their places they are held; null while nothing is dragged. */
  drag: Dragged | null
}

/** Ids of touchpoints and notes, and map units. */
export type Dragged = { readonly ids: readonly string[]; readonly dx: number; readonly dy: number }

/**
 * Milliseconds between two messages about presence in a map with so many people. Twenty a second look live, and more
 * than fifty cursors nobody follows; what is sent grows with the square of the people, so each of many is told of less
 * often.
 */
export function presencePace(people: number): number {
  if (people <= 50) return 50
  return people <= 200 ? 100 : 200
}

/** UTF-16 code units of a name beside a cursor. */
export const PRESENCE_NAME = 80
/** Selected records that others are shown; more are cut off, so that “select all” on a large map stays a small message. */
export const PRESENCE_SELECTION = 200
/** UTF-16 code units of an id: what `shared/doc` reads. */
const ID = 200
/** Map units: far outside of any map, and still exact as a number. */
const FARTHEST = 1e7
/** For people whose colour makes no sense: readable on both themes. */
const NEUTRAL = '#6b7280'

const isColor = (value: unknown): value is string => typeof value === 'string' && /^#[\da-f]{6}$/i.test(value)
const isId = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= ID
const isOffset = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= FARTHEST

/**
 * Reads an awareness state, which may come from anybody. Null when it names no person; parts that make no sense are
 * left out. Takes what `JSON.parse` gives, and never throws on it.
 */
export function readPresence(state: unknown): Presence | null {
  if (!isPlainObject(state) || !isPlainObject(state.user)) return null
  const { id, name, color, role } = state.user
  const shown = typeof name === 'string' ? readName(name) : ''
  if (shown === '') return null
  return {
    user: {
      id: isId(id) ? id : null,
      name: shown,
      color: isColor(color) ? color.toLowerCase() : NEUTRAL,
      role: isRole(role) ? role : null,
    },
    cursor: readAnchor(state.cursor),
    selection: Array.isArray(state.selection) ? state.selection.slice(0, PRESENCE_SELECTION).filter(isId) : [],
    drag: readDrag(state.drag),
  }
}

/** Control characters and those that turn the direction of a line could disguise a name or spoil what stands beside it. */
function readName(name: string): string {
  const plain = name.slice(0, PRESENCE_NAME).toWellFormed()
  return plain.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').trim()
}

function readDrag(drag: unknown): Dragged | null {
  if (!isPlainObject(drag) || !Array.isArray(drag.ids) || !isOffset(drag.dx) || !isOffset(drag.dy)) return null
  const ids = drag.ids.slice(0, PRESENCE_SELECTION).filter(isId)
  return ids.length > 0 ? { ids, dx: drag.dx, dy: drag.dy } : null
}

function readAnchor(anchor: unknown): Anchor | null {
  if (!isPlainObject(anchor)) return null
  const { on, x, y, id, stage, lane } = anchor
  if (!isOffset(x) || !isOffset(y)) return null
  if (on === 'card' && isId(id)) return { on, id, x, y }
  if (on === 'cell' && isId(stage) && isId(lane)) return { on, stage, lane, x, y }
  return on === 'map' ? { on, x, y } : null
}
