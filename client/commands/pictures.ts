import { add, set } from '#shared/doc/change.ts'
import { newId } from '#shared/model/ids.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { api } from '../api/api.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { mayEdit } from '../store/rights.ts'
import { toast } from '../ui/toast.ts'
import type { NoteSpot } from './notes.ts'

const TOAST = 'picture'
/** Milliseconds after which it is said that a picture is under way; most are there before. */
const SLOW = 800

/**
 * Hands a picture to the server and adds a note that shows it, where it was dropped. Says what comes of it; without the
 * server there is no note, since nobody could see the picture.
 */
export async function addPicture(open: OpenMap, file: Blob, spot: NoteSpot, author: string): Promise<void> {
  const slow = setTimeout(() => toast('Adding the picture…', { id: TOAST }), SLOW)
  const answer = await api(open.token).putFile(open.id, file)
  clearTimeout(slow)
  if (!answer.ok) return toast(answer.message, { id: TOAST, tone: 'error' })
  if (!mayEdit(open)) return toast('The map was locked meanwhile, so the picture was not added.', { id: TOAST })
  const note = KINDS.notes.make({ id: newId(), author, image: answer.value.hash, ...spot })
  open.session.apply([add('notes', note)])
  open.view.setState({ selected: [note.id], editing: null, tool: 'select' })
  toast('Picture added. Say beside it what it shows, for those who can’t see it.', { id: TOAST, tone: 'done' })
}

/** Says what the picture of a note shows. */
export function describePicture(open: OpenMap, note: string, alt: string): void {
  open.session.apply([set('notes', note, { alt })])
}
