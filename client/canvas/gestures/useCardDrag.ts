import type { OnNodeDrag } from '@xyflow/react'
import { useMemo } from 'react'
import type { MapLayout } from '#shared/model/layout/MapLayout.ts'
import { moveCards } from '../../commands/touchpoints.ts'
import type { CanvasTools } from '../canvasState.ts'
import type { FlowNode } from '../cards/flowNodes.ts'
import { dropOf, type Held, type Point } from './drop.ts'

type CardDrag = {
  onNodeDragStart: OnNodeDrag<FlowNode>
  onNodeDrag: OnNodeDrag<FlowNode>
  onNodeDragStop: OnNodeDrag<FlowNode>
}

/** Where a mouse, a pen or a finger is on the screen. */
function screenPoint(event: MouseEvent | TouchEvent): Point {
  const at = 'touches' in event ? (event.touches[0] ?? event.changedTouches[0]) : event
  return { x: at?.clientX ?? 0, y: at?.clientY ?? 0 }
}

/** What React Flow says while somebody drags cards, taken for `cardDrag`. */
export function useCardDrag(tools: CanvasTools): CardDrag {
  return useMemo(() => cardDrag(tools), [tools])
}

/**
 * Dragging cards by mouse, pen or finger. The document stays untouched until they are let go; until then they are only
 * shown elsewhere. What stands under a heading comes along with it.
 */
export function cardDrag({ open, state, hand, scene, toMap }: CanvasTools): CardDrag {
  let drag: { grabbed: string; letGo(): void } | null = null
  const heldNow = (): Held[] => {
    const { layout } = scene()
    const places = state.getState().drag?.places ?? new Map<string, Point>()
    const along = membersOf(layout, places.keys())
    const held = (kind: Held['kind']) =>
      [...layout[kind]].flatMap(([id, rect]): Held[] => {
        const place = places.get(id)
        return place && !along.has(id) ? [{ id, kind, rect: { ...rect, ...place } }] : []
      })
    return [...held('touchpoints'), ...held('notes')]
  }
  const dropAt = (event: MouseEvent | TouchEvent) =>
    drag && dropOf(scene().layout, heldNow(), drag.grabbed, toMap(screenPoint(event)), event.altKey)
  const cancel = () => {
    drag = null
    state.setState({ drag: null })
  }
  return {
    onNodeDragStart(_, { id }) {
      drag = { grabbed: id, letGo: hand.hold({ ids: [id], cancel }) }
    },
    onNodeDrag(event, { position }) {
      if (drag === null) return
      const { selected } = open.view.getState()
      const { grabbed } = drag
      const others = selected.includes(grabbed) ? selected.filter(id => id !== grabbed) : []
      const places = withMembers(scene().layout, heldBy(scene().layout, grabbed, others, position))
      state.setState({ drag: { places, drop: null }, hover: null })
      state.setState({ drag: { places, drop: dropAt(event) } })
    },
    onNodeDragStop(event, node) {
      const drop = dropAt(event)
      drag?.letGo()
      drag = null
      if (state.getState().drag === null) return
      // Only now: a panel that opens for it in mid-drag would move the map under the hand.
      if (!open.view.getState().selected.includes(node.id)) open.view.setState({ selected: [node.id] })
      if (drop) moveCards(open, drop)
      state.setState({ drag: null })
    },
  }
}

/** What stands under the headings among these. */
function membersOf({ groups }: MapLayout, ids: Iterable<string>): ReadonlySet<string> {
  return new Set([...ids].flatMap(id => groups.get(id)?.members ?? []))
}

/** Where cards are held while one of them was taken to a place, that one first: those out of view move along. */
function heldBy(layout: MapLayout, grabbed: string, others: readonly string[], to: Point): [string, Point][] {
  const rectOf = (id: string) => layout.touchpoints.get(id) ?? layout.notes.get(id)
  const from = rectOf(grabbed)
  if (!from) return []
  return [grabbed, ...others].flatMap((id): [string, Point][] => {
    const rect = rectOf(id)
    return rect ? [[id, { x: rect.x + to.x - from.x, y: rect.y + to.y - from.y }]] : []
  })
}

/** Where cards are held, and as far from there as ever what stands under the headings among them. */
function withMembers(layout: MapLayout, held: readonly (readonly [string, Point])[]): ReadonlyMap<string, Point> {
  const places = new Map<string, Point>(held)
  for (const [id, at] of held) {
    const from = layout.notes.get(id)
    for (const member of layout.groups.get(id)?.members ?? []) {
      const rect = layout.notes.get(member)
      if (from && rect) places.set(member, { x: rect.x + at.x - from.x, y: rect.y + at.y - from.y })
    }
  }
  return places
}
