import type { Answer } from '../api/failure.ts'
import type { MapSession } from '../session/MapSession.ts'
import type { OpenMap } from '../store/MapContext.tsx'

/** An import of this person. `depth` is how many steps could be undone when it came: later ones lie above it. */
type Step = { id: string; depth: number }

/**
 * Imports beside the steps of the document: the server makes them, so the document's own undo does not know them. They
 * are taken back and put back in their turn, in the order in which this person did things.
 */
class ImportSteps {
  private done: Step[] = []
  private undone: Step[] = []
  private busy = false
  private readonly listeners = new Set<() => void>()
  private readonly undo: MapSession['undo']

  constructor(undo: MapSession['undo']) {
    this.undo = undo
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  add(id: string): void {
    this.done.push({ id, depth: this.undo.depth() })
    this.undone = []
    this.tell()
  }

  /** The import that is the last thing this person did, or null. */
  newest(): string | null {
    const step = this.done.at(-1)
    return step && this.undo.depth() <= step.depth ? step.id : null
  }

  /** The import that would come back next, or null. A new step since then means that nothing comes back. */
  nextBack(): string | null {
    const step = this.undone.at(-1)
    if (step && this.undo.depth() > step.depth) this.undone = []
    return step && this.undo.depth() === step.depth ? step.id : null
  }

  /** Takes an import back by `send`; only one at a time, since the server answers later. */
  async takeBack<T>(id: string, send: () => Promise<Answer<T>>): Promise<Answer<T> | null> {
    return this.alone(send, () => {
      const step = this.done.find(candidate => candidate.id === id)
      this.done = this.done.filter(candidate => candidate.id !== id)
      if (step) this.undone.push(step)
    })
  }

  async putBack<T extends { import: string }>(id: string, send: () => Promise<Answer<T>>): Promise<Answer<T> | null> {
    return this.alone(send, ({ import: again }) => {
      this.undone = this.undone.filter(candidate => candidate.id !== id)
      this.done.push({ id: again, depth: this.undo.depth() })
    })
  }

  private async alone<T>(send: () => Promise<Answer<T>>, settle: (value: T) => void): Promise<Answer<T> | null> {
    if (this.busy) return null
    this.busy = true
    const answer = await send()
    this.busy = false
    if (answer.ok) settle(answer.value)
    this.tell()
    return answer
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}

const stepsOf = new WeakMap<MapSession['undo'], ImportSteps>()

/** Those of whoever has this map open here. */
export function importSteps({ session: { undo } }: OpenMap): ImportSteps {
  const known = stepsOf.get(undo)
  if (known) return known
  const made = new ImportSteps(undo)
  stepsOf.set(undo, made)
  return made
}

/** Notes that this person just imported something, so that one undo takes it back. */
export function noteImport(open: OpenMap, id: string): void {
  importSteps(open).add(id)
}

/** The import that undo would take back now, or null when undo is about the document. */
export function newestImport(open: OpenMap): string | null {
  return importSteps(open).newest()
}

/** The import that redo would put back now, or null. */
export function nextImportBack(open: OpenMap): string | null {
  return importSteps(open).nextBack()
}

/** Calls back when what undo and redo would do may have changed. Returns what stops it. */
export function onUndoChange(open: OpenMap, listener: () => void): () => void {
  const stops = [importSteps(open).subscribe(listener), open.session.undo.onChange(listener)]
  return () => {
    for (const stop of stops) stop()
  }
}
