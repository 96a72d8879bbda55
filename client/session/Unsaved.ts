/** One edit that the server has not confirmed, as a line that its author recognises. */
export type UnsavedEdit = {
  /** Different from that of any other line on this map in this browser. */
  readonly key: string
  readonly words: string
  /** Epoch milliseconds. */
  readonly at: number
}

/** Where the lines are kept over a reload. */
export type Keeping = {
  /** Writes a line over the one with its key. */
  note(edit: UnsavedEdit): void
  forget(keys: readonly string[]): void
}

/** More than this nobody reads through; the oldest go first. */
const MOST = 1_000

/**
 * What this browser wrote and the server has not confirmed: in this visit, and in earlier ones that ended offline.
 * Where the server never takes it, the list is what its author keeps. It says what was done and not what came of it:
 * two edits that cancel each other out are two lines.
 */
export class Unsaved {
  private readonly visit: string
  private readonly keeping: Keeping
  private edits: UnsavedEdit[]
  private count = 0

  /** `visit` tells this window's lines from those of others; `earlier` are those that were found in this browser. */
  constructor(visit: string, earlier: readonly UnsavedEdit[], keeping: Keeping) {
    this.visit = visit
    this.keeping = keeping
    this.edits = [...earlier].sort((a, b) => a.at - b.at)
  }

  /** Notes an edit; typing that goes on in one text replaces what was noted of it. */
  add(words: string, at: number, joined: boolean): void {
    const last = joined ? this.edits.pop() : undefined
    const edit = { key: last?.key ?? `${this.visit} ${++this.count}`, words, at }
    this.edits.push(edit)
    this.keeping.note(edit)
    const oldest = this.edits.length > MOST ? this.edits.shift() : undefined
    if (oldest) this.keeping.forget([oldest.key])
  }

  /** To be called when the server has confirmed everything. */
  clear(): void {
    if (this.edits.length === 0) return
    this.keeping.forget(this.edits.map(({ key }) => key))
    this.edits = []
  }

  /** Hands the lines over to who keeps them from now on. */
  take(): readonly UnsavedEdit[] {
    const taken = this.edits
    this.edits = []
    return taken
  }

  list(): readonly UnsavedEdit[] {
    return this.edits
  }
}
