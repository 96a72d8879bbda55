import { memo } from 'react'
import type { Lane } from '#shared/model/kinds.ts'
import { TITLE } from '#shared/model/limits.ts'
import { useCanEdit } from '../../store/MapContext.tsx'
import { cx } from '../../ui/cx.ts'
import { MenuLine } from '../../ui/Menu.tsx'
import { useCanvas } from '../canvasState.ts'
import { TextEditor } from '../text/TextEditor.tsx'
import { HeaderMenu } from './HeaderMenu.tsx'
import { dragEdge } from './headerDrag.ts'
import { LaneWords, shownName } from './LaneWords.tsx'
import { LineBelowItems } from './LineBelowItems.tsx'
import styles from './lane.module.css'
import names from './name.module.css'
import { SizeItems } from './SizeItems.tsx'
import { useHeader } from './useHeader.ts'

export type LaneHeaderProps = {
  lane: Lane
  /** How high its row is, in map units. */
  height: number
  /** How many lanes are above and below. */
  before: number
  after: number
}

/** The name of a lane beside its row. */
export const LaneHeader = memo(function LaneHeader({ lane, height, before, after }: LaneHeaderProps) {
  const canEdit = useCanEdit()
  const canvas = useCanvas()
  const { selected, editing, dragged, rename, pointer } = useHeader('lanes', lane.id)
  const shown = shownName(lane)
  return (
    <div
      className={styles.lane}
      data-lane={lane.id}
      data-line={lane.lineBelow ?? undefined}
      data-selected={selected || undefined}
      data-dragged={dragged || undefined}
      {...pointer}
    >
      <LaneWords lane={lane} height={height}>
        {editing && (
          <TextEditor
            at={{ kind: 'lanes', id: lane.id, field: 'name' }}
            label="Name of the lane"
            placeholder="Name this lane"
            maxLength={TITLE}
            className={cx(names.editor, styles.editor)}
            onLeave={canvas.focus}
          />
        )}
      </LaneWords>
      {canEdit && !editing && (
        <span className={cx(names.menu, styles.menu)}>
          <HeaderMenu kind="lanes" id={lane.id} shown={shown} before={before} after={after} onRename={rename}>
            <SizeItems kind="lanes" id={lane.id} />
            <MenuLine />
            <LineBelowItems id={lane.id} lineBelow={lane.lineBelow} />
          </HeaderMenu>
        </span>
      )}
      {canEdit && (
        <span
          aria-hidden="true"
          data-edge
          className={styles.edge}
          onPointerDown={event => {
            if (event.button === 0) dragEdge(canvas, 'lanes', lane.id, event.nativeEvent)
          }}
        />
      )}
    </div>
  )
})
