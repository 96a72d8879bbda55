import type { Role } from '#shared/model/roles.ts'
import { api } from '../api/api.ts'
import { readMe } from '../api/me.ts'
import { knownMap, rememberMap, takeTokenFromAddress, tokenFor } from '../api/tokens.ts'
import { MapSession } from '../session/MapSession.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { mirrorMap } from '../store/MapMirror.ts'
import { createViewStore } from '../store/viewState.ts'

/** How far the opening of a map has come. */
export type Opening =
  | { state: 'asking' }
  /** The address does not open the map: no token, an ended one, or an unknown map. */
  | { state: 'shut'; message: string | null }
  /** The server did not answer and this browser has no copy to go on with. */
  | { state: 'failed'; message: string }
  | { state: 'open'; open: OpenMap; close(): void }

function syncAddress(): string {
  return `${window.location.origin.replace(/^http/, 'ws')}/sync`
}

/** Makes the parts of an open map. `close` lets go of all of them. */
function assemble(id: string, token: string, role: Role): Opening {
  const session = new MapSession({
    map: id,
    token,
    person: knownMap(id)?.person?.id ?? '',
    address: syncAddress(),
    keepCopy: true,
  })
  const mirror = mirrorMap(session.doc)
  const open: OpenMap = { id, token, role, session, map: mirror.store, view: createViewStore() }
  return {
    state: 'open',
    open,
    close() {
      mirror.stop()
      session.close()
    },
  }
}

/** Lets the server know who comes in, once somebody said their name in this browser. */
async function introduce(id: string, token: string): Promise<void> {
  const me = readMe()
  if (!me || knownMap(id)?.person) return
  const joined = await api(token).join(id, me)
  if (joined.ok) rememberMap(id, { person: { id: joined.value.person.id, token: joined.value.token } })
}

/**
 * Opens a map by the token in the address or in this browser. Without the server it goes on with the copy of
 * this browser, in the role that was held last.
 */
export async function openMap(id: string): Promise<Opening> {
  takeTokenFromAddress(id, Date.now())
  const token = tokenFor(id)
  if (token === null) return { state: 'shut', message: null }
  const info = await api(token).mapInfo(id)
  if (info.ok) {
    const { title, role } = info.value
    rememberMap(id, { title, role, lastOpened: Date.now() })
    await introduce(id, token)
    return assemble(id, tokenFor(id) ?? token, role)
  }
  if (info.status === 401 || info.status === 403 || info.status === 404) return { state: 'shut', message: info.message }
  const role = knownMap(id)?.role
  return role ? assemble(id, token, role) : { state: 'failed', message: info.message }
}

/** Opens a map for as long as somebody looks at it. Returns what stops it; `onChange` gets each step. */
export function keepOpen(id: string, onChange: (opening: Opening) => void): () => void {
  let ended = false
  let close: () => void = () => {}
  onChange({ state: 'asking' })
  void openMap(id).then(opening => {
    if (opening.state === 'open') close = opening.close
    if (ended) close()
    else onChange(opening)
  })
  return () => {
    ended = true
    close()
  }
}
