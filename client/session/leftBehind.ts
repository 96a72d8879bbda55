import { type About, isSame, type Line } from './copyDatabase.ts'
import { UNUSABLE } from './openDocument.ts'

/**
 * What a page still had to write into its local copy when it was closed. A database answers later than a tab closes;
 * `localStorage` is the one place that takes something in the moment of leaving.
 */
export type LeftBehind = {
  readonly about: About
  /** Whether the updates hold the whole document; else they go on from the copy. */
  readonly whole: boolean
  /** Updates of Yjs, to be applied in order. */
  readonly updates: readonly Uint8Array[]
  readonly lines: readonly Line[]
  /** Keys of lines that are not needed any more. */
  readonly forgotten: readonly string[]
}

/** Bytes of updates; browsers keep about 5 million characters for a whole origin. */
const MOST = 1024 * 1024

/** Where things are left. A function, because a browser that blocks it throws when asked for it. */
type Place = () => Storage

const prefixOf = (map: string) => `verbatim.left.${map}.`

/** Leaves something for the next page of this map. Returns whether there was room for it. */
export function leave(place: Place, map: string, visit: string, left: LeftBehind): boolean {
  if (left.updates.reduce((sum, { length }) => sum + length, 0) > MOST) return false
  try {
    place().setItem(prefixOf(map) + visit, JSON.stringify({ ...left, updates: left.updates.map(toText) }))
    return true
  } catch {
    return false
  }
}

/** What all visits left, put together with what the copy says of itself. */
export type Taken = {
  readonly about: About | null
  readonly updates: readonly Uint8Array[]
  /** By key; null for those that are not needed any more. */
  readonly lines: ReadonlyMap<string, Line | null>
  readonly visits: readonly string[]
}

/**
 * What pages of this map left, as it goes on from a copy (null: there is none). Of another history only its lines are
 * taken, set aside with the reason.
 */
export function takeLeft(place: Place, map: string, copy: About | null): Taken {
  let about = copy
  const updates: Uint8Array[] = []
  const lines = new Map<string, Line | null>()
  const found = findLeft(place, map)
  for (const left of found.values()) {
    if (left.whole) about ??= left.about
    const fits = about !== null && isSame(about, left.about)
    if (fits) updates.push(...left.updates)
    for (const line of left.lines) lines.set(line.key, fits || line.aside ? line : { ...line, aside: UNUSABLE.epoch })
    for (const key of left.forgotten) lines.set(key, null)
  }
  return { about, updates, lines, visits: [...found.keys()] }
}

/** What can't be read is not there. */
function findLeft(place: Place, map: string): ReadonlyMap<string, LeftBehind> {
  const found = new Map<string, LeftBehind>()
  const prefix = prefixOf(map)
  try {
    const storage = place()
    for (const key of Object.keys(storage)) {
      const left = key.startsWith(prefix) ? read(storage.getItem(key)) : null
      if (left) found.set(key.slice(prefix.length), left)
    }
  } catch {}
  return found
}

/** To be called when what a visit left is in the copy. */
export function forgetLeft(place: Place, map: string, visit: string): void {
  try {
    place().removeItem(prefixOf(map) + visit)
  } catch {}
}

function read(text: string | null): LeftBehind | null {
  try {
    const { about, whole, updates, lines, forgotten } = JSON.parse(text ?? 'null')
    const isSound =
      typeof about.id === 'string' &&
      Number.isInteger(about.epoch) &&
      Number.isInteger(about.version) &&
      typeof whole === 'boolean' &&
      lines.every((line: Partial<Line>) => typeof line.key === 'string' && typeof line.words === 'string') &&
      forgotten.every((key: unknown) => typeof key === 'string')
    return isSound ? { about, whole, updates: updates.map(toBytes), lines, forgotten } : null
  } catch {
    return null
  }
}

function toText(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

function toBytes(text: string): Uint8Array {
  return Uint8Array.from(atob(text), character => character.charCodeAt(0))
}
