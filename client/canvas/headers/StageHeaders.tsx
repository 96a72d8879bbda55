import Plus from 'lucide-react/icons/plus'
import type { CSSProperties, Ref } from 'react'
import type { MapLayout } from '#shared/model/layout/MapLayout.ts'
import { addStage } from '../../commands/grid.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import frame from './headers.module.css'
import { StageHeader } from './StageHeader.tsx'
import styles from './stage.module.css'

/** The names of the stages along the top edge. `strip` is moved with the map by whoever holds it. */
export function StageHeaders({ layout, strip }: { layout: MapLayout; strip: Ref<HTMLDivElement> }) {
  const open = useOpenMap()
  const stages = useMap(view => view.map.stages)
  const canEdit = useCanEdit()
  const end = layout.columns.at(-1)
  return (
    <div ref={strip} className={frame.stages}>
      <div className={frame.track}>
        {layout.columns.map((column, index) => {
          const stage = stages[index]
          const after = stages.length - 1 - index
          return stage && <StageHeader key={stage.id} stage={stage} column={column} before={index} after={after} />
        })}
        {canEdit && (
          <div className={styles.add} style={{ '--x': end ? end.x + end.width : 0 } as CSSProperties}>
            {end ? (
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
