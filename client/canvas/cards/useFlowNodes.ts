import { useStore as useFlow } from '@xyflow/react'
import { useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import type { Rect } from '#shared/model/layout/MapLayout.ts'
import { useCanEdit, useView } from '../../store/MapContext.tsx'
import { typedCard } from '../../store/viewState.ts'
import type { CanvasStore } from '../canvasState.ts'
import { cardsIn } from '../gestures/hit.ts'
import type { CanvasScene } from '../scene/buildScene.ts'
import { type FlowNode, flowNodes } from './flowNodes.ts'

/** So many selected cards out of view stay elements; more are only painted, or not there until they come into view. */
const MOST_SELECTED = 200

type Showing = {
  /** What is near; null from afar, where only cards that are selected, edited or in the hand are elements. */
  area: Rect | null
  /** Fingers pan; they drag only what was tapped before. */
  coarse: boolean
  /** Something else takes the pointer, as with the hand tool. */
  still: boolean
}

/** The nodes of React Flow for the scene, the selection and the hand as they are now: those of cards that are near. */
export function useFlowNodes(scene: CanvasScene, state: CanvasStore, { area, coarse, still }: Showing): FlowNode[] {
  const canEdit = useCanEdit()
  const selectedIds = useView(view => view.selected)
  const tool = useView(view => view.tool)
  const edited = useView(typedCard)
  const lassoing = useFlow(flow => flow.userSelectionActive)
  const drag = useStore(state, ({ drag }) => drag?.places ?? null)
  // The one that was grabbed is the first. The others are painted where they are held; their elements come after them.
  const places = useMemo(() => drag && new Map([...drag].slice(0, 1)), [drag])
  const before = useRef<ReadonlyMap<string, FlowNode>>(new Map())
  const { layout } = scene
  const near = useMemo(() => (area ? cardsIn(layout, area) : []), [layout, area])
  const shown = useMemo(() => {
    // While a lasso is drawn others are selected with each move, and none of them is taken hold of yet.
    const few = lassoing || selectedIds.length > MOST_SELECTED ? [] : selectedIds
    const wanted = new Set([...near, ...few, ...(edited === null ? [] : [edited])])
    for (const id of places?.keys() ?? []) wanted.add(id)
    return inOrder(scene, wanted, near)
  }, [scene, near, selectedIds, lassoing, edited, places])
  return useMemo(() => {
    const selected = new Set(selectedIds)
    const movable = canEdit && !still && tool === 'select'
    const draggable = (id: string) => movable && id !== edited && (!coarse || selected.has(id))
    const nodes = flowNodes(scene, shown, { selected, edited, places, draggable }, before.current)
    before.current = nodes
    return [...nodes.values()]
  }, [scene, shown, selectedIds, edited, tool, places, coarse, still, canEdit])
}

/** What lies over what goes by the order of the map. */
function inOrder(scene: CanvasScene, wanted: ReadonlySet<string>, near: readonly string[]): readonly string[] {
  if (wanted.size === near.length) return near
  return [...scene.notes.keys(), ...scene.cards.keys()].filter(id => wanted.has(id))
}
