import { add } from '#shared/doc/change.ts'
import { newId } from '#shared/model/ids.ts'
import { KINDS } from '#shared/model/kinds.ts'
import type { OpenMap } from '../store/MapContext.tsx'

/** Where a note stands: in a cell, or free on the map when both are null; `under` a heading when it is given. */
export type NoteSpot = { stage: string | null; lane: string | null; x: number; y: number; under?: string | null }

/** A note that was dragged somewhere else; `before` is the note of the same group that it now stands before. */
export type NoteMove = { id: string; spot: NoteSpot; before?: string | null }

/** Adds a note, selects it and opens its text. Returns its id. */
export function addNote(open: OpenMap, spot: NoteSpot, author: string): string {
  const note = KINDS.notes.make({ id: newId(), author, ...spot })
  open.session.apply([add('notes', note)])
  open.view.setState({ selected: [note.id], editing: { kind: 'notes', id: note.id, field: 'text' }, tool: 'select' })
  return note.id
}
