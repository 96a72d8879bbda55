import Plus from 'lucide-react/icons/plus'
import type { Ref } from 'react'
import { UNSORTED } from '#shared/drawing/unsorted.ts'
import type { MapLayout } from '#shared/model/layout/MapLayout.ts'
import { addLane } from '../../commands/grid.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { cx } from '../../ui/cx.ts'
import { Menu } from '../../ui/Menu.tsx'
import frame from './headers.module.css'
import { LaneHeader } from './LaneHeader.tsx'
import { LaneKindItems } from './LaneKindItems.tsx'
import styles from './lane.module.css'
import names from './name.module.css'

/** The names of the lanes along the left edge. `panel` and what is in it are moved with the map by whoever holds it. */
export function LaneHeaders({ layout, panel }: { layout: MapLayout; panel: Ref<HTMLDivElement> }) {
  const open = useOpenMap()
  const lanes = useMap(view => view.map.lanes)
  const canEdit = useCanEdit()
  const { rows, columns, unsorted } = layout
  return (
    <div ref={panel} className={frame.lanes}>
      <div className={frame.track}>
        {rows.map((row, index) => {
          const lane = lanes[index]
          return (
            lane && (
              <LaneHeader
                key={lane.id}
                lane={lane}
                height={row.height}
                before={index}
                after={lanes.length - 1 - index}
              />
            )
          )
        })}
        {unsorted && (
          <div className={styles.lane}>
            <div className={styles.words}>
              <h2 className={cx(names.name, styles.name)}>{UNSORTED}</h2>
              <p className={styles.caption}>Drag these where they belong.</p>
            </div>
          </div>
        )}
        {canEdit && columns.length + rows.length > 0 && (
          <div className={styles.add}>
            <Menu
              label="Kinds of lanes"
              trigger={
                <button type="button" className={styles.addButton}>
                  <Plus size={16} />
                  Lane
                </button>
              }
            >
              <LaneKindItems onChoose={kind => addLane(open, kind, null)} />
            </Menu>
          </div>
        )}
      </div>
    </div>
  )
}
