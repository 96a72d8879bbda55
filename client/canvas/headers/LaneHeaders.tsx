import MoreHorizontal from 'lucide-react/icons/ellipsis'
import Plus from 'lucide-react/icons/plus'
import type { CSSProperties, Ref } from 'react'
import { UNSORTED } from '#shared/drawing/drawMap.ts'
import type { Lane } from '#shared/model/kinds.ts'
import type { MapLayout, Row } from '#shared/model/layout/MapLayout.ts'
import { TITLE } from '#shared/model/limits.ts'
import { addLane, shift } from '../../commands/grid.ts'
import { remove } from '../../commands/remove.ts'
import { startEditing } from '../../commands/typing.ts'
import { useCanEdit, useMap, useOpenMap, useView } from '../../store/MapContext.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx'
import { useCanvas } from '../canvasState.ts'
import { cssColor } from '../scene/cssColor.ts'
import { TextEditor } from '../text/TextEditor.tsx'
import styles from './headers.module.css'
import { isHeaderItself } from './isHeaderItself.ts'
import { LaneKindItems } from './LaneKindItems.tsx'
import { LineBelowItems } from './LineBelowItems.tsx'
import { laneParts } from './laneParts.ts'
import { LINES } from './lines.ts'

/** The names of the lanes along the left edge. `panel` is moved with the map by whoever holds it. */
export function LaneHeaders({ layout, panel }: { layout: MapLayout; panel: Ref<HTMLDivElement> }) {
  const lanes = useMap(view => view.map.lanes)
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const end = layout.rows.at(-1)
  const { unsorted } = layout
  const bottom = unsorted ? unsorted.area.y + unsorted.area.height : end ? end.y + end.height : 0
  return (
    <div ref={panel} className={styles.lanes}>
      <div className={styles.track}>
        {layout.rows.map((row, index) => {
          const lane = lanes[index]
          return lane && <LaneHeader key={lane.id} lane={lane} row={row} index={index} count={lanes.length} />
        })}
        {unsorted && (
          <div className={styles.lane} style={{ '--y': unsorted.area.y, '--h': unsorted.area.height } as CSSProperties}>
            <div className={styles.laneWords}>
              <h2 className={styles.laneName}>{UNSORTED}</h2>
              <p className={styles.caption}>Drag these where they belong.</p>
            </div>
          </div>
        )}
        {canEdit && layout.columns.length > 0 && (
          <div className={styles.addLane} style={{ '--y': bottom } as CSSProperties}>
            <Menu
              label="Kinds of lanes"
              trigger={
                <button type="button" className={styles.addLaneButton}>
                  <Plus size={16} />
                  Lane
                </button>
              }
            >
              <LaneKindItems onChoose={kind => addLane(open, kind)} />
            </Menu>
          </div>
        )}
      </div>
    </div>
  )
}

type LaneHeaderProps = { lane: Lane; row: Row; index: number; count: number }

function LaneHeader({ lane, row, index, count }: LaneHeaderProps) {
  const open = useOpenMap()
  const { focus } = useCanvas()
  const canEdit = useCanEdit()
  const { id, name } = lane
  const selected = useView(view => view.selected.includes(id))
  const editing = useView(view => view.editing?.id === id && view.editing.field === 'name')
  const rename = () => startEditing(open, { kind: 'lanes', id, field: 'name' })
  const shown = name.trim() || 'Unnamed lane'
  const { caption, scale } = laneParts(lane, row.height)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for pointers; the menu beside it does the same by keys.
    // biome-ignore lint/a11y/useKeyWithClickEvents: likewise.
    <div
      className={styles.lane}
      style={{ '--y': row.y, '--h': row.height } as CSSProperties}
      data-lane={id}
      data-line={lane.lineBelow ?? undefined}
      data-selected={selected || undefined}
      onClick={event => canEdit && isHeaderItself(event) && open.view.setState({ selected: [id] })}
      onDoubleClick={event => canEdit && isHeaderItself(event) && rename()}
    >
      <div className={styles.laneWords}>
        {editing ? (
          <TextEditor
            at={{ kind: 'lanes', id, field: 'name' }}
            label="Name of the lane"
            placeholder="Name this lane"
            maxLength={TITLE}
            className={styles.laneEditor}
            onLeave={focus}
          />
        ) : (
          <h2 className={styles.laneName} data-unnamed={name.trim() === '' || undefined} title={shown} dir="auto">
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
      {lane.lineBelow !== null && <span className={styles.lineName}>{LINES[lane.lineBelow]}</span>}
      {canEdit && !editing && (
        <span className={styles.menu}>
          <Menu
            label={`Lane ${shown}`}
            side="right"
            trigger={
              <IconButton label={`More for lane ${shown}`} size="small" tooltipSide="right">
                <MoreHorizontal size={16} />
              </IconButton>
            }
          >
            <MenuItem shortcut="F2" onSelect={rename}>
              Rename
            </MenuItem>
            <MenuLine />
            <MenuItem disabled={index === 0} onSelect={() => shift(open, 'lanes', id, -1)}>
              Move up
            </MenuItem>
            <MenuItem disabled={index === count - 1} onSelect={() => shift(open, 'lanes', id, 1)}>
              Move down
            </MenuItem>
            <MenuLine />
            <LineBelowItems lane={lane} />
            <MenuLine />
            <MenuItem danger hint="Its cards move to “Unsorted”" onSelect={() => remove(open, 'lanes', [id])}>
              Remove lane
            </MenuItem>
          </Menu>
        </span>
      )}
    </div>
  )
}
