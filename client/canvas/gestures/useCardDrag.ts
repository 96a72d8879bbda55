import type { OnNodeDrag } from '@xyflow/react'
import { useEffect, useMemo, useRef } from 'react'
import { moveCards } from '../../commands/touchpoints.ts'
import type { CanvasTools } from '../canvasState.ts'
import type { FlowNode } from '../cards/flowNodes.ts'
import type { CanvasScene } from '../scene/buildScene.ts'
import { dropOf, type Held, type Point } from './drop.ts'

type CardDrag = {
  onNodeDragStart: OnNodeDrag<FlowNode>
  onNodeDrag: OnNodeDrag<FlowNode>
  onNodeDragStop: OnNodeDrag<FlowNode>
  /** Puts the cards in the hand back. Returns whether there were any. */
  cancel(): boolean
}

/** Where a mouse, a pen or a finger is on the screen. */
function screenPoint(event: MouseEvent | TouchEvent): Point {
  const at = 'touches' in event ? (event.touches[0] ?? event.changedTouches[0]) : event
  return { x: at?.clientX ?? 0, y: at?.clientY ?? 0 }
}

/**
 * Dragging cards. The document stays untouched until they are let go; until then they are only shown elsewhere.
 * Ends by itself when somebody deletes the card that is held.
 */
export function useCardDrag({ open, state, scene, toMap }: CanvasTools, current: CanvasScene): CardDrag {
  const grabbed = useRef<string | null>(null)

  const drag = useMemo((): CardDrag => {
    const heldNow = (): Held[] => {
      const { layout } = scene()
      const places = state.getState().drag?.places ?? new Map<string, Point>()
      const held = (kind: Held['kind']) =>
        [...layout[kind]].flatMap(([id, rect]): Held[] => {
          const place = places.get(id)
          return place ? [{ id, kind, rect: { ...rect, ...place } }] : []
        })
      return [...held('touchpoints'), ...held('notes')]
    }
    const dropAt = (event: MouseEvent | TouchEvent) =>
      grabbed.current === null
        ? null
        : dropOf(scene().layout, heldNow(), grabbed.current, toMap(screenPoint(event)), event.altKey)
    return {
      onNodeDragStart(_, node) {
        grabbed.current = node.id
      },
      onNodeDrag(event, _, nodes) {
        if (grabbed.current === null) return
        const places = new Map(nodes.map(node => [node.id, node.position]))
        state.setState({ drag: { places, drop: null }, hover: null })
        state.setState({ drag: { places, drop: dropAt(event) } })
      },
      onNodeDragStop(event, node) {
        const drop = dropAt(event)
        grabbed.current = null
        if (state.getState().drag === null) return
        // Only now: a panel that opens for it in mid-drag would move the map under the hand.
        if (!open.view.getState().selected.includes(node.id)) open.view.setState({ selected: [node.id] })
        if (drop) {
          moveCards(open, drop)
        }
        state.setState({ drag: null })
      },
      cancel() {
        const dragging = state.getState().drag !== null
        grabbed.current = null
        if (dragging) state.setState({ drag: null })
        return dragging
      },
    }
  }, [open, state, scene, toMap])

  useEffect(() => {
    const id = grabbed.current
    if (id !== null && !current.cards.has(id) && !current.notes.has(id)) drag.cancel()
  }, [current, drag])
  return drag
}
