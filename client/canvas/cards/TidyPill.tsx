import { useStore } from 'zustand'
import type { MapLayout } from '#shared/model/layout/MapLayout.ts'
import { command } from '../../commands/registry.ts'
import { hiding } from '../../commands/tidy.ts'
import { overlapping, tidyScope } from '../../commands/tidyCards.ts'
import { useCanEdit, useOpenMap, useView } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { useCanvas } from '../canvasState.ts'
import styles from './TidyPill.module.css'

/** Says how many cards overlap, of what is selected or else on the map, and parts them. */
export function TidyPill({ layout }: { layout: MapLayout }) {
  const open = useOpenMap()
  const { focus } = useCanvas()
  const canEdit = useCanEdit()
  const selected = useView(view => view.selected)
  const hidden = useStore(hiding, ({ hidden }) => hidden)
  if (!canEdit || hidden.length === 0) return null
  const scope = tidyScope(layout, selected, hidden)
  const { size } = overlapping(hidden, scope)
  const { keys, run } = command('tidy')
  const press = () => {
    run(open)
    // The button goes away with what it was for.
    focus()
  }
  return (
    <div className={styles.pill} role="status">
      <span>{scope === null ? `${size} cards overlap` : `${size} overlap in what is selected`}</span>
      <Tooltip text="Move them apart" shortcut={keys[0]} side="top">
        <Button size="small" variant="quiet" onClick={press}>
          Tidy
        </Button>
      </Tooltip>
    </div>
  )
}
