import { newId } from '#shared/model/ids.ts'
import { KINDS, type Lane } from '#shared/model/kinds.ts'
import { emptyMap, type MapDocument } from '#shared/model/MapDocument.ts'
import { customerPanel } from './templates/customerPanel.ts'
import { fiveStage } from './templates/fiveStage.ts'
import { nineQuestions } from './templates/nineQuestions.ts'
import { serviceBlueprint } from './templates/serviceBlueprint.ts'
import { staffJourney } from './templates/staffJourney.ts'

/** A map to start from, as it is written down. */
export type Template = {
  /** Whose journey it is, where that is not left to the team. */
  whose?: string
  stages: readonly string[]
  lanes: readonly (Pick<Lane, 'name' | 'kind'> & {
    lineBelow?: Lane['lineBelow']
    /** Notes of this lane, those of the first stage first. */
    notes?: readonly (readonly string[])[]
  })[]
}

/** What a new map can start from, by the name that the API takes. */
export const TEMPLATES: Readonly<Record<string, () => MapDocument>> = {
  blank: () => emptyMap(),
  'five-stage': () => build(fiveStage),
  'service-blueprint': () => build(serviceBlueprint),
  'nine-questions': () => build(nineQuestions),
  'customer-panel': () => build(customerPanel),
  'staff-journey': () => build(staffJourney),
}

/** The map of a template, with ids of its own. */
function build({ whose, stages: names, lanes }: Template): MapDocument {
  const map = emptyMap()
  const stages = names.map(name => KINDS.stages.make({ id: newId(), name }))
  for (const { name, kind, lineBelow = null, notes = [] } of lanes) {
    const lane = KINDS.lanes.make({ id: newId(), name, kind, lineBelow })
    map.lanes.push(lane)
    for (const [column, texts] of notes.entries()) {
      const cell = { stage: stages[column]?.id ?? null, lane: lane.id }
      for (const text of texts) map.notes.push(KINDS.notes.make({ id: newId(), text, ...cell }))
    }
  }
  if (whose === undefined) return { ...map, stages }
  const persona = KINDS.personas.make({ id: newId(), name: whose })
  return { ...map, stages, personas: [persona], map: { ...map.map, persona: persona.id } }
}
