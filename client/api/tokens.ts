import { isRole, ROLES, type Role } from '#shared/model/roles.ts'
import { readStored, writeStored } from './storage.ts'

/** What this browser knows about a map that it has opened. */
export type KnownMap = {
  /** The link by which this browser comes in. */
  token: string
  /** The person whom the server knows under that link, once they said their name. */
  person: { id: string; token: string } | null
  /** Links of this map that this browser has come in by, one for each role. */
  links: Partial<Record<Role, string>>
  title: string
  /** The role of `token`; null before the server said it. */
  role: Role | null
  /** Epoch milliseconds. */
  lastOpened: number
}

const KEY = 'verbatim.maps'
/** More maps than this nobody looks through; those opened longest ago go. */
const MOST_MAPS = 200

/** The maps of this browser, the one opened last first. */
export function knownMaps(): (KnownMap & { id: string })[] {
  return Object.entries(readAll())
    .map(([id, known]) => ({ id, ...known }))
    .sort((a, b) => b.lastOpened - a.lastOpened)
}

export function knownMap(id: string): KnownMap | null {
  return readAll()[id] ?? null
}

/** The token that opens a map in this browser: the person's own where there is one. */
export function tokenFor(id: string): string | null {
  const known = knownMap(id)
  return known?.person?.token ?? known?.token ?? null
}

/**
 * Stores a link's token, and returns whether it outlives the page. Another link than before is another way in, so the
 * person under the old one is left.
 */
export function rememberToken(id: string, token: string, now: number): boolean {
  const known = knownMap(id)
  const same = known?.token === token
  return write(id, {
    token,
    person: same ? known.person : null,
    links: known?.links ?? {},
    title: known?.title ?? '',
    role: same ? known.role : null,
    lastOpened: now,
  })
}

/** Adds what became known about a map that is stored; a map that is not is left alone. */
export function rememberMap(
  id: string,
  more: Partial<Pick<KnownMap, 'person' | 'title' | 'role' | 'lastOpened'>>,
): void {
  const known = knownMap(id)
  if (!known) return
  const links = more.role ? { ...known.links, [more.role]: known.token } : known.links
  write(id, { ...known, links, ...more })
}

/** Takes a map off this browser's list; the map itself stays where it is. Returns what puts it back. */
export function forgetMap(id: string): () => void {
  const { [id]: known, ...others } = readAll()
  writeStored(KEY, others)
  return () => {
    if (known) write(id, known)
  }
}

/**
 * Moves the token of an address such as `/m/abc#TOKEN` into this browser's storage and out of the address bar, so that
 * neither a screenshot nor the history shows it. Where the browser keeps nothing it stays in the address: without it,
 * loading the page again would lock its own guest out. Returns whether there was one.
 */
export function takeTokenFromAddress(id: string, now: number): boolean {
  const token = tokenIn(window.location.hash)
  if (token === null) return false
  if (!rememberToken(id, token, now)) return true
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search)
  return true
}

/** What ends a sentence or a bracket after a pasted link, and belongs to neither. */
const AFTER_LINK = /[.,;:!?)>\]”"']+$/

/**
 * Map and token of a pasted link, or of its code alone, which is what stands after `/m/`. The token is null where the
 * paste has none, as when a chat has cut it off; null for anything else.
 */
export function parseMapAddress(text: string): { id: string; token: string | null } | null {
  const link = /\/m\/([\w-]+)[^#\s]*(#\S+)?/.exec(text) ?? /^([0-9a-z]{20,64})(#\S+)?$/.exec(text.trim())
  const [, id, fragment = ''] = link ?? []
  return id === undefined ? null : { id, token: tokenIn(fragment.replace(AFTER_LINK, '')) }
}

function tokenIn(fragment: string): string | null {
  return /^#([\w.~-]{8,300})$/.exec(fragment)?.[1] ?? null
}

function write(id: string, known: KnownMap): boolean {
  const entries = Object.entries({ ...readAll(), [id]: known })
  const kept = entries.sort(([, a], [, b]) => b.lastOpened - a.lastOpened).slice(0, MOST_MAPS)
  return writeStored(KEY, Object.fromEntries(kept))
}

/** Whatever stands in the storage, only what has the right form comes out. */
function readAll(): Record<string, KnownMap> {
  const stored = readStored(KEY)
  if (typeof stored !== 'object' || stored === null) return {}
  return Object.fromEntries(
    Object.entries(stored).flatMap(([id, value]) => {
      const known = readOne(value)
      return known ? [[id, known]] : []
    }),
  )
}

function readOne(value: unknown): KnownMap | null {
  if (typeof value !== 'object' || value === null) return null
  const { token, person, links, title, role, lastOpened } = value as Record<string, unknown>
  if (typeof token !== 'string' || !token) return null
  return {
    token,
    person: readPerson(person),
    links: readLinks(links),
    title: typeof title === 'string' ? title : '',
    role: isRole(role) ? role : null,
    lastOpened: typeof lastOpened === 'number' && Number.isFinite(lastOpened) ? lastOpened : 0,
  }
}

function readPerson(value: unknown): KnownMap['person'] {
  if (typeof value !== 'object' || value === null) return null
  const { id, token } = value as Record<string, unknown>
  return typeof id === 'string' && typeof token === 'string' && id && token ? { id, token } : null
}

function readLinks(value: unknown): KnownMap['links'] {
  if (typeof value !== 'object' || value === null) return {}
  const stored = value as Record<string, unknown>
  return Object.fromEntries(ROLES.flatMap(role => (typeof stored[role] === 'string' ? [[role, stored[role]]] : [])))
}
