import Plus from 'lucide-react/icons/plus'
import type { Ref } from 'react'
import type { MapLayout } from '#shared/model/layout/MapLayout.ts'
import { addStage } from '../../commands/grid.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import frame from './headers.module.css'
import { StageHeader } from './StageHeader.tsx'
import styles from './stage.module.css'

/** The names of the stages along the top edge. `strip` and what is in it are moved with the map by whoever holds it. */
export function StageHeaders({ layout, strip }: { layout: MapLayout; strip: Ref<HTMLDivElement> }) {
  const open = useOpenMap()
  const stages = useMap(view => view.map.stages)
  const canEdit = useCanEdit()
  return (
    <div ref={strip} className={frame.stages}>
      <div className={frame.track}>
        {layout.columns.map((_, index) => {
          const stage = stages[index]
          return stage && <StageHeader key={stage.id} stage={stage} before={index} after={stages.length - 1 - index} />
        })}
        {canEdit && (
          <div className={styles.add}>
            {layout.columns.length > 0 ? (
              <IconButton label="Add a stage" shortcut="Shift+S" size="small" onClick={() => addStage(open)}>
                <Plus size={18} />
              </IconButton>
            ) : (
              <Button size="small" icon={<Plus size={16} />} onClick={() => addStage(open)}>
                Add the first stage
              </Button>
            )}
          </div>
        )}
      </div>
    </div>
  )
}
