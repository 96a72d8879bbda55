import { ViewportPortal } from '@xyflow/react'
import Plus from 'lucide-react/icons/plus'
import { memo } from 'react'
import { useStore } from 'zustand'
import { cellRect } from '#shared/model/layout/hit.ts'
import {
  CARD_WIDTH,
  CELL_PADDING,
  LANE_HEADER_WIDTH,
  type MapLayout,
  type Rect,
  STAGE_HEADER_HEIGHT,
  STAGE_WIDTH,
} from '#shared/model/layout/MapLayout.ts'
import { useCanEdit } from '../../store/MapContext.tsx'
import { useCanvas } from '../canvasState.ts'
import { addableCell, addNoteAt, addTouchpointAt } from '../gestures/adding.ts'
import styles from './layers.module.css'

/** What a person's hand is about to do: where cards come to stand, where an arrow would go, where one could add. */
export const HandLayer = memo(function HandLayer({ layout }: { layout: MapLayout }) {
  const { state } = useCanvas()
  const drop = useStore(state, ({ drag }) => drag?.drop ?? null)
  const lasso = useStore(state, ({ lasso }) => lasso)
  return (
    <ViewportPortal>
      <div className={styles.above}>
        {drop?.line && <div className={styles.line} style={box(drop.line)} data-drop-line />}
        <GridLine layout={layout} />
        {lasso && <div className={styles.lasso} style={box(lasso)} data-lasso />}
        <AddHere layout={layout} />
        <Arrow layout={layout} />
      </div>
    </ViewportPortal>
  )
})

function box({ x, y, width, height }: Rect) {
  return { transform: `translate(${x}px, ${y}px)`, width, height }
}

/** Where a stage, a lane or the edge of a stage that is dragged would come. */
function GridLine({ layout }: { layout: MapLayout }) {
  const { state } = useCanvas()
  const grid = useStore(state, ({ grid }) => grid)
  if (!grid || grid.at === null) return null
  const [column, row] = [layout.columns.at(-1), layout.rows.at(-1)]
  const width = column ? column.x + column.width : STAGE_WIDTH
  const height = row ? row.y + row.height : STAGE_WIDTH
  const line =
    grid.kind === 'stages'
      ? { x: grid.at - 1, y: -STAGE_HEADER_HEIGHT, width: 2, height: height + STAGE_HEADER_HEIGHT }
      : { x: -LANE_HEADER_WIDTH, y: grid.at - 1, width: width + LANE_HEADER_WIDTH, height: 2 }
  return <div className={styles.line} style={box(line)} data-grid-line />
}

/** A quiet plus in the empty cell under the pointer. */
function AddHere({ layout }: { layout: MapLayout }) {
  const { open, state } = useCanvas()
  const hover = useStore(state, ({ hover }) => hover)
  const canEdit = useCanEdit()
  const area = hover && cellRect(layout, hover.stage, hover.lane)
  if (!canEdit || !area) return null
  const at = { x: area.x + CELL_PADDING, y: area.y + CELL_PADDING }
  const holds = addableCell(layout, at)?.holds
  return (
    <button
      type="button"
      className={`nopan ${styles.add}`}
      style={box({ ...at, width: CARD_WIDTH, height: 56 })}
      aria-label={holds === 'notes' ? 'Add a note here' : 'Add a touchpoint here'}
      tabIndex={-1}
      data-add
      onClick={() => {
        state.setState({ hover: null })
        if (holds === 'notes') addNoteAt(open, layout, at)
        else addTouchpointAt(open, layout, at)
      }}
    >
      <Plus size={20} />
    </button>
  )
}

/** The arrow that is being drawn. */
function Arrow({ layout }: { layout: MapLayout }) {
  const { state } = useCanvas()
  const link = useStore(state, ({ link }) => link)
  const from = link && (layout.touchpoints.get(link.from) ?? layout.notes.get(link.from))
  if (!link || !from) return null
  const start = { x: from.x + from.width, y: from.y + from.height / 2 }
  const reach = Math.min(80, Math.abs(link.at.x - start.x) / 2)
  const path = `M${start.x} ${start.y}C${start.x + reach} ${start.y} ${link.at.x - reach} ${link.at.y} ${link.at.x} ${link.at.y}`
  return (
    <svg className={styles.arrow} width="1" height="1" aria-hidden="true">
      <path d={path} />
      <circle cx={link.at.x} cy={link.at.y} r="4" />
    </svg>
  )
}
