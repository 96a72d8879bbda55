import { useEffect } from 'react'
import { LIST_NAMES, type ListName } from '#shared/model/kindNames.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { lookUp } from '../store/lookUp.ts'
import type { CanvasTools } from './canvasState.ts'
import { sayDeleted } from './sayDeleted.ts'

const ON_CANVAS = ['touchpoints', 'notes', 'links', 'stages', 'lanes'] as const

function present(map: MapDocument, selected: readonly string[]): string[] {
  return selected.filter(id => ON_CANVAS.some(kind => lookUp<{ id: string }>(map[kind], id)))
}

/**
 * What somebody is typing about in a panel beside the canvas: the record whose text it is, and the one that the panel
 * shows. Empty where nobody types there.
 */
function typedBeside(map: MapDocument, selected: readonly string[]): { kind: ListName; id: string }[] {
  const field = document.activeElement
  if (!(field instanceof HTMLElement) || !field.matches('aside :is(textarea, input)')) return []
  const ids = [...new Set([field.dataset.record, selected.length === 1 ? selected[0] : undefined])]
  return LIST_NAMES.flatMap(kind =>
    ids.flatMap(id => (id && lookUp<{ id: string }>(map[kind], id) ? [{ kind, id }] : [])),
  )
}

/**
 * Keeps what is typed in place in view, and lets go of what somebody removed: the selection and the text in hand.
 */
export function useViewFollowsMap({ open, bringIntoView }: CanvasTools): void {
  useEffect(() => {
    let edited = open.view.getState().editing
    const stopView = open.view.subscribe(({ editing, draft, selected }) => {
      // A draft is there as long as it is being typed; whoever types nothing more is back on the card before it.
      if (draft && editing?.id !== draft.touchpoint.id) {
        const isLeft = editing === null && selected.length === 0
        const before = isLeft ? present(open.map.getState().map, [draft.after ?? '']) : selected
        open.view.setState({ draft: null, selected: before })
      }
      if (editing === edited) return
      edited = editing
      // A record that was added just now has its place with the next frame.
      if (editing) requestAnimationFrame(() => bringIntoView(editing.id))
    })
    // Only after a change of the map: a new record is in the document a moment before it is in the mirrored map.
    let steps = open.session.undo.depth()
    const stopMap = open.map.subscribe(({ map }, { map: earlier }) => {
      // Somebody's own undo takes a step away; a colleague's edit leaves all as they are.
      const before = steps
      steps = open.session.undo.depth()
      const { editing, selected, draft } = open.view.getState()
      const written = lookUp(map.touchpoints, draft?.touchpoint.id) !== undefined
      if (written) open.view.setState({ draft: null })
      const isDraft = editing?.id === draft?.touchpoint.id && !written
      if (editing && !isDraft && editing.kind !== 'map' && !lookUp<{ id: string }>(map[editing.kind], editing.id)) {
        open.view.setState({ editing: null })
        if (steps === before) sayDeleted(open, editing.kind, editing.id)
      }
      if (steps === before) {
        for (const { kind, id } of typedBeside(earlier, selected)) {
          if (!lookUp<{ id: string }>(map[kind], id)) sayDeleted(open, kind, id)
        }
      }
      if (selected.length === 0) return
      const left = present(map, selected)
      if (left.length < selected.length) open.view.setState({ selected: left })
    })
    return () => {
      stopView()
      stopMap()
    }
  }, [open, bringIntoView])
}
