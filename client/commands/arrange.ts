import { type Change, set } from '#shared/doc/change.ts'
import type { Touchpoint } from '#shared/model/kinds.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { type Move, moveCards, selectedTouchpoints } from './touchpoints.ts'

/** Map units by which a key moves a card that lies by hand. */
const NUDGE = 8

export type Direction = 'left' | 'right' | 'up' | 'down'

/** Selects every card and note on the map. */
export function selectAll({ map, view }: OpenMap): void {
  const { touchpoints, notes } = map.getState().map
  view.setState({ selected: [...touchpoints, ...notes].map(({ id }) => id), editing: null, tool: 'select' })
}

/** Something that lies where a person put it, counted from its cell; both are empty for a note that lies free. */
type ByHand = { kind: 'touchpoints' | 'notes'; id: string; stage: string; lane: string; x: number; y: number }

function selectedByHand(open: OpenMap): ByHand[] {
  const { map } = open.map.getState()
  const selected = new Set(open.view.getState().selected)
  return [
    ...map.touchpoints.flatMap(({ id, stage, lane, x, y }): ByHand[] =>
      selected.has(id) && x !== null && y !== null ? [{ kind: 'touchpoints', id, stage, lane, x, y }] : [],
    ),
    ...map.notes.flatMap(({ id, stage, lane, x, y }): ByHand[] => {
      const isStacked = stage !== null && x === 0 && y === 0
      return selected.has(id) && !isStacked ? [{ kind: 'notes', id, stage: stage ?? '', lane: lane ?? '', x, y }] : []
    }),
  ]
}

/** Whether several selected cards lie by hand, which is what can be aligned. */
export function canAlign(open: OpenMap): boolean {
  return selectedByHand(open).length > 1
}

/**
 * Lines up what is selected and lies by hand: at the left edge those of one stage, at the top those of one lane,
 * `distribute` puts those of one cell as far below each other as they are on average. One step.
 */
export function align(open: OpenMap, how: 'left' | 'top' | 'distribute'): void {
  const cards = selectedByHand(open)
  const groups = Map.groupBy(cards, ({ stage, lane }) =>
    how === 'left' ? stage : how === 'top' ? lane : JSON.stringify([stage, lane]),
  )
  const changes: Change[] = []
  const place = ({ kind, id, stage, lane, x, y }: ByHand, to: { x?: number; y?: number }) => {
    const at = { x, y, ...to }
    if (at.x === x && at.y === y) return
    const cell = kind === 'notes' ? { stage: stage || null, lane: lane || null } : { stage, lane }
    changes.push(kind === 'notes' ? set('notes', id, { ...cell, ...at }) : set('touchpoints', id, at))
  }
  for (const group of groups.values()) {
    if (how === 'left') for (const card of group) place(card, { x: Math.min(...group.map(({ x }) => x)) })
    else if (how === 'top') for (const card of group) place(card, { y: Math.min(...group.map(({ y }) => y)) })
    else {
      const sorted = group.toSorted((one, other) => one.y - other.y)
      const [from, to] = [sorted[0]?.y ?? 0, sorted.at(-1)?.y ?? 0]
      for (const [index, card] of sorted.entries()) {
        place(card, { y: Math.round(from + ((to - from) * index) / Math.max(1, sorted.length - 1)) })
      }
    }
  }
  open.session.apply(changes)
}

/**
 * Moves the selected cards by a key: up and down in their stack, left and right to the neighbouring stage, and those
 * that lie by hand a little. One step; nothing happens at the edge of the map.
 */
export function nudge(open: OpenMap, direction: Direction): void {
  const moves = selectedTouchpoints(open).flatMap(card =>
    card.x === null || card.y === null ? [] : [byHand(card, card.x, card.y, direction)],
  )
  const stacked = selectedTouchpoints(open).filter(({ x, y }) => x === null || y === null)
  const further = direction === 'left' || direction === 'right' ? sideways : upright
  moves.push(...further(open, stacked, direction === 'right' || direction === 'down'))
  moveCards(open, { touchpoints: moves, notes: [] })
}

function byHand({ id, stage, lane }: Touchpoint, x: number, y: number, direction: Direction): Move {
  const [dx, dy] = { left: [-NUDGE, 0], right: [NUDGE, 0], up: [0, -NUDGE], down: [0, NUDGE] }[direction] as [
    number,
    number,
  ]
  return { id, spot: { stage, lane, x: Math.max(0, x + dx), y: Math.max(0, y + dy) } }
}

function sideways(open: OpenMap, cards: readonly Touchpoint[], forward: boolean): Move[] {
  const { stages } = open.map.getState().map
  return cards.flatMap(({ id, stage, lane }) => {
    const index = stages.findIndex(one => one.id === stage)
    const next = index < 0 ? undefined : stages[index + (forward ? 1 : -1)]
    return next ? [{ id, spot: { stage: next.id, lane, x: null, y: null }, before: null }] : []
  })
}

function upright(open: OpenMap, cards: readonly Touchpoint[], forward: boolean): Move[] {
  const { touchpoints } = open.map.getState().map
  const cells = Map.groupBy(cards, ({ stage, lane }) => JSON.stringify([stage, lane]))
  return [...cells.values()].flatMap(group => {
    const chosen = new Set(group.map(({ id }) => id))
    const [first] = group
    const cell = touchpoints.filter(({ stage, lane, x }) => stage === first?.stage && lane === first.lane && x === null)
    // As if every chosen card changed places with the neighbour in its way.
    const order: Touchpoint[] = []
    for (const card of forward ? cell.toReversed() : cell) {
      const before = order.at(-1)
      const swaps = chosen.has(card.id) && before && !chosen.has(before.id)
      if (swaps) order.splice(-1, 0, card)
      else order.push(card)
    }
    const after = forward ? order.toReversed() : order
    // From the end, so that each finds the card it comes before in its place.
    return after
      .map((card, index) => ({ card, before: after[index + 1]?.id ?? null, moved: cell[index] !== card }))
      .filter(({ card, moved }) => moved && chosen.has(card.id))
      .map(({ card: { id, stage, lane }, before }) => ({ id, spot: { stage, lane, x: null, y: null }, before }))
      .toReversed()
  })
}
