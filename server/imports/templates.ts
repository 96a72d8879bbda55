import { newId } from '#shared/model/ids.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { emptyMap, type MapDocument } from '#shared/model/MapDocument.ts'

/** What a new map can start from, by the name that the API takes. */
export const TEMPLATES: Readonly<Record<string, () => MapDocument>> = {
  blank: () => emptyMap(),
  'five-stage': fiveStages,
}

function fiveStages(): MapDocument {
  const stages = ['Become aware', 'Choose', 'Buy', 'Use', 'Get help and stay']
  return {
    ...emptyMap(),
    stages: stages.map(name => KINDS.stages.make({ id: newId(), name })),
    lanes: [
      KINDS.lanes.make({ id: newId(), name: 'What they do', kind: 'steps' }),
      KINDS.lanes.make({ id: newId(), name: 'Where they meet us', kind: 'frontstage', lineBelow: 'visibility' }),
      KINDS.lanes.make({ id: newId(), name: 'What we do behind it', kind: 'backstage' }),
    ],
  }
}
