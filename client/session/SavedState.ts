/** Where this browser's edits are. */
export type SavedState =
  /** The server has not answered yet. */
  | { state: 'opening' }
  /** All on the server's disk. */
  | { state: 'saved' }
  /** Sent and not confirmed. */
  | { state: 'saving' }
  /** The server hears, but can't write to its disk at the moment: nothing is confirmed until it can. */
  | { state: 'failing' }
  /** Nobody to send to; `unsaved` when there is something that the server has not confirmed. */
  | { state: 'offline'; unsaved: boolean }
  /** The server takes nothing more in this session; `reason` is a sentence, or empty. */
  | { state: 'refused'; code: number; reason: string }

/** What happens to a session, as far as it changes where edits are. */
export type SavedEvent =
  | { type: 'edited' }
  /** What the server has is here, and what this browser has is on its way. */
  | { type: 'synced' }
  /** The server has confirmed every edit so far. */
  | { type: 'confirmed' }
  /** The server's disk began to fail, or works again. */
  | { type: 'storage'; failing: boolean; unsaved: boolean }
  /** The connection broke, or none could be made. */
  | { type: 'lost'; unsaved: boolean }
  | { type: 'refused'; code: number; reason: string }

export const OPENING: SavedState = { state: 'opening' }

/** The next state; the very same one when nothing changes. */
export function nextSaved(now: SavedState, event: SavedEvent): SavedState {
  const next = step(now, event)
  return isSame(now, next) ? now : next
}

function step(now: SavedState, event: SavedEvent): SavedState {
  // Whatever comes after a refusal, and be it a second one, the first is what the person has to know.
  if (now.state === 'refused') return now
  switch (event.type) {
    case 'edited':
      if (now.state === 'offline') return { state: 'offline', unsaved: true }
      return now.state === 'saved' ? { state: 'saving' } : now
    case 'synced':
      return now.state === 'failing' ? now : { state: 'saving' }
    case 'confirmed':
      return now.state === 'saving' || now.state === 'opening' ? { state: 'saved' } : now
    case 'storage':
      if (now.state === 'offline') return now
      if (event.failing) return { state: 'failing' }
      return now.state === 'failing' ? { state: event.unsaved ? 'saving' : 'saved' } : now
    case 'lost':
      return { state: 'offline', unsaved: event.unsaved }
    case 'refused':
      return { state: 'refused', code: event.code, reason: event.reason }
  }
}

function isSame(one: SavedState, other: SavedState): boolean {
  if (one.state === 'offline' && other.state === 'offline') return one.unsaved === other.unsaved
  return one.state !== 'refused' && one.state === other.state
}
