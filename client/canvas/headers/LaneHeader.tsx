import type { Lane } from '#shared/model/kinds.ts'
import type { Row } from '#shared/model/layout/MapLayout.ts'
import { TITLE } from '#shared/model/limits.ts'
import { useCanEdit } from '../../store/MapContext.tsx'
import { cx } from '../../ui/cx.ts'
import { MenuLine } from '../../ui/Menu.tsx'
import { useCanvas } from '../canvasState.ts'
import { cssColor } from '../scene/cssColor.ts'
import { TextEditor } from '../text/TextEditor.tsx'
import { HeaderMenu } from './HeaderMenu.tsx'
import { dragEdge } from './headerDrag.ts'
import { LineBelowItems } from './LineBelowItems.tsx'
import styles from './lane.module.css'
import { laneParts } from './laneParts.ts'
import { LINES } from './lines.ts'
import names from './name.module.css'
import { SizeItems } from './SizeItems.tsx'
import { useHeader } from './useHeader.ts'

/** The name of a lane beside its row. `before` and `after` count the lanes above and below. */
export function LaneHeader({ lane, row, before, after }: { lane: Lane; row: Row; before: number; after: number }) {
  const canEdit = useCanEdit()
  const canvas = useCanvas()
  const { selected, editing, dragged, rename, pointer } = useHeader('lanes', lane.id)
  const shown = lane.name.trim() || 'Unnamed lane'
  const { caption, scale } = laneParts(lane, row.height)
  return (
    <div
      className={styles.lane}
      data-lane={lane.id}
      data-line={lane.lineBelow ?? undefined}
      data-selected={selected || undefined}
      data-dragged={dragged || undefined}
      {...pointer}
    >
      <div className={styles.words}>
        {editing ? (
          <TextEditor
            at={{ kind: 'lanes', id: lane.id, field: 'name' }}
            label="Name of the lane"
            placeholder="Name this lane"
            maxLength={TITLE}
            className={cx(names.editor, styles.editor)}
            onLeave={canvas.focus}
          />
        ) : (
          <h2
            className={cx(names.name, styles.name)}
            data-unnamed={lane.name.trim() === '' || undefined}
            title={shown}
            dir="auto"
          >
            {shown}
          </h2>
        )}
        {caption !== '' && <p className={styles.caption}>{caption}</p>}
      </div>
      {scale.map(({ words, at, color }) => (
        <span key={words} className={styles.scale} style={{ top: `${at * 100}%`, color: cssColor(color) }}>
          {words}
        </span>
      ))}
      {lane.lineBelow !== null && <span className={styles.line}>{LINES[lane.lineBelow]}</span>}
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
}
