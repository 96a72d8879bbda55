import { api } from '../api/api.ts'
import type { Answer } from '../api/failure.ts'
import type { MapSession } from '../session/MapSession.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { toast } from '../ui/toast.ts'

/** An import of this person. `depth` is how many steps could be undone when it came: later ones lie above it. */
type Step = { id: string; depth: number }

/** What the server says when an import is taken back: what went, and what stays because others use or edited it. */
export type TakenBack = { removed: number; kept: { kind: string; title: string; because: 'edited' | 'used' }[] }

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

function steps({ session: { undo } }: OpenMap): ImportSteps {
  const known = stepsOf.get(undo)
  if (known) return known
  const made = new ImportSteps(undo)
  stepsOf.set(undo, made)
  return made
}

/** Notes that this person just imported something, so that one undo takes it back. */
export function noteImport(open: OpenMap, id: string): void {
  steps(open).add(id)
}

/** The import that undo would take back now, or null when undo is about the document. */
export function newestImport(open: OpenMap): string | null {
  return steps(open).newest()
}

/** The import that redo would put back now, or null. */
export function nextImportBack(open: OpenMap): string | null {
  return steps(open).nextBack()
}

/** Calls back when what undo and redo would do may have changed. Returns what stops it. */
export function onUndoChange(open: OpenMap, listener: () => void): () => void {
  const stops = [steps(open).subscribe(listener), open.session.undo.onChange(listener)]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Takes an import back, and says what became of it. Resolves to what went, or null when nothing did. */
export async function takeBackImport(open: OpenMap, id: string): Promise<TakenBack | null> {
  const answer = await steps(open).takeBack(id, () => api(open.token).takeBackImport(open.id, id))
  if (!answer) return null
  if (!answer.ok) {
    toast('The import could not be taken back.', { tone: 'error', detail: answer.message, id: 'import' })
    return null
  }
  const { kept } = answer.value
  toast('The import is taken back.', {
    id: 'import',
    ...(kept.length > 0 ? { detail: keptWords(kept) } : {}),
    action: { label: 'Redo', onPress: () => void putBackImport(open, id) },
  })
  return answer.value
}

/** Puts an import back that was taken back. Resolves to its new id, or null. */
export async function putBackImport(open: OpenMap, id: string): Promise<string | null> {
  const answer = await steps(open).putBack(id, () => api(open.token).redoImport(open.id, id))
  if (!answer) return null
  if (answer.ok) {
    const again = answer.value.import
    const action = { label: 'Undo', onPress: () => void takeBackImport(open, again) }
    toast('The import is back.', { id: 'import', action })
  } else toast('The import could not be put back.', { tone: 'error', detail: answer.message, id: 'import' })
  return answer.ok ? answer.value.import : null
}

/** “Wait” and 3 others stay, because they were edited or are used since. */
function keptWords(kept: TakenBack['kept']): string {
  const [first] = kept
  const rest = kept.length - 1
  const others = rest === 0 ? '' : ` and ${rest.toLocaleString('en-GB')} ${rest === 1 ? 'other' : 'others'}`
  return `“${first?.title ?? ''}”${others} ${rest === 0 ? 'stays' : 'stay'}, edited or used since.`
}
