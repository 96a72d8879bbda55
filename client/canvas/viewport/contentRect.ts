import { LANE_HEADER_WIDTH, type MapLayout, type Rect, STAGE_HEADER_HEIGHT } from '#shared/model/layout/MapLayout.ts'

/** What lies on the map without the drawn headers, which the canvas shows at its edges instead. */
export function contentRect({ bounds }: MapLayout): Rect {
  const left = bounds.x < -LANE_HEADER_WIDTH ? bounds.x : 0
  const top = bounds.y < -STAGE_HEADER_HEIGHT ? bounds.y : 0
  return { x: left, y: top, width: bounds.x + bounds.width - left, height: bounds.y + bounds.height - top }
}
