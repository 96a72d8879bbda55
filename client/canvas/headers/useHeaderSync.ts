import { useStoreApi } from '@xyflow/react'
import { type RefObject, useLayoutEffect } from 'react'
import type { MapLayout } from '#shared/model/layout/MapLayout.ts'
import type { HeaderSizes } from '../viewport/headerSizes.ts'
import { stickOffset } from './stickOffset.ts'

/** Pixels: the name of a stage beside its neighbour, a name of two lines above the next lane. */
const STAGE_ROOM = 150
const LANE_ROOM = 72

export type HeaderParts = {
  readonly strip: RefObject<HTMLDivElement | null>
  readonly panel: RefObject<HTMLDivElement | null>
  readonly corner: RefObject<HTMLDivElement | null>
}

/**
 * Moves the headers with the map: along with it, but never over the edge of the canvas, and each name inside its
 * header so that it stays in view. Writes to the elements directly, so that panning renders nothing.
 */
export function useHeaderSync(
  { strip, panel, corner }: HeaderParts,
  { stageHeight, laneWidth }: HeaderSizes,
  layout: MapLayout,
): void {
  const store = useStoreApi()
  useLayoutEffect(() => {
    let shown: unknown = null
    const sync = () => {
      const { transform } = store.getState()
      if (transform === shown) return
      shown = transform
      const [x, y, zoom] = transform
      const [top, left] = [Math.max(0, y - stageHeight), Math.max(0, x - laneWidth)]
      const [overTop, overLeft] = [y < stageHeight, x < laneWidth]
      if (strip.current) {
        place(strip.current, 0, top, zoom, overTop)
        moveTrack(strip.current, x, 0)
        stick(strip.current, layout.columns, span =>
          stickOffset(span.x * zoom + x, span.width * zoom, laneWidth, STAGE_ROOM),
        )
      }
      if (panel.current) {
        place(panel.current, left, 0, zoom, overLeft)
        moveTrack(panel.current, 0, y)
        stick(panel.current, layout.rows, span =>
          stickOffset(span.y * zoom + y, span.height * zoom, top + stageHeight, LANE_ROOM),
        )
      }
      corner.current?.toggleAttribute('data-over-top', overTop)
      if (corner.current) place(corner.current, left, top, zoom, overLeft)
    }
    sync()
    return store.subscribe(sync)
  }, [store, strip, panel, corner, stageHeight, laneWidth, layout])
}

function place(element: HTMLElement, left: number, top: number, zoom: number, over: boolean): void {
  element.style.transform = `translate(${left}px, ${top}px)`
  element.style.setProperty('--zoom', String(zoom))
  element.toggleAttribute('data-over', over)
}

function trackOf(element: HTMLElement): HTMLElement | null {
  return element.firstElementChild instanceof HTMLElement ? element.firstElementChild : null
}

function moveTrack(element: HTMLElement, x: number, y: number): void {
  const track = trackOf(element)
  if (track) track.style.transform = `translate(${x}px, ${y}px)`
}

/** The headers stand in the track in the order of the layout. */
function stick<T>(element: HTMLElement, spans: readonly T[], offset: (span: T) => number): void {
  const headers = trackOf(element)?.children
  for (const [index, span] of spans.entries()) {
    const header = headers?.[index]
    if (header instanceof HTMLElement) header.style.setProperty('--stick', `${offset(span)}px`)
  }
}
