import { computedLanes } from '#shared/drawing/computedLanes.ts'
import { drawGrid } from '#shared/drawing/grid.ts'
import { drawNote, drawNoteGroup } from '#shared/drawing/note.ts'
import type { Group } from '#shared/drawing/scene.ts'
import type { Measure } from '#shared/drawing/text.ts'
import { drawTouchpoint, type TouchpointFace, touchpointFace } from '#shared/drawing/touchpoint.ts'
import type { Note } from '#shared/model/kinds.ts'
import { noteGroups } from '#shared/model/layout/groups.ts'
import { layout } from '#shared/model/layout/layout.ts'
import { CARD_WIDTH, type MapLayout } from '#shared/model/layout/MapLayout.ts'
import type { MapView } from '../../store/MapMirror.ts'

/** A touchpoint as it stands on the canvas. */
export type Card = { readonly face: TouchpointFace; readonly group: Group }
/** A note as it stands on the canvas. */
export type NoteCard = { readonly note: Note; readonly group: Group; readonly isHeading: boolean }

/** Everything that lies on the canvas, drawn, and where it lies. */
export type CanvasScene = {
  readonly layout: MapLayout
  readonly cards: ReadonlyMap<string, Card>
  readonly notes: ReadonlyMap<string, NoteCard>
  readonly grid: Group
  /** What lies below the cards, each in its place: what computed lanes show, and the frames of groups of notes. */
  readonly contents: readonly Group[]
}

type Drawn = { key: string; face: TouchpointFace; widths: Map<number, Card> }

/**
 * Makes the canvas's scene from the map as it is now. What did not change keeps its identity from one call to the
 * next: a card is drawn again only when something that it shows has changed.
 */
export function sceneBuilder(measure: Measure): (view: MapView) => CanvasScene {
  let drawn = new Map<string, Drawn>()
  const notes = new WeakMap<Note, NoteCard>()
  let last: CanvasScene | null = null

  function noteCard(note: Note, isHeading: boolean): NoteCard {
    const known = notes.get(note)
    if (known?.isHeading === isHeading) return known
    const fresh = { note, group: drawNote(note, measure, isHeading), isHeading }
    notes.set(note, fresh)
    return fresh
  }

  function card({ face, widths }: Drawn, width: number): Card {
    const known = widths.get(width)
    if (known) return known
    const fresh = { face, group: drawTouchpoint(face, measure, width) }
    widths.set(width, fresh)
    return fresh
  }

  return ({ map, evidence }) => {
    const faces = new Map<string, Drawn>()
    for (const touchpoint of map.touchpoints) {
      const face = touchpointFace(touchpoint, evidence, map.map.voicesNeeded)
      const key = JSON.stringify(face)
      const known = drawn.get(touchpoint.id)
      faces.set(touchpoint.id, known?.key === key ? known : { key, face, widths: new Map() })
    }
    drawn = faces
    const headings = noteGroups(map.notes)
    const noteRecords = new Map(map.notes.map(record => [record.id, record]))
    const lanes = computedLanes(map, evidence, measure)
    const none = { width: 0, height: 0 }
    const placed = layout(map, {
      touchpoint: (id, width = CARD_WIDTH) => {
        const known = faces.get(id)
        return known ? card(known, width).group : none
      },
      note: id => {
        const record = noteRecords.get(id)
        return record ? noteCard(record, headings.has(id)).group : none
      },
      computed: lanes.height,
    })

    const cards = new Map<string, Card>()
    for (const [id, rect] of placed.touchpoints) {
      const known = faces.get(id)
      if (known) cards.set(id, card(known, rect.width))
    }
    const noteCards = new Map<string, NoteCard>()
    for (const id of placed.notes.keys()) {
      const record = noteRecords.get(id)
      if (record) noteCards.set(id, noteCard(record, headings.has(id)))
    }
    const frames = [...placed.groups].map(([id, { frame }]) => drawNoteGroup(id, frame))
    const contents = [...map.lanes.map(lane => lanes.draw(lane.id, placed)).filter(group => group !== null), ...frames]
    const before = last
    last = {
      layout: placed,
      cards,
      notes: noteCards,
      grid: kept(before?.grid, drawGrid(placed, map.lanes, measure)),
      contents: contents.map(group =>
        kept(
          before?.contents.find(old => old.id === group.id),
          group,
        ),
      ),
    }
    return last
  }
}

/** The old drawing when the new one is equal, so that nothing is rendered again. */
function kept(old: Group | undefined, fresh: Group): Group {
  return old && JSON.stringify(old) === JSON.stringify(fresh) ? old : fresh
}
