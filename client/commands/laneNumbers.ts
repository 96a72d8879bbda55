import { customersBehind } from '#shared/model/evidence/votes.ts'
import { KINDS, type Lane } from '#shared/model/kinds.ts'
import type { MapView } from '../store/MapMirror.ts'
import type { Reading } from '../store/reading.ts'

/** A number that a lane shows which nobody types, and the words that it is a number of. */
export type LaneNumber = {
  /** The stage that it stands for, or the touchpoint, pain point or opportunity. */
  readonly of: string
  readonly title: string
  /** Different customers. */
  readonly customers: number
  readonly reading: Reading
}

/** The numbers of a computed lane in the order of the map, or one of them alone; none for lanes of other kinds. */
export function laneNumbers(
  { map, evidence }: Pick<MapView, 'map' | 'evidence'>,
  kind: Lane['kind'],
  only?: string,
): LaneNumber[] {
  const wanted = <T extends { readonly id: string }>(list: readonly T[]) =>
    only === undefined ? list : list.filter(({ id }) => id === only)
  switch (kind) {
    case 'voices': {
      const onStage = Map.groupBy(map.touchpoints, ({ stage }) => stage)
      return wanted(map.stages).map(stage => {
        const touchpoints = (onStage.get(stage.id) ?? []).map(({ id }) => id)
        const title = KINDS.stages.title(stage)
        const customers = new Set(touchpoints.flatMap(id => [...evidence.customersOn(id)])).size
        return numberOf(stage.id, title, customers, { of: 'part', touchpoints }, stage.id)
      })
    }
    case 'feelings': {
      const at = new Map(map.stages.map(({ id }, index) => [id, index]))
      const placed = wanted(map.touchpoints).filter(({ stage }) => at.has(stage))
      const inOrder = placed.toSorted((a, b) => (at.get(a.stage) ?? 0) - (at.get(b.stage) ?? 0))
      return inOrder.flatMap(touchpoint => {
        const { id } = touchpoint
        const heard = evidence.heardFeeling(id)
        const title = KINDS.touchpoints.title(touchpoint)
        return heard ? [numberOf(id, title, heard.customers, { of: 'feeling', touchpoint: id }, id)] : []
      })
    }
    case 'pains':
      return wanted(map.painPoints).map(pain => {
        const { id, touchpoint } = pain
        return numberOf(
          id,
          KINDS.painPoints.title(pain),
          evidence.tally(id).supports,
          { of: 'claim', claim: id },
          touchpoint,
        )
      })
    case 'opportunities':
      return wanted(map.opportunities).map(opportunity => {
        const { id, painPoints, touchpoint } = opportunity
        const claims = [id, ...painPoints]
        const customers = customersBehind(claims, evidence)
        return numberOf(id, KINDS.opportunities.title(opportunity), customers, { of: 'claims', claims }, touchpoint)
      })
    default:
      return []
  }
}

function numberOf(
  of: string,
  title: string,
  customers: number,
  behind: Reading['behind'],
  place: string | null,
): LaneNumber {
  return { of, title, customers, reading: { title, behind, place } }
}
