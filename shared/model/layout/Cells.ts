import { Groups } from '../../util/Groups.ts'
import type { ListChanges } from '../../util/listChanges.ts'
import { Roll } from '../../util/Roll.ts'
import type { Note, Touchpoint } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'
import { type Card, noteAt, reachOf, touchpointAt } from './cell.ts'
import type { Size, Sizes } from './MapLayout.ts'
import { type SizedCard, sizedCard } from './sizedCard.ts'

/** The cards of one cell; another object as soon as any of them lies elsewhere, or is of another size. */
export type CellCards = { readonly cards: readonly Card[]; readonly reach: number }

const FREE = 'free'
const HOMELESS = 'homeless'
type Known = { readonly cards: readonly SizedCard[]; readonly reach: number }

const EMPTY: Known = { cards: [], reach: 0 }

/** Which cards stand in which cell, as a map changes whose stages and lanes stay. */
export class Cells {
  readonly #stageIndex: ReadonlyMap<string, number>
  readonly #laneIds: ReadonlySet<string>
  readonly #touchpoints = new Roll<Touchpoint>()
  readonly #notes = new Roll<Note>()
  readonly #touchpointsIn: Groups<Touchpoint>
  readonly #notesIn: Groups<Note>
  readonly #known = new Map<string, Known>()
  #sizes: Sizes | null = null

  constructor({ stages, lanes }: Pick<MapDocument, 'stages' | 'lanes'>) {
    this.#stageIndex = new Map(stages.map((stage, index) => [stage.id, index]))
    this.#laneIds = new Set(lanes.map(lane => lane.id))
    this.#touchpointsIn = new Groups(({ stage, lane }) => this.#keyOf(stage, lane))
    this.#notesIn = new Groups(note => this.#keyOfNote(note))
  }

  /**
   * Takes the map as it is now; `resized` are the ids of cards whose size may be another, null for any. Answers whether
   * any cell may be another than before.
   */
  follow(map: MapDocument, sizes: Sizes, resized: ReadonlySet<string> | null): boolean {
    const touchpoints = this.#touchpoints.follow(map.touchpoints)
    const notes = this.#notes.follow(map.notes)
    this.#touchpointsIn.follow(map.touchpoints, touchpoints)
    this.#sizes = sizes
    this.#notesIn.follow(map.notes, notes)
    if (resized === null || touchpoints.reordered || notes.reordered) {
      this.#known.clear()
      return true
    }
    const resizedCards = [...resized].map(id => this.#touchpoints.get(id) ?? this.#notes.get(id))
    const forgotten = [
      ...this.#others(touchpoints, isPlacedAlike),
      ...this.#others(notes, isNoteAlike),
      ...resizedCards.filter(card => card !== undefined && !this.#hasItsSize(card)),
    ]
    for (const card of forgotten) if (card) this.#known.delete(this.#keyOfCard(card))
    return forgotten.length > 0
  }

  /** Of the records that came and went those that are not just the same card with other words in it. */
  #others<T extends Touchpoint | Note>({ gone, come, inPlace }: ListChanges<T>, isAlike: (a: T, b: T) => boolean): T[] {
    if (!inPlace) return [...gone, ...come]
    return come.flatMap((record, at) => {
      const before = gone[at]
      return before && isAlike(before, record) && this.#hasItsSize(record) ? [] : before ? [before, record] : [record]
    })
  }

  /** Whether a card is as large as when its cell was last laid out. */
  #hasItsSize(card: Touchpoint | Note): boolean {
    const known = this.#known.get(this.#keyOfCard(card))
    return known?.cards.find(({ id }) => id === card.id)?.hasItsSize() ?? false
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

  #keyOfCard(card: Touchpoint | Note): string {
    return 'title' in card ? this.#keyOf(card.stage, card.lane) : this.#keyOfNote(card)
  }

  #cards(key: string): Known {
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

  #touchpointCard(touchpoint: Touchpoint): SizedCard {
    const { id, untilStage } = touchpoint
    const until = untilStage === null ? -1 : (this.#stageIndex.get(untilStage) ?? -1)
    const size = (width: number): Size => this.#sizes?.touchpoint(id, width) ?? { width, height: 0 }
    return sizedCard({ id, kind: 'touchpoints', at: touchpointAt(touchpoint), until, size })
  }

  /** A free note's place is on the map, also when it is 0, 0. */
  #noteCard(note: Note): SizedCard {
    const at = this.#keyOfNote(note) === FREE ? { x: note.x, y: note.y } : noteAt(note)
    const size = (width: number): Size => this.#sizes?.note(note.id) ?? { width, height: 0 }
    return sizedCard({ id: note.id, kind: 'notes', at, until: -1, size })
  }
}

/** Whether two records lie in the same place, as far as their fields say. */
function isPlacedAlike(a: Touchpoint, b: Touchpoint): boolean {
  return a.id === b.id && a.stage === b.stage && a.lane === b.lane && a.untilStage === b.untilStage && isSamePlace(a, b)
}

function isNoteAlike(a: Note, b: Note): boolean {
  return a.id === b.id && a.stage === b.stage && a.lane === b.lane && isSamePlace(a, b)
}

function isSamePlace(a: Pick<Touchpoint, 'x' | 'y'>, b: Pick<Touchpoint, 'x' | 'y'>): boolean {
  return a.x === b.x && a.y === b.y
}
