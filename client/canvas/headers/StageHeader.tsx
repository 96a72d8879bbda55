import { memo } from 'react'
import type { Stage } from '#shared/model/kinds.ts'
import { TITLE } from '#shared/model/limits.ts'
import { useCanEdit } from '../../store/MapContext.tsx'
import { cx } from '../../ui/cx.ts'
import { useCanvas } from '../canvasState.ts'
import { TextEditor } from '../text/TextEditor.tsx'
import { HeaderMenu } from './HeaderMenu.tsx'
import { dragEdge } from './headerDrag.ts'
import names from './name.module.css'
import { SizeItems } from './SizeItems.tsx'
import styles from './stage.module.css'
import { useHeader } from './useHeader.ts'

export type StageHeaderProps = {
  stage: Stage
  /** How many stages are to the left and to the right. */
  before: number
  after: number
}

/** The name of a stage over its column. */
export const StageHeader = memo(function StageHeader({ stage, before, after }: StageHeaderProps) {
  const canEdit = useCanEdit()
  const canvas = useCanvas()
  const { selected, editing, dragged, rename, pointer } = useHeader('stages', stage.id)
  const shown = stage.name.trim() || 'Unnamed stage'
  return (
    <div
      className={styles.stage}
      data-stage={stage.id}
      data-selected={selected || undefined}
      data-dragged={dragged || undefined}
      {...pointer}
    >
      {editing ? (
        <TextEditor
          at={{ kind: 'stages', id: stage.id, field: 'name' }}
          label="Name of the stage"
          placeholder="Name this stage"
          maxLength={TITLE}
          className={cx(names.editor, styles.editor)}
          onLeave={canvas.focus}
        />
      ) : (
        <h2
          className={cx(names.name, styles.name)}
          data-unnamed={stage.name.trim() === '' || undefined}
          title={shown}
          dir="auto"
        >
          {shown}
        </h2>
      )}
      {canEdit && !editing && (
        <span className={cx(names.menu, styles.menu)}>
          <HeaderMenu kind="stages" id={stage.id} shown={shown} before={before} after={after} onRename={rename}>
            <SizeItems kind="stages" id={stage.id} />
          </HeaderMenu>
        </span>
      )}
      {canEdit && (
        <span
          aria-hidden="true"
          data-edge
          className={styles.edge}
          onPointerDown={event => {
            if (event.button === 0) dragEdge(canvas, 'stages', stage.id, event.nativeEvent)
          }}
        />
      )}
    </div>
  )
})
