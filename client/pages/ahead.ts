import { api } from '../api/api.ts'
import type { Answer } from '../api/failure.ts'
import { knownMap, takeTokenFromAddress, tokenFor } from '../api/tokens.ts'
import type { MapState } from '../api/types.ts'
import { readSight, type Sight } from '../session/sights.ts'
import { loadFonts } from '../ui/fonts.ts'

/** What is asked for before anything of the page itself is there. */
export type Ahead = {
  /** Null where this browser has no way into the map; then nothing is asked. */
  readonly token: string | null
  /** What the server says of the map; a failure where it says nothing. */
  readonly state: Promise<Answer<MapState>>
  /** What this browser keeps to be seen of it; null for nothing. Nobody may see it before its history is known. */
  readonly sight: Promise<Sight | null>
  /** The whole map as the server sends it to who never had it; null where it does not come, or a copy may be here. */
  readonly whole: Promise<Uint8Array | null>
}

const NOTHING: Ahead = {
  token: null,
  state: new Promise(() => {}),
  sight: Promise.resolve(null),
  whole: Promise.resolve(null),
}

let begun: { readonly id: string; readonly ahead: Ahead } | null = null

/** Begins to ask for what opening a map needs first, for whoever opens it next. */
export function beginAhead(id: string): void {
  begun = { id, ahead: askFor(id) }
}

/** What was begun for a map, once; else it begins now. */
export function takeAhead(id: string): Ahead {
  const ahead = begun?.id === id ? begun.ahead : askFor(id)
  begun = null
  return ahead
}

function askFor(id: string): Ahead {
  takeTokenFromAddress(id, Date.now())
  const token = tokenFor(id)
  if (token === null) return NOTHING
  void loadFonts()
  const { mapState, wholeMap } = api(token)
  // Where the link never opened the map, nothing of it may be seen, and nothing of it is here.
  if (knownMap(id)?.role) return { token, state: mapState(id, true), sight: readSight(id), whole: NOTHING.whole }
  return { token, state: mapState(id), sight: NOTHING.sight, whole: wholeMap(id) }
}
