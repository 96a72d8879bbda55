import type { Node } from '@xyflow/react'
import type { Rect } from '#shared/model/layout/MapLayout.ts'
import type { Point } from '../gestures/drop.ts'
import type { CanvasScene, Card, NoteCard } from '../scene/buildScene.ts'

export type TouchpointNodeType = Node<{ card: Card }, 'touchpoint'>
export type NoteNodeType = Node<{ card: NoteCard }, 'note'>
export type FlowNode = TouchpointNodeType | NoteNodeType

export type NodeOptions = {
  readonly selected: ReadonlySet<string>
  /** The card that is being typed. */
  readonly edited: string | null
  /** Cards in the hand, by id; absolute map units. */
  readonly places: ReadonlyMap<string, Point> | null
  draggable(id: string): boolean
}

/** Without this React Flow announces every card as a “node”. */
const PLAIN = { domAttributes: { 'aria-roledescription': undefined } } as const

/** Over all others, so that they do not answer the pointer that drags. */
const IN_HAND = 1_000

/**
 * Some of the scene's cards, in its order, as React Flow takes them: sizes given, so that nothing is measured. A card
 * that is as it was keeps its node, and with it everything that was rendered for it.
 */
export function flowNodes(
  scene: CanvasScene,
  shown: readonly string[],
  options: NodeOptions,
  before: ReadonlyMap<string, FlowNode>,
): Map<string, FlowNode> {
  const nodes = new Map<string, FlowNode>()
  const keep = (id: string, rect: Rect, card: Card | NoteCard) => {
    const place = options.places?.get(id)
    const { x, y } = place ?? rect
    const selected = options.selected.has(id)
    const draggable = options.draggable(id)
    // React Flow leaves out what is out of view, but never what is dragged: a text must not vanish under the keys.
    const dragging = place !== undefined || id === options.edited
    const old = before.get(id)
    const same =
      old?.data.card === card &&
      old.position.x === x &&
      old.position.y === y &&
      old.selected === selected &&
      old.draggable === draggable &&
      old.dragging === dragging
    if (old && same) {
      nodes.set(id, old)
      return
    }
    // What is typed is as large as its words at once, before all else has made room for it.
    const { width, height } = id === options.edited ? card.group : rect
    const size = { width, height, measured: { width, height } }
    const zIndex = dragging ? IN_HAND : 0
    const style = { transform: 'none', left: x, top: y }
    const common = {
      ...PLAIN,
      id,
      position: { x, y },
      style,
      ...size,
      selected,
      draggable,
      dragging,
      zIndex,
      handles: [],
    }
    nodes.set(
      id,
      'face' in card ? { ...common, type: 'touchpoint', data: { card } } : { ...common, type: 'note', data: { card } },
    )
  }
  for (const id of shown) {
    const card = scene.notes.get(id) ?? scene.cards.get(id)
    const rect = scene.layout.notes.get(id) ?? scene.layout.touchpoints.get(id)
    if (card && rect) keep(id, rect, card)
  }
  return nodes
}
