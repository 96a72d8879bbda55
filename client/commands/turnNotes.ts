import { add, type Change, set } from '#shared/doc/change.ts'
import { JOURNEY, newId } from '#shared/model/ids.ts'
import { KINDS, type Note } from '#shared/model/kinds.ts'
import { TITLE } from '#shared/model/limits.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { mayEdit } from '../store/rights.ts'
import type { Turn } from '../store/viewState.ts'
import { toast } from '../ui/toast.ts'
import { membersOf, takenOut } from './noteGroups.ts'
import { cellOfNote, touchpointOfNote } from './noteHomes.ts'
import { shownLayout } from './shownLayout.ts'
import { TURN_WORDS, turnable } from './turns.ts'

/**
 * Turns the selected notes into records of another kind, with their words and their authors, where they lie. Asks for
 * the touchpoint where it is not clear which one they are about.
 */
export function turnNotes(open: OpenMap, into: Turn): void {
  const notes = turnable(open)
  const isClear = ({ id }: Note) => into === 'touchpoint' || aboutOf(open, id) !== null
  if (notes.every(isClear)) finishTurning(open, { into, notes: notes.map(({ id }) => id) }, null)
  else open.view.setState({ turning: { into, notes: notes.map(({ id }) => id) } })
}

function aboutOf(open: OpenMap, id: string): string | null {
  const { map } = open.map.getState()
  const note = map.notes.find(candidate => candidate.id === id)
  return note ? touchpointOfNote(map, shownLayout(open), note) : null
}

/** How many of these notes lie where no touchpoint is clearly meant. */
export function unclearOf(open: OpenMap, notes: readonly string[]): number {
  return notes.filter(id => aboutOf(open, id) === null).length
}

/**
 * The same, once it is known which touchpoint those are about that are not clear by themselves (null: the whole
 * journey). One step, with a way back in the toast. Notes that somebody deleted meanwhile are left out.
 */
export function finishTurning(
  open: OpenMap,
  { into, notes: ids }: { into: Turn; notes: readonly string[] },
  otherwise: string | null,
): void {
  const { map } = open.map.getState()
  const wanted = new Set(ids)
  const notes = map.notes.filter(({ id }) => wanted.has(id))
  open.view.setState({ turning: null })
  if (notes.length === 0 || !mayEdit(open)) return
  const made = into === 'touchpoint' ? touchpoints(open, notes) : claims(open, into, notes, otherwise)
  const released = takenOut(open, membersOf(open, wanted))
  const gone = notes.map(({ id }): Change => ({ do: 'remove', kind: 'notes', id }))
  open.session.apply([...made.changes, ...released, ...gone])
  open.view.setState({ selected: [...new Set(made.selected)], editing: null, tool: 'select' })
  const many = notes.length === 1 ? TURN_WORDS[into].one : `${notes.length} ${TURN_WORDS[into].many}`
  toast(notes.length === 1 ? `The note is ${many} now.` : `The notes are ${many} now.`, {
    id: 'turned',
    tone: 'done',
    action: { label: 'Undo', onPress: () => open.session.undo.undo() },
  })
}

/** A title, and what of the words it does not hold. */
function titled(text: string): { title: string; details: string } {
  const [first = '', ...rest] = text.trim().split('\n')
  return first.length > TITLE
    ? { title: first.slice(0, TITLE).toWellFormed(), details: text.trim() }
    : { title: first.trim(), details: rest.join('\n').trim() }
}

type Made = { changes: Change[]; selected: string[] }

/** Links of a note lead to what it became. */
function touchpoints(open: OpenMap, notes: readonly Note[]): Made {
  const { map } = open.map.getState()
  const layout = shownLayout(open)
  const became = new Map(notes.map(({ id }) => [id, newId()]))
  const cards = notes.map(note => {
    const { stage = '', lane = '', before = null } = cellOfNote(map, layout, note) ?? {}
    const id = became.get(note.id) ?? newId()
    return add(
      'touchpoints',
      KINDS.touchpoints.make({ id, ...titled(note.text), author: note.author, stage, lane }),
      before,
    )
  })
  const links = map.links.flatMap(({ id, from, to }) => {
    const [start, end] = [became.get(from) ?? from, became.get(to) ?? to]
    return start === from && end === to ? [] : [set('links', id, { from: start, to: end })]
  })
  return { changes: [...cards, ...links], selected: [...became.values()] }
}

function claims(
  open: OpenMap,
  into: Exclude<Turn, 'touchpoint'>,
  notes: readonly Note[],
  otherwise: string | null,
): Made {
  const { evidence } = open.map.getState()
  const madeOn = new Date().toISOString().slice(0, 10)
  /** The newest assumption about each subject, those that are made here among them. */
  const present = new Map<string, { id: string; feeling: number | null } | null>()
  const selected: string[] = []
  const changes = notes.map(({ id: note, text, author }): Change => {
    const touchpoint = aboutOf(open, note) ?? otherwise
    if (touchpoint !== null) selected.push(touchpoint)
    const id = newId()
    const { title, details } = titled(text)
    if (into === 'opportunity') {
      return add('opportunities', KINDS.opportunities.make({ id, title, details, author, touchpoint }))
    }
    if (into === 'painPoint') {
      // A pain point has a title only; more words than fit begin its history.
      const all = [title, details].filter(Boolean).join(' ').replace(/\s+/g, ' ')
      const history = all.length > TITLE ? [{ status: 'open' as const, on: madeOn, words: text.trim() }] : []
      const short = all.slice(0, TITLE).toWellFormed()
      return add('painPoints', KINDS.painPoints.make({ id, title: short, author, touchpoint, history }))
    }
    const about = touchpoint ?? JOURNEY
    const before = present.has(about) ? present.get(about) : evidence.assumptionAbout(about)
    const feeling = before?.feeling ?? null
    present.set(about, { id, feeling })
    const fields = { about, text: text.trim(), feeling, author, madeOn, replaces: before?.id ?? null }
    return add('assumptions', KINDS.assumptions.make({ id, ...fields }))
  })
  return { changes, selected }
}
