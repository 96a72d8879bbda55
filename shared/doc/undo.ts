import * as Y from 'yjs'
import { allRoots } from './roots.ts'

/** One person's own steps in one document. */
export type UndoSteps = {
  /** The origin to give to `edit`. */
  origin: object
  /** Takes the last step back. Returns false when there was nothing left that this could change. */
  undo(): boolean
  redo(): boolean
  canUndo(): boolean
  canRedo(): boolean
  /** How many steps can be undone; for steps that are kept beside these, to know which came later. */
  depth(): number
  /** While true, the next edits join the last step (typing into one field); false starts a new one. */
  join(joining: boolean): void
  /** Called whenever `canUndo` or `canRedo` may have changed. Returns what stops it. */
  onChange(listener: () => void): () => void
  destroy(): void
}

/** Longer than any session: whether steps join is decided by `join`, never by the clock. */
const ALWAYS = Number.MAX_SAFE_INTEGER

/** Undo for the edits that carry this origin and for no others: what a colleague changed later stays. */
export function undoSteps(doc: Y.Doc): UndoSteps {
  const origin = { undo: true }
  const manager = new Y.UndoManager(allRoots(doc), { trackedOrigins: new Set([origin]), captureTimeout: 0 })
  return {
    origin,
    undo: () => manager.undo() !== null,
    redo: () => manager.redo() !== null,
    canUndo: () => manager.canUndo(),
    canRedo: () => manager.canRedo(),
    depth: () => manager.undoStack.length,
    join(joining) {
      manager.captureTimeout = joining ? ALWAYS : 0
    },
    onChange(listener) {
      const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared', 'stack-item-updated'] as const
      for (const event of events) manager.on(event, listener)
      return () => {
        for (const event of events) manager.off(event, listener)
      }
    },
    destroy: () => manager.destroy(),
  }
}
