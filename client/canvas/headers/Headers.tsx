import { useStoreApi } from '@xyflow/react'
import { memo, useEffect, useRef } from 'react'
import type { MapLayout } from '#shared/model/layout/MapLayout.ts'
import { useCanEdit } from '../../store/MapContext.tsx'
import type { HeaderSizes } from '../viewport/headerSizes.ts'
import styles from './headers.module.css'
import { LaneHeaders } from './LaneHeaders.tsx'
import { StageHeaders } from './StageHeaders.tsx'
import { useHeaderSync } from './useHeaderSync.ts'

/** Stage names that stay on top and lane names that stay at the left. */
export const Headers = memo(function Headers({ layout, sizes }: { layout: MapLayout; sizes: HeaderSizes }) {
  const strip = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const corner = useRef<HTMLDivElement>(null)
  const whole = useRef<HTMLDivElement>(null)
  const store = useStoreApi()
  const canEdit = useCanEdit()
  useHeaderSync({ strip, panel, corner }, sizes, layout, canEdit)

  // A wheel over a header moves the map like one beside it.
  useEffect(() => {
    const element = whole.current
    const pass = (event: WheelEvent) => {
      event.preventDefault()
      store.getState().domNode?.querySelector('.react-flow__renderer')?.dispatchEvent(new WheelEvent('wheel', event))
    }
    element?.addEventListener('wheel', pass, { passive: false })
    return () => element?.removeEventListener('wheel', pass)
  }, [store])

  return (
    <div ref={whole} className={styles.headers} data-narrow={sizes.laneWidth === 0 || undefined}>
      <LaneHeaders layout={layout} panel={panel} />
      <StageHeaders layout={layout} strip={strip} />
      {sizes.laneWidth > 0 && <div ref={corner} className={styles.corner} />}
    </div>
  )
})
