import { Groups } from '../../util/Groups.ts'
import { Roll } from '../../util/Roll.ts'
import type { Note, Touchpoint } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'
import { type Card, noteAt, reachOf, touchpointAt } from './cell.ts'
import type { Sizes } from './MapLayout.ts'

/** The cards of one cell; another object as soon as any of them is another, or of another size. */
export type CellCards = { readonly cards: readonly Card[]; readonly reach: number }

const FREE = 'free'
const HOMELESS = 'homeless'
const EMPTY: CellCards = { cards: [], reach: 0 }

/** Which cards stand in which cell, as a map changes whose stages and lanes stay. */
export class Cells {
  readonly #stageIndex: ReadonlyMap<string, number>
  readonly #laneIds: ReadonlySet<string>
  readonly #touchpoints = new Roll<Touchpoint>()
  readonly #notes = new Roll<Note>()
  readonly #touchpointsIn: Groups<Touchpoint>
  readonly #notesIn: Groups<Note>
  readonly #known = new Map<string, CellCards>()
  #sizes: Sizes | null = null

  constructor({ stages, lanes }: Pick<MapDocument, 'stages' | 'lanes'>) {
    this.#stageIndex = new Map(stages.map((stage, index) => [stage.id, index]))
    this.#laneIds = new Set(lanes.map(lane => lane.id))
    this.#touchpointsIn = new Groups(({ stage, lane }) => this.#keyOf(stage, lane))
    this.#notesIn = new Groups(note => this.#keyOfNote(note))
  }

  /** Takes the map as it is now; `resized` are the ids of cards whose size may be another, null for any. */
  follow(map: MapDocument, sizes: Sizes, resized: ReadonlySet<string> | null): void {
    const touchpoints = this.#touchpoints.follow(map.touchpoints)
    const notes = this.#notes.follow(map.notes)
    this.#touchpointsIn.follow(map.touchpoints, touchpoints)
    this.#sizes = sizes
    this.#notesIn.follow(map.notes, notes)
    if (resized === null || touchpoints.reordered || notes.reordered) {
      this.#known.clear()
      return
    }
    for (const card of [...touchpoints.gone, ...touchpoints.come, ...notes.gone, ...notes.come]) this.#forget(card)
    for (const id of resized) {
      const card = this.#touchpoints.get(id) ?? this.#notes.get(id)
      if (card) this.#forget(card)
    }
  }

  in(lane: string, stage: string): CellCards {
    return this.#cards(this.#keyOf(stage, lane))
  }

  get homeless(): CellCards {
    return this.#cards(HOMELESS)
  }

  /** Notes that lie on the map and in no cell. */
  get free(): CellCards {
    return this.#cards(FREE)
  }

  /** The length tells where one id ends, whatever is in it. */
  #keyOf(stage: string, lane: string): string {
    return this.#stageIndex.has(stage) && this.#laneIds.has(lane) ? `${stage.length} ${stage}${lane}` : HOMELESS
  }

  /** With only one of the two, the other was removed: its place was meant in a cell and means nothing on the map. */
  #keyOfNote({ stage, lane }: Note): string {
    return stage === null && lane === null ? FREE : this.#keyOf(stage ?? '', lane ?? '')
  }

  #forget(card: Touchpoint | Note): void {
    this.#known.delete('title' in card ? this.#keyOf(card.stage, card.lane) : this.#keyOfNote(card))
  }

  #cards(key: string): CellCards {
    const known = this.#known.get(key)
    if (known) return known
    const cards = [
      ...this.#touchpointsIn.get(key).map(touchpoint => this.#touchpointCard(touchpoint)),
      ...this.#notesIn.get(key).map(note => this.#noteCard(note)),
    ]
    const fresh = cards.length === 0 ? EMPTY : { cards, reach: reachOf(cards) }
    this.#known.set(key, fresh)
    return fresh
  }

  #touchpointCard(touchpoint: Touchpoint): Card {
    const { id, untilStage } = touchpoint
    const until = untilStage === null ? -1 : (this.#stageIndex.get(untilStage) ?? -1)
    const size: Card['size'] = width => this.#sizes?.touchpoint(id, width) ?? { width, height: 0 }
    return { id, kind: 'touchpoints', at: touchpointAt(touchpoint), until, size }
  }

  /** A free note's place is on the map, also when it is 0, 0. */
  #noteCard(note: Note): Card {
    const at = this.#keyOfNote(note) === FREE ? { x: note.x, y: note.y } : noteAt(note)
    const size: Card['size'] = width => this.#sizes?.note(note.id) ?? { width, height: 0 }
    return { id: note.id, kind: 'notes', at, until: -1, size }
  }
}
