import { add, type Change } from '#shared/doc/change.ts'
import { newId } from '#shared/model/ids.ts'
import { KINDS, type Note, type Touchpoint } from '#shared/model/kinds.ts'
import { noteGroups } from '#shared/model/layout/groups.ts'
import { CARD_WIDTH } from '#shared/model/layout/MapLayout.ts'
import { laneHolds } from '#shared/model/records/lanes.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import type { Copied } from './copied.ts'
import type { NoteSpot } from './notes.ts'
import { MOST_PASTED, type Target } from './pastedText.ts'

/** Map units by which a copy of something that lies by hand lies beside it. */
const ASIDE = 24

type Cards = { touchpoints: Touchpoint[]; notes: Note[] }

/** What is selected, and with a heading what stands under it. */
function selectedCards(open: OpenMap): Cards {
  const { map } = open.map.getState()
  const selected = new Set(open.view.getState().selected)
  const groups = noteGroups(map.notes)
  const headings = new Set([...groups.keys()].filter(id => selected.has(id)))
  return {
    touchpoints: map.touchpoints.filter(({ id }) => selected.has(id)).slice(0, MOST_PASTED),
    notes: map.notes
      .filter(({ id, under }) => selected.has(id) || (under !== null && headings.has(under)))
      .slice(0, MOST_PASTED),
  }
}

/** Whether cards or notes are selected, which is what can be copied. */
export function canCopy(open: OpenMap): boolean {
  const { touchpoints, notes } = selectedCards(open)
  return touchpoints.length + notes.length > 0
}

/**
 * The selected cards and notes as the clipboard takes them. What customers said about them, pain points and links stay
 * where they are: evidence that is copied would count twice.
 */
export function copySelected(open: OpenMap): Copied {
  const { map } = open.map.getState()
  const { touchpoints, notes } = selectedCards(open)
  const headingOf = new Map(notes.map(({ id }, index) => [id, index]))
  const stageOf = ({ stage }: { stage: string | null }) => map.stages.findIndex(({ id }) => id === stage)
  const laneOf = ({ lane }: { lane: string | null }) => map.lanes.findIndex(({ id }) => id === lane)
  const least = (numbers: number[]) => numbers.reduce((found, number) => Math.min(found, number), Infinity)
  const inCells = notes.filter(note => stageOf(note) >= 0 && laneOf(note) >= 0)
  const free = notes.filter(note => !inCells.includes(note))
  const stage = least([...touchpoints, ...inCells].map(stageOf))
  const lane = least(touchpoints.map(laneOf))
  // What stands under a heading lies where its heading does.
  const apart = free.filter(({ under }) => under === null || !headingOf.has(under))
  const corner = { x: least(apart.map(note => note.x)), y: least(apart.map(note => note.y)) }
  return {
    map: open.id,
    touchpoints: touchpoints.map(card => ({
      title: card.title,
      channel: card.channel,
      details: card.details,
      momentOfTruth: card.momentOfTruth,
      stages: stageOf(card) - stage,
      lanes: laneOf(card) - lane,
    })),
    notes: notes.map(note => ({
      text: note.text,
      author: note.author,
      image: note.image,
      alt: note.alt,
      under: headingOf.get(note.under ?? '') ?? null,
      ...(free.includes(note)
        ? { stages: null, x: note.x - corner.x, y: note.y - corner.y }
        : { stages: stageOf(note) - stage, x: 0, y: 0 }),
    })),
  }
}

/** Deletes what `copySelected` copies, as one step. Stages, lanes and links that are selected along stay. */
export function removeCopied(open: OpenMap): void {
  const { touchpoints, notes } = selectedCards(open)
  const removal = (kind: 'touchpoints' | 'notes') => (record: { id: string }) =>
    ({ do: 'remove', kind, id: record.id }) as const
  open.session.apply([...touchpoints.map(removal('touchpoints')), ...notes.map(removal('notes'))])
  open.view.setState({ selected: [], editing: null })
}

/**
 * Lays copied cards from a cell on, as far apart in stages and lanes as they were, and free notes from a point of the
 * map on (null: at 0, 0). One step; what came is selected. Returns how many came.
 */
export function pasteCopied(
  open: OpenMap,
  copied: Copied,
  target: Target | null,
  at: { x: number; y: number } | null,
): number {
  const { map } = open.map.getState()
  const stageIndex = map.stages.findIndex(({ id }) => id === target?.stage)
  const laneIndex = map.lanes.findIndex(({ id }) => id === target?.lane)
  const stageAt = (further: number) => map.stages[Math.min(stageIndex + further, map.stages.length - 1)]?.id ?? null
  const noteLane = map.lanes.find(({ kind }) => laneHolds(kind) === 'notes')?.id ?? null
  const changes: Change[] = []
  const ids: string[] = []
  const noteIds = copied.notes.map(() => newId())
  for (const { stages, lanes, ...fields } of copied.touchpoints) {
    const further = map.lanes[laneIndex + lanes]
    const lane = further && laneHolds(further.kind) === 'touchpoints' ? further.id : (target?.lane ?? '')
    const card = KINDS.touchpoints.make({ ...fields, id: newId(), stage: stageAt(stages) ?? '', lane })
    changes.push(add('touchpoints', card, stages === 0 && lanes === 0 ? (target?.before ?? null) : null))
    ids.push(card.id)
  }
  for (const [index, { stages, x, y, image, under, ...fields }] of copied.notes.entries()) {
    const stage = stages === null ? null : stageAt(stages)
    const inCell = stage !== null && noteLane !== null
    const note = KINDS.notes.make({
      ...fields,
      id: noteIds[index] ?? newId(),
      under: under === null ? null : (noteIds[under] ?? null),
      // Pictures are files of one map.
      image: copied.map === open.id ? image : null,
      ...(inCell ? { stage, lane: noteLane } : { x: Math.round((at?.x ?? 0) + x), y: Math.round((at?.y ?? 0) + y) }),
    })
    changes.push(add('notes', note))
    ids.push(note.id)
  }
  open.session.apply(changes)
  if (ids.length > 0) open.view.setState({ selected: ids, editing: null, tool: 'select' })
  return ids.length
}

/** Map units that a line of a note takes, with its edges, and code units that stand in a line: about. */
const NOTE_LINE = 20
const NOTE_EDGES = 40
const NOTE_LINE_LENGTH = 30
/** Map units after which pasted notes go on in the next column. */
const COLUMN_HEIGHT = 900

/** Lays notes with pasted words into a cell for notes, or free on the map one below the other. One step. */
export function pasteNotes(open: OpenMap, texts: readonly string[], spot: NoteSpot, author: string): void {
  const { stage, lane } = spot
  let [x, y] = [spot.x, spot.y]
  const notes = texts.map(words => {
    const text = words.trim()
    const at = stage === null ? { x, y } : { x: spot.x, y: spot.y }
    const lines = text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / NOTE_LINE_LENGTH)), 0)
    y += lines * NOTE_LINE + NOTE_EDGES
    if (y - spot.y > COLUMN_HEIGHT) [x, y] = [x + CARD_WIDTH + ASIDE, spot.y]
    return KINDS.notes.make({ id: newId(), text, author, stage, lane, ...at })
  })
  open.session.apply(notes.map(note => add('notes', note)))
  open.view.setState({ selected: notes.map(({ id }) => id), editing: null, tool: 'select' })
}

/** Puts a copy of each selected card and note beside it, as one step, and selects the copies. Evidence is not copied. */
export function duplicateSelected(open: OpenMap): void {
  const { map } = open.map.getState()
  const { touchpoints, notes } = selectedCards(open)
  const chosen = new Set(touchpoints.map(({ id }) => id))
  const changes: Change[] = []
  const ids: string[] = []
  for (const { title, channel, details, momentOfTruth, stage, lane, untilStage, x, y } of touchpoints) {
    const last = map.touchpoints.findLastIndex(
      card => chosen.has(card.id) && card.stage === stage && card.lane === lane,
    )
    const following = map.touchpoints.slice(last + 1).find(card => card.stage === stage && card.lane === lane)
    const at = x === null || y === null ? { x: null, y: null } : { x: x + ASIDE, y: y + ASIDE }
    const copy = { title, channel, details, momentOfTruth, stage, lane, untilStage, ...at }
    const card = KINDS.touchpoints.make({ id: newId(), ...copy })
    changes.push(add('touchpoints', card, following?.id ?? null))
    ids.push(card.id)
  }
  const copies = new Map(notes.map(({ id }) => [id, newId()]))
  for (const { id: original, text, image, alt, author, stage, lane, x, y, under } of notes) {
    const stacked = x === 0 && y === 0 && stage !== null
    const at = stacked ? { x, y } : { x: x + ASIDE, y: y + ASIDE }
    const id = copies.get(original) ?? newId()
    // A copy stands in the same group, or in the copy of it.
    const heading = under === null ? null : (copies.get(under) ?? under)
    const note = KINDS.notes.make({ id, text, image, alt, author, stage, lane, ...at, under: heading })
    changes.push(add('notes', note))
    ids.push(note.id)
  }
  open.session.apply(changes)
  if (ids.length > 0) open.view.setState({ selected: ids, editing: null })
}
