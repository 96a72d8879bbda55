import { useStoreApi } from '@xyflow/react'
import { type RefObject, useLayoutEffect } from 'react'
import type { MapLayout } from '#shared/model/layout/MapLayout.ts'
import type { HeaderSizes } from '../viewport/headerSizes.ts'
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
    let shown: unknown = null
    const sync = () => {
      const now = store.getState()
      if (now.transform === shown) return
      shown = now.transform
      placeHeaders({ strip: strip.current, panel: panel.current, corner: corner.current }, sizes, spans, now)
    }
    sync()
    return store.subscribe(sync)
  }, [store, strip, panel, corner, sizes, layout, canEdit])
}
