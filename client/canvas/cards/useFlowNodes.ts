import { useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { useCanEdit, useView } from '../../store/MapContext.tsx'
import type { CanvasStore } from '../canvasState.ts'
import type { CanvasScene } from '../scene/buildScene.ts'
import { type FlowNode, flowNodes } from './flowNodes.ts'

/** So many selected cards stay elements in the overview; more are only painted. */
const MOST_IN_OVERVIEW = 200

type Showing = {
  /** Cards are painted; only those that are selected, edited or in the hand are elements. */
  overview: boolean
  /** Fingers pan; they drag only what was tapped before. */
  coarse: boolean
  /** Something else takes the pointer, as with the hand tool. */
  still: boolean
}

/** The nodes of React Flow for the scene, the selection and the hand as they are now. */
export function useFlowNodes(scene: CanvasScene, state: CanvasStore, { overview, coarse, still }: Showing): FlowNode[] {
  const canEdit = useCanEdit()
  const selectedIds = useView(view => view.selected)
  const tool = useView(view => view.tool)
  const edited = useView(view => view.editing?.id ?? null)
  const places = useStore(state, ({ drag }) => drag?.places ?? null)
  const before = useRef<ReadonlyMap<string, FlowNode>>(new Map())
  return useMemo(() => {
    const selected = new Set(selectedIds)
    const few = selected.size <= MOST_IN_OVERVIEW
    const movable = canEdit && !still && tool === 'select'
    const nodes = flowNodes(
      scene,
      {
        selected,
        edited,
        places,
        draggable: id => movable && id !== edited && (!coarse || selected.has(id)),
        shown: id => !overview || (few && selected.has(id)) || id === edited || (places?.has(id) ?? false),
      },
      before.current,
    )
    before.current = nodes
    return [...nodes.values()]
  }, [scene, selectedIds, edited, tool, places, overview, coarse, still, canEdit])
}
