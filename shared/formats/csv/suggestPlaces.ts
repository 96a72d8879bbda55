import { TITLE } from '../../model/limits.ts'
import type { MapDocument } from '../../model/MapDocument.ts'
import type { ColumnMapping } from './columns.ts'
import { fold } from './fold.ts'
import type { ImportChoices, StageLanding, TouchpointLanding } from './mapping.ts'
import { meansNone, meansWhole, nameFrom } from './meanings.ts'
import { orderStages } from './stageOrder.ts'
import type { TableValues } from './values.ts'

/** More stages or touchpoints than a map that people can read has: such a column holds something else. */
const MAX_NEW_STAGES = 50
const MAX_NEW_TOUCHPOINTS = 1_000

/** Suggests where the values of the stage and touchpoint columns belong. */
export function suggestPlaces(
  values: TableValues,
  columns: ColumnMapping,
  existing: MapDocument,
): Pick<ImportChoices, 'stages' | 'touchpoints'> {
  const stages = suggestStages(values, columns, existing)
  const landings = new Map(stages.map(({ value, landing }) => [fold(value), landing]))
  const byPlace = new Map(
    existing.touchpoints.toReversed().map(({ stage, title, id }) => [`${stage}\n${fold(title)}`, id]),
  )
  const byTitle = new Map(existing.touchpoints.toReversed().map(({ title, id }) => [fold(title), id]))

  function touchpointLanding(stage: string, value: string): TouchpointLanding {
    if (meansNone(value)) return { to: 'tray' }
    const above = landings.get(fold(stage)) ?? { to: 'tray' }
    const here = above.to === 'existing' ? byPlace.get(`${above.id}\n${fold(value)}`) : undefined
    const id = here ?? (stage === '' || above.to === 'tray' ? byTitle.get(fold(value)) : undefined)
    if (id !== undefined) return { to: 'existing', id }
    if (above.to === 'journey' || above.to === 'tray') return { to: above.to }
    const whole = meansWhole(value) || values.touchpoints.length > MAX_NEW_TOUCHPOINTS
    return whole ? { to: 'stage', stage: null } : { to: 'new', name: nameFrom(value, TITLE) }
  }

  return {
    stages,
    touchpoints: values.touchpoints
      .toSorted((a, b) => b.count - a.count)
      .map(({ stage, value }) => ({ stage, value, landing: touchpointLanding(stage, value) })),
  }
}

/** New stages first, in the order of the journey, then the others as they come. */
function suggestStages(values: TableValues, columns: ColumnMapping, existing: MapDocument): ImportChoices['stages'] {
  const [first] = existing.stages
  // Touchpoints without any stage need one to stand in.
  if (columns.touchpoint !== null && values.stages.every(({ value }) => value === '')) {
    return [{ value: '', landing: first ? { to: 'existing', id: first.id } : { to: 'new', name: 'Journey' } }]
  }
  const byName = new Map(existing.stages.toReversed().map(stage => [fold(stage.name), stage.id]))
  const all = values.stages.map(({ value }) => ({ value, landing: stageLanding(value, byName) }))
  const fresh = all.filter(({ landing }) => landing.to === 'new')
  if (fresh.length > MAX_NEW_STAGES) {
    return all.map(entry => (entry.landing.to === 'new' ? { ...entry, landing: { to: 'tray' } } : entry))
  }
  const place = new Map(orderStages(fresh.map(({ value }) => value)).map((value, at) => [value, at]))
  fresh.sort((a, b) => (place.get(a.value) ?? 0) - (place.get(b.value) ?? 0))
  return [...fresh, ...all.filter(({ landing }) => landing.to !== 'new')]
}

function stageLanding(value: string, byName: ReadonlyMap<string, string>): StageLanding {
  const id = byName.get(fold(value))
  if (value !== '' && id !== undefined) return { to: 'existing', id }
  if (meansNone(value)) return { to: 'tray' }
  return meansWhole(value) ? { to: 'journey' } : { to: 'new', name: nameFrom(value, TITLE) }
}
