import MoreHorizontal from 'lucide-react/icons/ellipsis'
import Plus from 'lucide-react/icons/plus'
import type { CSSProperties, Ref } from 'react'
import type { Stage } from '#shared/model/kinds.ts'
import type { Column, MapLayout } from '#shared/model/layout/MapLayout.ts'
import { TITLE } from '#shared/model/limits.ts'
import { addStage, shift } from '../../commands/grid.ts'
import { remove } from '../../commands/remove.ts'
import { startEditing } from '../../commands/typing.ts'
import { useCanEdit, useMap, useOpenMap, useView } from '../../store/MapContext.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx'
import { useCanvas } from '../canvasState.ts'
import { TextEditor } from '../text/TextEditor.tsx'
import styles from './headers.module.css'
import { isHeaderItself } from './isHeaderItself.ts'

/** The names of the stages along the top edge. `strip` is moved with the map by whoever holds it. */
export function StageHeaders({ layout, strip }: { layout: MapLayout; strip: Ref<HTMLDivElement> }) {
  const open = useOpenMap()
  const stages = useMap(view => view.map.stages)
  const canEdit = useCanEdit()
  const end = layout.columns.at(-1)
  return (
    <div ref={strip} className={styles.stages}>
      <div className={styles.track}>
        {layout.columns.map((column, index) => {
          const stage = stages[index]
          return (
            stage && <StageHeader key={stage.id} stage={stage} column={column} index={index} count={stages.length} />
          )
        })}
        {canEdit && end && (
          <div className={styles.addStage} style={{ '--x': end.x + end.width } as CSSProperties}>
            <IconButton label="Add a stage" shortcut="Shift+S" size="small" onClick={() => addStage(open)}>
              <Plus size={18} />
            </IconButton>
          </div>
        )}
      </div>
    </div>
  )
}

type StageHeaderProps = { stage: Stage; column: Column; index: number; count: number }

function StageHeader({ stage, column, index, count }: StageHeaderProps) {
  const open = useOpenMap()
  const { focus } = useCanvas()
  const canEdit = useCanEdit()
  const { id, name } = stage
  const selected = useView(view => view.selected.includes(id))
  const editing = useView(view => view.editing?.id === id && view.editing.field === 'name')
  const rename = () => startEditing(open, { kind: 'stages', id, field: 'name' })
  const shown = name.trim() || 'Unnamed stage'
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for pointers; the menu beside it does the same by keys.
    // biome-ignore lint/a11y/useKeyWithClickEvents: likewise.
    <div
      className={styles.stage}
      style={{ '--x': column.x, '--w': column.width } as CSSProperties}
      data-stage={id}
      data-selected={selected || undefined}
      onClick={event => canEdit && isHeaderItself(event) && open.view.setState({ selected: [id] })}
      onDoubleClick={event => canEdit && isHeaderItself(event) && rename()}
    >
      {editing ? (
        <TextEditor
          at={{ kind: 'stages', id, field: 'name' }}
          label="Name of the stage"
          placeholder="Name this stage"
          maxLength={TITLE}
          className={styles.stageEditor}
          onLeave={focus}
        />
      ) : (
        <h2 className={styles.stageName} data-unnamed={name.trim() === '' || undefined} title={shown} dir="auto">
          {shown}
        </h2>
      )}
      {canEdit && !editing && (
        <span className={styles.menu}>
          <Menu
            label={`Stage ${shown}`}
            trigger={
              <IconButton label={`More for stage ${shown}`} size="small">
                <MoreHorizontal size={16} />
              </IconButton>
            }
          >
            <MenuItem shortcut="F2" onSelect={rename}>
              Rename
            </MenuItem>
            <MenuLine />
            <MenuItem disabled={index === 0} onSelect={() => shift(open, 'stages', id, -1)}>
              Move left
            </MenuItem>
            <MenuItem disabled={index === count - 1} onSelect={() => shift(open, 'stages', id, 1)}>
              Move right
            </MenuItem>
            <MenuLine />
            <MenuItem onSelect={() => addStage(open, id)}>Add a stage before</MenuItem>
            <MenuItem onSelect={() => addStage(open, open.map.getState().map.stages[index + 1]?.id ?? null)}>
              Add a stage after
            </MenuItem>
            <MenuLine />
            <MenuItem danger hint="Its cards move to “Unsorted”" onSelect={() => remove(open, 'stages', [id])}>
              Remove stage
            </MenuItem>
          </Menu>
        </span>
      )}
    </div>
  )
}
