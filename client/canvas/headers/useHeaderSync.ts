import { useStoreApi } from '@xyflow/react'
import { type RefObject, useLayoutEffect } from 'react'
import type { HeaderSizes } from '../viewport/headerSizes.ts'

export type HeaderParts = {
  readonly strip: RefObject<HTMLDivElement | null>
  readonly panel: RefObject<HTMLDivElement | null>
  readonly corner: RefObject<HTMLDivElement | null>
}

/**
 * Moves the headers with the map: along with it, but never over the edge of the canvas. Writes to the elements
 * directly, so that panning renders nothing.
 */
export function useHeaderSync({ strip, panel, corner }: HeaderParts, { stageHeight, laneWidth }: HeaderSizes): void {
  const store = useStoreApi()
  useLayoutEffect(() => {
    let shown = ''
    const sync = () => {
      const [x, y, zoom] = store.getState().transform
      const key = `${x} ${y} ${zoom}`
      if (key === shown) return
      shown = key
      const top = Math.max(0, y - stageHeight)
      const left = Math.max(0, x - laneWidth)
      move(strip.current, 0, top, x, 0, zoom, top === 0)
      move(panel.current, left, 0, 0, y, zoom, left === 0)
      if (corner.current) {
        corner.current.style.transform = `translate(${left}px, ${top}px)`
        corner.current.toggleAttribute('data-pinned', top === 0 || left === 0)
      }
    }
    sync()
    return store.subscribe(sync)
  }, [store, strip, panel, corner, stageHeight, laneWidth])
}

function move(
  element: HTMLDivElement | null,
  left: number,
  top: number,
  trackX: number,
  trackY: number,
  zoom: number,
  pinned: boolean,
): void {
  if (!element) return
  element.style.transform = `translate(${left}px, ${top}px)`
  element.style.setProperty('--zoom', String(zoom))
  element.toggleAttribute('data-pinned', pinned)
  const track = element.firstElementChild
  if (track instanceof HTMLElement) track.style.transform = `translate(${trackX}px, ${trackY}px)`
}
