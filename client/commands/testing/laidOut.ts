import { layout } from '#shared/model/layout/layout.ts'
import { CARD_WIDTH, type MapLayout } from '#shared/model/layout/MapLayout.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'

/** Where everything lies when cards are 100 and notes 60 map units high. */
export function laidOut(map: MapDocument): MapLayout {
  return layout(map, {
    touchpoint: () => ({ width: CARD_WIDTH, height: 100 }),
    note: () => ({ width: CARD_WIDTH, height: 60 }),
  })
}
