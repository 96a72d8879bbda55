import { DOCUMENT_VERSION } from '#shared/doc/seed.ts'
import type { Role } from '#shared/model/roles.ts'
import { readWholeMap, type WholeMap } from '#shared/protocol/wholeMap.ts'
import { api } from '../api/api.ts'
import { readMe } from '../api/me.ts'
import { knownMap, rememberMap, tokenFor } from '../api/tokens.ts'
import type { MapState } from '../api/types.ts'
import type { CopyOf } from '../session/copyDatabase.ts'
import { type Found, LocalCopy } from '../session/LocalCopy.ts'
import { MapSession } from '../session/MapSession.ts'
import { openDocument } from '../session/openDocument.ts'
import { readSight, type Sight } from '../session/sights.ts'
import type { UnsavedEdit } from '../session/Unsaved.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { mirrorMap } from '../store/MapMirror.ts'
import { createViewStore } from '../store/viewState.ts'
import { takeAhead } from './ahead.ts'
import { loadSeeAhead } from './loadPage.ts'

/** How far the opening of a map has come. */
export type Opening =
  /** `sight`: what may be shown of the map meanwhile. */
  | { state: 'asking'; sight: Sight | null }
  /**
   * The address does not open the map: no token, an ended one, or an unknown map. `edits` are this browser's own from
   * earlier visits that never came onto it.
   */
  | { state: 'shut'; message: string | null; edits: readonly UnsavedEdit[] }
  /** The server did not answer and this browser has no copy to go on with. */
  | { state: 'failed'; message: string }
  /** `isAsked`: the server said what may be done here; else it is as it was on the last visit. */
  | { state: 'open'; open: OpenMap; isAsked: boolean; close(): void }

/** Milliseconds that the server gets to answer while a copy lies ready in this browser. */
const PATIENCE = 3_000

/** What to do where a link opens nothing; an ended one says it itself. */
const ASK = 'Ask for the link from Share, and paste it here.'

function syncAddress(): string {
  return `${window.location.origin.replace(/^http/, 'ws')}/sync`
}

type Parts = {
  token: string
  role: Role
  /** The map's epoch as the server told it just now; null when it did not answer. */
  epoch: number | null
  copy: LocalCopy
  found: Found
  /** The map as the server sent it, where this browser has no copy. */
  sent: WholeMap | null
  sight: Sight | null
  /** Whether the server knows who comes. */
  introduced: Promise<void>
}

/**
 * Makes the parts of an open map, with a pause between those that take long: what is seen meanwhile goes on moving.
 * `close` lets go of all of them.
 */
async function assemble(
  id: string,
  { token: link, role, epoch, copy, found, sent, sight, introduced }: Parts,
): Promise<Opening> {
  await pause()
  const opened = openDocument(found, epoch, sent)
  await pause()
  const view = createViewStore()
  const mirror = mirrorMap(opened.doc, view)
  await introduced
  await pause()
  // From here on all at once: a session that begins is heard of by whoever opens the map.
  const person = knownMap(id)?.person?.id ?? ''
  const token = tokenFor(id) ?? link
  const session = new MapSession({ map: id, token, person, address: syncAddress(), opened, copy, found })
  const open: OpenMap = { id, token, role, session, map: mirror.store, view, sight }
  return {
    state: 'open',
    open,
    isAsked: epoch !== null,
    close() {
      mirror.stop()
      session.close()
    },
  }
}

/** Lets the page paint and take in what came. */
function pause(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve))
}

/** Lets the server know who comes in, once somebody said their name in this browser: anew, or under another name. */
export async function introduce(id: string, token: string, { person }: Pick<MapState, 'person'>): Promise<void> {
  const me = readMe()
  if (!me) return
  if (person) {
    if (person.name !== me.name || person.color !== me.color) await api(token).rename(id, me)
    return
  }
  const joined = await api(token).join(id, me)
  if (joined.ok) rememberMap(id, { person: { id: joined.value.person.id, token: joined.value.token } })
}

/**
 * Opens a map by the token in the address or in this browser. Without the server it goes on with the copy of
 * this browser, in the role that was held last. `show` gets what may be looked at meanwhile.
 */
export async function openMap(id: string, show: (sight: Sight) => void): Promise<Opening> {
  const { token, state: asking, sight: kept, whole } = takeAhead(id)
  if (token === null) return { state: 'shut', message: null, edits: [] }
  const history = Promise.withResolvers<CopyOf | null>()
  // Nobody waits for the copy to look at what was seen: of a large map reading it takes a while.
  void asking.then(info => info.ok && history.resolve({ epoch: info.value.epoch, version: DOCUMENT_VERSION }))
  const ahead = knownMap(id)?.role ? lookAhead(id, kept, history.promise, show) : null
  const copy = new LocalCopy(id)
  const found = await copy.find()
  const role = knownMap(id)?.role ?? null
  const info = role && found.copy ? await Promise.race([asking, nothingAfter(PATIENCE)]) : await asking
  if (info?.ok) {
    const { role, epoch } = info.value
    rememberMap(id, { role, lastOpened: Date.now() })
    const introduced = introduce(id, token, info.value)
    const sent = found.copy ? null : await whole
    return assemble(id, {
      ...{ token, role, epoch, copy, found, introduced },
      sent: sent && readWholeMap(sent),
      sight: await ahead,
    })
  }
  if (info === null || ![401, 403, 404].includes(info.status)) {
    if (role && found.copy) {
      history.resolve(found.copy)
      const introduced = Promise.resolve()
      return assemble(id, { token, role, epoch: null, copy, found, sent: null, sight: await ahead, introduced })
    }
    copy.close()
    return { state: 'failed', message: info?.message ?? '' }
  }
  copy.close()
  // What was kept goes, also where it was not asked for because this link had never opened the map.
  history.resolve(null)
  if (ahead === null) void lookAhead(id, readSight(id), history.promise, show)
  const message = info.status === 404 ? `${info.message} ${ASK}` : info.message
  return { state: 'shut', message, edits: [...found.aside, ...found.unsaved] }
}

/** Loaded only where there may be something to see. */
async function lookAhead(...of: Parameters<typeof import('./seeAhead.ts').seeAhead>): Promise<Sight | null> {
  try {
    return await (await loadSeeAhead()).seeAhead(...of)
  } catch {
    return null
  }
}

function nothingAfter(ms: number): Promise<null> {
  return new Promise(resolve => setTimeout(() => resolve(null), ms))
}
