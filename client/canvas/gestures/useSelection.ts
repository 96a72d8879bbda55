import type { NodeChange, NodeMouseHandler } from '@xyflow/react'
import { useMemo } from 'react'
import { startEditing } from '../../commands/typing.ts'
import { mayEdit } from '../../store/rights.ts'
import type { CanvasTools } from '../canvasState.ts'
import type { FlowNode } from '../cards/flowNodes.ts'
import { catchSecondClick } from './secondClick.ts'

type Selection = {
  onNodesChange(changes: readonly NodeChange<FlowNode>[]): void
  onNodeClick: NodeMouseHandler<FlowNode>
  onNodeDoubleClick: NodeMouseHandler<FlowNode>
}

/** Takes over what React Flow selects, and opens what is double clicked. Its other changes (positions, sizes) are ours to decide and are left aside. */
export function useSelection({ open, scene }: CanvasTools): Selection {
  return useMemo(() => {
    const edit = ({ id, type }: FlowNode) => {
      if (!mayEdit(open) || open.view.getState().tool === 'hand') return
      startEditing(
        open,
        type === 'note' ? { kind: 'notes', id, field: 'text' } : { kind: 'touchpoints', id, field: 'title' },
      )
    }
    return {
      onNodesChange(changes) {
        const { selected } = open.view.getState()
        const next = new Set(selected)
        let added = false
        for (const change of changes) {
          if (change.type !== 'select') continue
          if (change.selected) next.add(change.id)
          else next.delete(change.id)
          added ||= change.selected
        }
        const { cards, notes } = scene()
        // Stages, lanes and links are selected by themselves, never along with cards.
        if (added) for (const id of selected) if (!cards.has(id) && !notes.has(id)) next.delete(id)
        const same = next.size === selected.length && selected.every(id => next.has(id))
        if (!same) open.view.setState({ selected: [...next] })
      },
      onNodeClick(event, node) {
        const several = open.view.getState().selected.length > 1
        const more = event.shiftKey || event.metaKey || event.ctrlKey
        if (several && !more) open.view.setState({ selected: [node.id] })
        const canvas = event.currentTarget.closest('[role="application"]')
        if (canvas && !more) catchSecondClick(event, canvas, () => edit(node))
      },
      onNodeDoubleClick: (_, node) => edit(node),
    }
  }, [open, scene])
}
