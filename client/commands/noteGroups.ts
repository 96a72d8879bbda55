import { add, type Change, set } from '#shared/doc/change.ts'
import { newId } from '#shared/model/ids.ts'
import { KINDS, type Note } from '#shared/model/kinds.ts'
import { noteGroups } from '#shared/model/layout/groups.ts'
import { CARD_WIDTH, type Rect } from '#shared/model/layout/MapLayout.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import type { NoteSpot } from './notes.ts'
import { shownLayout } from './shownLayout.ts'

/** Map units between the groups that one command makes. */
const APART = 64
/** What notes are grouped under that nobody signed. */
const UNSIGNED = 'Not signed'

/** The notes among the selected records, in the order of the map. */
export function selectedNotes(open: OpenMap): Note[] {
  const selected = new Set(open.view.getState().selected)
  return open.map.getState().map.notes.filter(note => selected.has(note.id))
}

/** The same with what stands under the headings among them. */
function withMembers(open: OpenMap): Note[] {
  const { notes } = open.map.getState().map
  const chosen = new Set(selectedNotes(open).map(({ id }) => id))
  return notes.filter(({ id, under }) => chosen.has(id) || (under !== null && chosen.has(under)))
}

export function canGroup(open: OpenMap): boolean {
  return selectedNotes(open).length > 1
}

/** Where notes lie together: in their cell when it is one and the same, else free at the top left of all. */
function spotOf(open: OpenMap, notes: readonly Note[]): NoteSpot {
  const [first] = notes
  const inOneCell = notes.every(note => note.stage === first?.stage && note.lane === first.lane && note.under === null)
  if (first && inOneCell && first.stage !== null && first.lane !== null) {
    return { stage: first.stage, lane: first.lane, x: 0, y: 0 }
  }
  const rects = notes.map(note => rectOf(open, note))
  const [x, y] = [Math.min(...rects.map(rect => rect.x)), Math.min(...rects.map(rect => rect.y))]
  return { stage: null, lane: null, x: Math.round(x), y: Math.round(y) }
}

function rectOf(open: OpenMap, { id, x, y }: Note): Rect {
  return shownLayout(open)?.notes.get(id) ?? { x, y, width: CARD_WIDTH, height: 0 }
}

/** The changes that put notes under a new heading. */
function group(notes: readonly Note[], heading: Note): Change[] {
  return [
    add('notes', heading, notes[0]?.id ?? null),
    ...notes.map(({ id }) => set('notes', id, { under: heading.id })),
  ]
}

/** Puts the selected notes under a new heading and opens its words. One step. */
export function groupNotes(open: OpenMap, author: string): void {
  const notes = withMembers(open)
  const heading = KINDS.notes.make({ id: newId(), author, ...spotOf(open, notes) })
  open.session.apply(group(notes, heading))
  open.view.setState({
    selected: [heading.id],
    editing: { kind: 'notes', id: heading.id, field: 'text' },
    tool: 'select',
  })
}

/** Puts the selected notes under a heading for each author, side by side. One step; selects the headings. */
export function groupByAuthor(open: OpenMap, author: string): void {
  const notes = withMembers(open)
  const byAuthor = [...Map.groupBy(notes, note => note.author.trim() || UNSIGNED)].sort(([a], [b]) =>
    a === UNSIGNED ? 1 : b === UNSIGNED ? -1 : a.localeCompare(b),
  )
  const { x, y } = spotOf(
    open,
    notes.map(note => ({ ...note, stage: null })),
  )
  let left = x
  const headings: Note[] = []
  const changes = byAuthor.flatMap(([name, theirs]) => {
    const place = { stage: null, lane: null, x: left, y }
    const heading = KINDS.notes.make({ id: newId(), text: name, author, ...place })
    headings.push(heading)
    // As wide as the layout can make it.
    left += Math.min(4, theirs.length > 4 ? Math.ceil(Math.sqrt(theirs.length)) : 1) * CARD_WIDTH + APART
    return group(theirs, heading)
  })
  open.session.apply(changes)
  open.view.setState({ selected: headings.map(({ id }) => id), editing: null, tool: 'select' })
}

/** The changes that leave notes where they stand now, without a heading. */
export function takenOut(open: OpenMap, notes: readonly Note[]): Change[] {
  const { notes: all } = open.map.getState().map
  return notes.map(note => {
    const heading = all.find(({ id }) => id === note.under)
    const inCell = heading?.stage != null && heading.lane !== null
    const { x, y } = rectOf(open, note)
    const spot = inCell
      ? { stage: heading.stage, lane: heading.lane, x: 0, y: 0 }
      : { stage: null, lane: null, x: Math.round(x), y: Math.round(y) }
    return set('notes', note.id, { ...spot, under: null })
  })
}

/** What stands under any of these headings and is not one of them. */
export function membersOf(open: OpenMap, headings: ReadonlySet<string>): Note[] {
  return open.map
    .getState()
    .map.notes.filter(({ id, under }) => under !== null && headings.has(under) && !headings.has(id))
}

export function canUngroup(open: OpenMap): boolean {
  const groups = noteGroups(open.map.getState().map.notes)
  return selectedNotes(open).some(({ id, under }) => groups.has(id) || under !== null)
}

/**
 * Dissolves the groups whose headings are selected, and takes other selected notes out of theirs; all stay where they
 * are. A heading without words goes. One step.
 */
export function ungroupNotes(open: OpenMap): void {
  const notes = selectedNotes(open)
  const groups = noteGroups(open.map.getState().map.notes)
  const headings = notes.filter(({ id }) => groups.has(id))
  const members = membersOf(open, new Set(headings.map(({ id }) => id)))
  const out = [...new Set([...members, ...notes.filter(({ under }) => under !== null)])]
  const empty = headings.filter(({ text, image }) => text.trim() === '' && image === null)
  open.session.apply([...takenOut(open, out), ...empty.map(({ id }): Change => ({ do: 'remove', kind: 'notes', id }))])
  open.view.setState({ selected: out.map(({ id }) => id), editing: null })
}
