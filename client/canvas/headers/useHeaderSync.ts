import { useStoreApi } from '@xyflow/react'
import { type RefObject, useLayoutEffect } from 'react'
import type { MapLayout } from '#shared/model/layout/MapLayout.ts'
import type { HeaderSizes } from '../viewport/headerSizes.ts'
import { ZOOM_AT_REST } from '../viewport/viewportMath.ts'
import { laneSpans, placeHeaders, stageSpans } from './placeHeaders.ts'

export type HeaderParts = {
  readonly strip: RefObject<HTMLDivElement | null>
  readonly panel: RefObject<HTMLDivElement | null>
  readonly corner: RefObject<HTMLDivElement | null>
}

/** Moves the headers with the map. `canEdit`: with it there is a button behind the last header. */
export function useHeaderSync(
  { strip, panel, corner }: HeaderParts,
  sizes: HeaderSizes,
  layout: MapLayout,
  canEdit: boolean,
): void {
  const store = useStoreApi()
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever may edit now gets a button that has to be placed.
  useLayoutEffect(() => {
    const spans = { stages: stageSpans(layout), lanes: laneSpans(layout) }
    const place = (isZooming: boolean) => {
      const holders = { strip: strip.current, panel: panel.current, corner: corner.current }
      placeHeaders(holders, sizes, spans, store.getState(), isZooming)
    }
    let shown = store.getState().transform
    let rest: ReturnType<typeof setTimeout> | undefined
    const sync = () => {
      const { transform } = store.getState()
      if (transform === shown) return
      const isZooming = transform[2] !== shown[2]
      shown = transform
      place(isZooming)
      if (!isZooming) return
      clearTimeout(rest)
      rest = setTimeout(place, ZOOM_AT_REST, false)
    }
    place(false)
    const stop = store.subscribe(sync)
    return () => {
      stop()
      clearTimeout(rest)
    }
  }, [store, strip, panel, corner, sizes, layout, canEdit])
}
