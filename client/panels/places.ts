import { KINDS } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'

/** A touchpoint as one finds it: its title and the stage it stands in. */
export type Place = { id: string; title: string; detail: string }

/** All touchpoints, stage by stage; those without a stage come last. */
export function placesOf({ touchpoints, stages }: MapDocument): Place[] {
  const names = new Map(stages.map(stage => [stage.id, KINDS.stages.title(stage)]))
  const columns = new Map(stages.map((stage, index) => [stage.id, index]))
  return touchpoints
    .map(touchpoint => ({
      id: touchpoint.id,
      title: KINDS.touchpoints.title(touchpoint),
      detail: names.get(touchpoint.stage) ?? 'Unsorted',
      column: columns.get(touchpoint.stage) ?? stages.length,
    }))
    .sort((a, b) => a.column - b.column)
    .map(({ id, title, detail }) => ({ id, title, detail }))
}
