import { ViewportPortal } from '@xyflow/react'
import { memo, useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { type Hidden, hiddenCards } from '#shared/model/layout/hidden.ts'
import { type MapLayout, overlaps, type Rect } from '#shared/model/layout/MapLayout.ts'
import { hiding } from '../../commands/tidy.ts'
import { useCanvas } from '../canvasState.ts'
import styles from './Overlaps.module.css'

/**
 * The edges of cards that lie under others, dashed as a drawing shows what is hidden. On the screen only: it is about how
 * cards lie here and now and says nothing about the journey, so it has no place in a picture. `area` is what is near;
 * null where cards are too small.
 */
export const Overlaps = memo(function Overlaps({ layout, area }: { layout: MapLayout; area: Rect | null }) {
  const { state } = useCanvas()
  const dragging = useStore(state, ({ drag }) => drag !== null)
  const hidden = useMemo(() => hiddenCards(layout), [layout])
  useEffect(() => hiding.setState({ hidden }), [hidden])
  useEffect(() => () => hiding.setState({ hidden: [] }), [])
  // What is in the hand lies where it is held.
  if (area === null || dragging || hidden.length === 0) return null
  return (
    <ViewportPortal>
      <div className={styles.marks} aria-hidden="true">
        {hidden.map(card => {
          const rect = layout.touchpoints.get(card.id) ?? layout.notes.get(card.id)
          return rect && overlaps(card.area, area) ? <Mark key={card.id} card={card} rect={rect} /> : null
        })}
      </div>
    </ViewportPortal>
  )
})

function Mark({ card: { area, id }, rect }: { card: Hidden; rect: Rect }) {
  return (
    <div
      className={styles.mark}
      data-hidden={id}
      style={{ transform: `translate(${area.x}px, ${area.y}px)`, width: area.width, height: area.height }}
    >
      <div
        className={styles.edge}
        style={{
          transform: `translate(${rect.x - area.x}px, ${rect.y - area.y}px)`,
          width: rect.width,
          height: rect.height,
        }}
      />
    </div>
  )
}
