import type * as Y from 'yjs'
import { observe, type Touched } from '#shared/doc/observe.ts'
import type { UndoSteps } from '#shared/doc/undo.ts'
import { recordInWords, titlesIn } from './changeInWords.ts'

type Needed = {
  doc: Y.Doc
  mayWrite(): boolean
  /** Notes an edit that the server has not confirmed. */
  note(words: string): void
}

/** Undo and redo that are noted as edits, because they write too: by the records that they touched. */
export function notedUndo(steps: UndoSteps, { doc, mayWrite, note }: Needed): UndoSteps {
  const noted = (what: string, step: () => boolean) => () => {
    if (!mayWrite()) return false
    let touched: Touched = new Map()
    const stop = observe(doc, seen => {
      touched = seen
    })
    const isDone = step()
    stop()
    const titles = titlesIn(doc)
    const records = [...touched].flatMap(([kind, ids]) => [...ids].map(id => recordInWords(kind, id, titles)))
    if (records.length > 0) note(`${what}: ${records.join(', ')}`)
    return isDone
  }
  return { ...steps, undo: noted('Took back an edit', steps.undo), redo: noted('Did again', steps.redo) }
}
