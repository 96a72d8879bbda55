import { feltOn } from '#shared/drawing/laneInputs.ts'
import type { GroupKind, Primitive } from '#shared/drawing/scene.ts'
import { cellAt } from '#shared/model/layout/hit.ts'
import { laneNumbers } from '../../commands/laneNumbers.ts'
import type { MapView } from '../../store/MapMirror.ts'
import type { Reading } from '../../store/reading.ts'
import type { CanvasScene } from '../scene/buildScene.ts'
import type { Point } from './drop.ts'

/** Map units beside the line of a touchpoint’s points on the curves that still mean it: a finger is not a needle. */
const NEAR = 22

/**
 * The number that a computed lane shows at a point of the map (absolute map units), as what is read behind it; null where
 * no number stands, or one that nobody is behind.
 */
export function numberAt(
  { map, evidence }: Pick<MapView, 'map' | 'evidence'>,
  { layout, contents }: Pick<CanvasScene, 'layout' | 'contents'>,
  at: Point,
): Reading | null {
  const cell = cellAt(layout, at.x, at.y)
  const lane = cell && map.lanes.find(({ id }) => id === cell.lane)
  if (!lane) return null
  const drawn = () => contents.filter(({ kind, id }) => kind === 'content' && id === lane.id)
  const isOf = (): string | null => {
    switch (lane.kind) {
      case 'voices':
        return cell.stage
      case 'feelings': {
        const felt = feltOn(
          map.touchpoints.filter(({ stage }) => stage === cell.stage),
          evidence,
        )
        const width = (layout.stageHeaders.get(cell.stage)?.width ?? 0) / Math.max(1, felt.length)
        const index = Math.floor(cell.x / width)
        return Math.abs(cell.x - width * (index + 0.5)) <= NEAR ? (felt[index]?.touchpoint ?? null) : null
      }
      case 'pains':
        return groupAt(drawn(), 'painPoint', at)
      case 'opportunities':
        return groupAt(drawn(), 'opportunity', at)
      default:
        return null
    }
  }
  const of = isOf()
  const [number] = of === null ? [] : laneNumbers({ map, evidence }, lane.kind, of)
  // Who presses a pain point that nobody has spoken about is told so.
  const isRead = number && (number.customers > 0 || lane.kind === 'pains' || lane.kind === 'opportunities')
  return isRead ? number.reading : null
}

/** The id of the innermost group of a kind that holds a point, in the coordinates of the items. */
function groupAt(items: readonly Primitive[], kind: GroupKind, at: Point): string | null {
  for (const item of items) {
    if (item.type !== 'group') continue
    const inside = { x: at.x - item.x, y: at.y - item.y }
    if (inside.x < 0 || inside.y < 0 || inside.x >= item.width || inside.y >= item.height) continue
    if (item.kind === kind) return item.id
    const found = groupAt(item.items, kind, inside)
    if (found !== null) return found
  }
  return null
}
