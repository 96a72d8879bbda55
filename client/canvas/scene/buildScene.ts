import { laneComputer } from '#shared/drawing/computedLanes.ts'
import { drawGrid } from '#shared/drawing/grid.ts'
import { drawNote, drawNoteGroup } from '#shared/drawing/note.ts'
import type { Group } from '#shared/drawing/scene.ts'
import type { Measure } from '#shared/drawing/text.ts'
import { drawTouchpoint, type TouchpointFace, touchpointFace } from '#shared/drawing/touchpoint.ts'
import type { EvidenceIndex } from '#shared/model/evidence/EvidenceIndex.ts'
import type { Note, Touchpoint } from '#shared/model/kinds.ts'
import { noteGroups } from '#shared/model/layout/groups.ts'
import { layouter } from '#shared/model/layout/layout.ts'
import { CARD_WIDTH, type MapLayout, type Rect, type Size, type Sizes } from '#shared/model/layout/MapLayout.ts'
import { Roll } from '#shared/util/Roll.ts'
import { withReplaced } from '#shared/util/withReplaced.ts'
import type { MapView } from '../../store/MapMirror.ts'

/** A touchpoint as it stands on the canvas. */
export type Card = { readonly face: TouchpointFace; readonly group: Group; readonly text: number }
/** A note as it stands on the canvas. */
export type NoteCard = {
  readonly note: Note
  readonly group: Group
  readonly isHeading: boolean
  readonly text: number
}

/** Everything that lies on the canvas, drawn, and where it lies. */
export type CanvasScene = {
  /** Counts what its builder has made, this one too. */
  readonly edition: number
  /**
   * The cards and notes that alone are drawn otherwise than in the edition before, all lying where they lay; null where
   * more than that may be another.
   */
  readonly redrawn: ReadonlySet<string> | null
  /** How large text is, 1 being the usual size. */
  readonly text: number
  readonly layout: MapLayout
  /** The sizes of which the layout was made. */
  readonly sizes: Sizes
  /** The card that is typed, where the layout has not made room for it yet: it is of another size than its place. */
  readonly waiting: Group | null
  readonly cards: ReadonlyMap<string, Card>
  readonly notes: ReadonlyMap<string, NoteCard>
  readonly grid: Group
  /** What lies below the cards, each in its place: what computed lanes show, and the frames of groups of notes. */
  readonly contents: readonly Group[]
}

/** What a scene is made of. */
type Drawable = Pick<MapView, 'map' | 'evidence'>

/** A card that is typed keeps the room that it has, so that nothing else moves with a letter; all but this drawing of it. */
export type Typed = { readonly id: string; readonly madeRoomFor: Group | null }

/** A touchpoint's face, and its card in each width that was asked for. */
type Drawn = { readonly key: string; readonly face: TouchpointFace; readonly widths: Map<number, Card> }

/**
 * Makes the canvas's scene from the map as it is now. What did not change keeps its identity from one call to the
 * next: only what an edit touched is looked at, laid out and drawn again. `text` is how large text is, 1 being the
 * usual size.
 */
export function sceneBuilder(measure: Measure, text = 1): (view: Drawable, typed?: Typed | null) => CanvasScene {
  const touchpoints = new Roll<Touchpoint>()
  const drawn = new Map<string, Drawn>()
  const notes = new WeakMap<Note, NoteCard>()
  const lay = layouter()
  const compute = laneComputer(measure, text)
  let counted: EvidenceIndex | null = null
  let last: CanvasScene | null = null
  let of: Drawable | null = null
  let typedBefore: string | null = null
  let lanesBefore: MapView['map']['lanes'] | null = null

  function noteCard(note: Note, isHeading: boolean): NoteCard {
    const known = notes.get(note)
    if (known?.isHeading === isHeading) return known
    const fresh = { note, group: drawNote(note, measure, isHeading, text), isHeading, text }
    notes.set(note, fresh)
    return fresh
  }

  function card({ face, widths }: Drawn, width: number): Card {
    const known = widths.get(width)
    if (known) return known
    const fresh = { face, group: drawTouchpoint(face, measure, width, text), text }
    widths.set(width, fresh)
    return fresh
  }

  /** Draws the faces of what may have changed; answers which cards are others now. */
  function followFaces({ map, evidence }: Drawable, changed: ReadonlySet<string> | null): ReadonlySet<string> {
    const { gone, come } = touchpoints.follow(map.touchpoints)
    for (const { id } of gone) if (!touchpoints.get(id)) drawn.delete(id)
    const again = changed === null ? map.touchpoints : new Set([...come, ...recordsOf(changed, touchpoints)])
    const others = new Set<string>()
    for (const touchpoint of again) {
      const face = touchpointFace(touchpoint, evidence, map.map.voicesNeeded)
      const key = JSON.stringify(face)
      if (drawn.get(touchpoint.id)?.key === key) continue
      drawn.set(touchpoint.id, { key, face, widths: new Map() })
      others.add(touchpoint.id)
    }
    return others
  }

  /** The cards where they lie; where all lie in the layout of before, only `others` are looked at. */
  function cardsOf(ids: readonly { id: string }[], placed: MapLayout, others: ReadonlySet<string>) {
    const stayed = last?.layout === placed ? last.cards : null
    if (stayed && others.size === 0) return stayed
    const cards = new Map<string, Card>()
    for (const id of stayed ? others : ids.map(({ id }) => id)) {
      const [known, rect] = [drawn.get(id), placed.touchpoints.get(id)]
      if (known && rect) cards.set(id, card(known, rect.width))
    }
    return stayed ? withReplaced(stayed, cards) : cards
  }

  return (view, typed = null) => {
    const { map, evidence } = view
    if (last?.waiting === null && of?.map === map && of.evidence === evidence) return last
    of = view
    const changed = counted && evidence.changedSince(counted)
    counted = evidence
    const others = followFaces(view, changed)
    const headings = noteGroups(map.notes)
    const noteRecords = new Map(map.notes.map(record => [record.id, record]))
    const lanes = compute(map, evidence, changed)
    const before = last
    const draw = (id: string, width: number): Group | null => {
      const [known, record] = [drawn.get(id), noteRecords.get(id)]
      if (known) return card(known, width).group
      return record ? noteCard(record, headings.has(id)).group : null
    }
    /** What a card takes up: the card itself, or the room that it had before it was typed in. */
    const room = (id: string, width = CARD_WIDTH): Size => {
      const group = draw(id, width)
      if (group === null) return { width: 0, height: 0 }
      if (id !== typed?.id || group === typed.madeRoomFor) return group
      const had = before && placeOf(before.layout, id)
      return had?.width === group.width ? had : group
    }
    const sizes: Sizes = {
      touchpoint: room,
      note: room,
      computed: lanes.height,
      laneScale: text,
      apart: text > 1,
    }
    // What was typed may have room made for it now.
    const resized = typedBefore === null ? others : new Set([...others, typedBefore])
    typedBefore = typed?.id ?? null
    const placed = lay(map, sizes, before ? resized : null)
    const lies = typed && placeOf(placed, typed.id)
    const group = typed && lies && draw(typed.id, lies.width)

    const noteCards = new Map<string, NoteCard>()
    for (const record of map.notes) {
      if (placed.notes.has(record.id)) noteCards.set(record.id, noteCard(record, headings.has(record.id)))
    }
    const isSameGrid = before?.layout === placed && lanesBefore === map.lanes
    lanesBefore = map.lanes
    const frames = [...placed.groups].map(([id, { frame }]) => drawNoteGroup(id, frame))
    const contents = map.lanes.map(lane => lanes.draw(lane.id, placed)).filter(group => group !== null)
    const all = [
      ...contents,
      ...frames.map(frame =>
        kept(
          before?.contents.find(({ id, kind }) => id === frame.id && kind === frame.kind),
          frame,
        ),
      ),
    ]
    const isSameBelow =
      before?.contents.length === all.length && all.every((group, at) => group === before.contents[at])
    const otherNotes = [...noteCards].flatMap(([id, note]) => (before?.notes.get(id) === note ? [] : [id]))
    last = {
      edition: (before?.edition ?? 0) + 1,
      redrawn: isSameGrid && isSameBelow ? new Set([...others, ...otherNotes]) : null,
      text,
      layout: placed,
      sizes,
      waiting: group && group.height !== lies?.height ? group : null,
      cards: cardsOf(map.touchpoints, placed, others),
      notes: noteCards,
      grid: isSameGrid ? before.grid : kept(before?.grid, drawGrid(placed, map.lanes, measure, text)),
      contents: isSameBelow ? before.contents : all,
    }
    return last
  }
}

function placeOf({ touchpoints, notes }: MapLayout, id: string): Rect | null {
  return touchpoints.get(id) ?? notes.get(id) ?? null
}

function recordsOf<T extends { id: string }>(ids: ReadonlySet<string>, roll: Roll<T>): T[] {
  return [...ids].map(id => roll.get(id)).filter(record => record !== undefined)
}

/** The old drawing when the new one is equal, so that nothing is rendered again. */
function kept(old: Group | undefined, fresh: Group): Group {
  return old && JSON.stringify(old) === JSON.stringify(fresh) ? old : fresh
}
