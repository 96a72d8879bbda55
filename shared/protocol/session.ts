import { isPlainObject } from '../util/json.ts'

/**
 * What a workshop has in common beside its map. It is the server's own word and never lies in the document, so that
 * nobody can tamper with it. More members may follow.
 */
export type SessionState = {
  /** Whether only facilitators edit. */
  locked: boolean
  /** ISO time; null while the map is open. */
  lockedAt: string | null
  /** Id of the person who locked it; null while it is open, and where a script did. */
  lockedBy: string | null
  /** `failing` while edits cannot be written: they are kept in memory and in browsers, and nothing is called saved. */
  storage: 'working' | 'failing'
}

/** How a map is until the server says otherwise; on each new connection again. */
export const OPEN_SESSION: SessionState = { locked: false, lockedAt: null, lockedBy: null, storage: 'working' }

/** Reads a session state that came over the wire. What is missing or not as expected is as on an open map. */
export function readSession(json: string): SessionState {
  const state = parse(json)
  if (!isPlainObject(state)) return OPEN_SESSION
  const storage = state.storage === 'failing' ? 'failing' : 'working'
  if (state.locked !== true) return { ...OPEN_SESSION, storage }
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  return { locked: true, lockedAt: text(state.lockedAt), lockedBy: text(state.lockedBy), storage }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
