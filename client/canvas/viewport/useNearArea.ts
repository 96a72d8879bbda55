import { useStore } from '@xyflow/react'
import { useRef } from 'react'
import type { Rect } from '#shared/model/layout/MapLayout.ts'
import { nearArea, visibleRect } from './nearArea.ts'

/** See `nearArea`; renders again only when that is another one. */
export function useNearArea(): Rect {
  const area = useRef<Rect | null>(null)
  return useStore(({ transform: [x, y, zoom], width, height }) => {
    area.current = nearArea(area.current, visibleRect({ x, y, zoom }, { width, height }))
    return area.current
  })
}
