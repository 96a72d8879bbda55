import { newId } from '#shared/model/ids.ts'
import {
  type About,
  type CopyChange,
  type CopyOf,
  changeCopy,
  isSame,
  type Line,
  openDatabase,
  readCopy,
} from './copyDatabase.ts'
import { forgetLeft, leave, takeLeft } from './leftBehind.ts'
import { onLeaving } from './onWaking.ts'
import { dropSight } from './sights.ts'
import type { UnsavedEdit } from './Unsaved.ts'

/** An edit that will not come onto the map by itself any more, and why, in a sentence. */
export type SetAside = UnsavedEdit & { readonly aside: string }

/** What earlier visits left in this browser. */
export type Found = {
  /** Null when there is no copy. Updates of Yjs, to be applied in order. */
  readonly copy: (CopyOf & { readonly updates: readonly Uint8Array[] }) | null
  /** What the server had not confirmed. */
  readonly unsaved: readonly UnsavedEdit[]
  readonly aside: readonly SetAside[]
}

export const NOTHING_FOUND: Found = { copy: null, unsaved: [], aside: [] }

/** Whether edits are kept in this browser. `full`: it has no room. `missing`: it keeps nothing at all. */
export type Keeps = 'working' | 'full' | 'missing'

/** What a window's document holds, for when the copy is written as a whole: updates of Yjs, to be applied in order. */
export type Whole = { updates(): readonly Uint8Array[]; lines(): readonly UnsavedEdit[] }

/** Milliseconds to wait for a database that does not answer; the map then opens without it. */
const PATIENCE = 5_000
/** Milliseconds before it is tried again to write into a browser that could not. */
const AGAIN = 10_000
/** Entries after which the whole document takes their place. */
const MANY = 500

const place = () => localStorage

/** Removes the copy of a map that is no more, as soon as no window has it open. */
export function dropCopy(map: string): void {
  try {
    indexedDB.deleteDatabase(nameOf(map))
  } catch {}
}

const nameOf = (map: string) => `verbatim-${map}`

/** What was set aside in a browser that keeps nothing, until the page is closed. */
const remembered = new Map<string, readonly SetAside[]>()
/** Copies of this window that are being closed: what they still write has to be found by the next. */
const closing = new Map<string, Promise<void>>()

/**
 * One map's copy in this browser (IndexedDB): the document, so that offline edits survive the tab, and in words what
 * the server has not confirmed. Nothing here rejects; `keeps` says how it goes. Several windows write into one copy,
 * each what it wrote and heard, and none of them has to be awake for another.
 */
export class LocalCopy {
  private readonly map: string
  private readonly visit = newId()
  private readonly opening: Promise<IDBDatabase | null>
  private readonly listeners = new Set<() => void>()
  private database: IDBDatabase | null = null
  private found: About | null = null
  /** Null while nothing is to be written. */
  private own: { about: About; whole: Whole } | null = null
  /** Keys of the entries that this window's document holds. */
  private covered: IDBValidKey[] = []
  private updates: Uint8Array[] = []
  /** Null for lines that go. */
  private lines = new Map<string, Line | null>()
  /** After an entry was lost, the next has to hold everything. */
  private needsWhole = false
  private writing: Promise<void> | null = null
  /** What the transaction under way writes. */
  private underWay: { updates: readonly Uint8Array[]; lines: ReadonlyMap<string, Line | null> } | null = null
  /** Visits whose leavings are among what is to be written. */
  private takenOver: string[] = []
  /** Stops to listen for the page being left. */
  private readonly stay: () => void
  private failedAt = Number.NEGATIVE_INFINITY
  private state: Keeps = 'working'

  constructor(map: string) {
    this.map = map
    this.opening = (closing.get(map) ?? Promise.resolve()).then(() => openDatabase(nameOf(map), PATIENCE))
    this.stay = onLeaving(this.leave)
  }

  get keeps(): Keeps {
    return this.state
  }

  /** Calls back when `keeps` has changed. Returns what stops it. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** What earlier visits left. To be asked first, and once. */
  async find(): Promise<Found> {
    this.database = await this.opening
    const stored = this.database && (await readCopy(this.database))
    const aside = remembered.get(this.map) ?? []
    if (!stored) {
      this.become('missing')
      return { ...NOTHING_FOUND, aside }
    }
    this.covered = [...stored.keys]
    this.needsWhole = stored.keys.length > MANY
    const lines = new Map(stored.lines.map(line => [line.key, line]))
    const left = takeLeft(place, this.map, stored.about)
    this.found = left.about
    this.updates.push(...left.updates)
    this.takenOver.push(...left.visits)
    for (const [key, line] of left.lines) {
      this.lines.set(key, line)
      if (line) lines.set(key, line)
      else lines.delete(key)
    }
    return {
      copy: this.found && { ...this.found, updates: [...stored.updates, ...left.updates] },
      unsaved: [...lines.values()].filter(line => line.aside === undefined),
      aside: [...[...lines.values()].filter(isAside), ...aside],
    }
  }

  private forgetLeft(visits: readonly string[]): void {
    for (const visit of visits) forgetLeft(place, this.map, visit)
  }

  /** The page goes: what no transaction has written yet is left for the next one. */
  private readonly leave = (): void => {
    const { own } = this
    const updates = [...(this.underWay?.updates ?? []), ...this.updates]
    const lines = [...(this.underWay?.lines ?? []), ...this.lines]
    if (!own || updates.length + lines.length === 0) return
    // Where the copy holds nothing yet, updates alone would hang in the air.
    const whole = this.covered.length === 0
    const left = leave(place, this.map, this.visit, {
      about: own.about,
      whole,
      updates: whole ? own.whole.updates() : updates,
      lines: lines.flatMap(([, line]) => line ?? []),
      forgotten: lines.flatMap(([key, line]) => (line ? [] : key)),
    })
    if (left) this.takenOver.push(this.visit)
  }

  /** From now on writes what `add` and the notes bring: behind what was found where that is of the same history. */
  begin(of: CopyOf, whole: Whole): void {
    if (this.found && isSame(this.found, of)) {
      this.own = { about: this.found, whole }
      this.write()
      return
    }
    this.own = { about: { ...of, id: newId() }, whole }
    this.covered = []
    this.updates = []
    // At once, so that other windows see which history it is now.
    this.needsWhole = true
    this.write()
  }

  /** Keeps an update of the document; before `begin` there is nothing to keep it for. */
  add(update: Uint8Array): void {
    if (!this.own) return
    this.updates.push(update)
    this.write()
  }

  note(edit: UnsavedEdit): void {
    this.lines.set(edit.key, edit)
    this.write()
  }

  forget(keys: readonly string[]): void {
    for (const key of keys) this.lines.set(key, null)
    const left = (remembered.get(this.map) ?? []).filter(({ key }) => !keys.includes(key))
    remembered.set(this.map, left)
    this.write()
  }

  /**
   * Lets go of the document and keeps these edits as words, with a sentence that says why; nothing is written any more
   * until `begin`. Resolves when that is done, or can't be.
   */
  async setAside(edits: readonly UnsavedEdit[], why: string): Promise<void> {
    this.own = null
    this.found = null
    this.updates = []
    this.lines.clear()
    await this.writing
    void dropSight(this.map)
    const aside = edits.map(edit => ({ ...edit, aside: why }))
    const failure =
      this.database &&
      (await changeCopy(this.database, change => {
        change.clear()
        for (const edit of aside) change.note(edit)
      }))
    if (this.database && failure === null) {
      this.forgetLeft(this.takenOver.splice(0))
      return
    }
    remembered.set(this.map, [...(remembered.get(this.map) ?? []), ...aside])
  }

  /** Ends it; what is under way is still written. */
  close(): void {
    this.listeners.clear()
    closing.set(this.map, this.end())
  }

  private async end(): Promise<void> {
    while (this.writing) await this.writing
    this.own = null
    this.stay()
    const database = await this.opening
    database?.close()
  }

  /** Starts to write what waits, all of it in one transaction; what comes meanwhile shares the next. */
  private write(): void {
    const waits = this.needsWhole || this.updates.length > 0 || this.lines.size > 0
    if (this.writing || !this.own || !waits) return
    if (!this.database || Date.now() - this.failedAt < AGAIN) {
      this.updates = []
      this.needsWhole = true
      return
    }
    this.writing = this.writeAll(this.database).then(() => {
      this.writing = null
      this.write()
    })
  }

  private async writeAll(database: IDBDatabase): Promise<void> {
    const { updates, lines, takenOver } = this
    this.underWay = { updates, lines }
    this.updates = []
    this.lines = new Map()
    this.takenOver = []
    const added: IDBValidKey[] = []
    let isWhole = false
    const failure = await changeCopy(database, change => {
      isWhole = this.put(change, updates, lines, key => added.push(key))
    })
    this.underWay = null
    if (failure === null) {
      this.forgetLeft(takenOver)
      this.covered = isWhole ? added : [...this.covered, ...added]
      this.needsWhole = this.covered.length > MANY
      this.become('working')
      return
    }
    this.failedAt = Date.now()
    this.needsWhole = true
    this.lines = new Map([...lines, ...this.lines])
    this.takenOver = [...takenOver, ...this.takenOver]
    this.become(failure === 'QuotaExceededError' ? 'full' : 'missing')
  }

  /** Answers whether the whole document is written now, in the place of what was there of it. */
  private put(
    change: CopyChange,
    updates: readonly Uint8Array[],
    lines: ReadonlyMap<string, Line | null>,
    added: (key: IDBValidKey) => void,
  ): boolean {
    const { own } = this
    for (const [key, line] of lines) {
      if (line) change.note(line)
      else change.forget(key)
    }
    const isOurs = change.about?.id === own?.about.id
    // Where another window went over to another history, this one is about to hear of it.
    if (!own || (change.about && !isOurs && !isSame(change.about, own.about))) return false
    if (isOurs && !this.needsWhole) {
      for (const update of updates) change.add(update, added)
      return false
    }
    if (!change.about) change.begin(own.about)
    else own.about = change.about
    change.remove(this.covered)
    for (const update of own.whole.updates()) change.add(update, added)
    for (const line of own.whole.lines()) change.note(line)
    return true
  }

  private become(state: Keeps): void {
    if (this.state === state) return
    this.state = state
    for (const listener of this.listeners) listener()
  }
}

function isAside(line: Line): line is SetAside {
  return line.aside !== undefined
}
