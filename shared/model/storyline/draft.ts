import type { EvidenceIndex } from '../evidence/EvidenceIndex.ts'
import { gaps } from '../evidence/gaps.ts'
import { WHY_HIRED } from '../ids.ts'
import { KINDS, type Scene } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'
import { MATTER } from '../questions.ts'
import { heaviestPains } from './slide.ts'

/** Stages that get a scene of their own; a room does not sit through more. */
const MOST_STAGES = 6
const GAPS = 2
const PAINS = 2

/**
 * A storyline as the map itself suggests it: its title, why customers hire us, the journey stage by stage, where the
 * team was most wrong, the heaviest pains with their words, whether we matter, and what is not known yet. Only what the
 * map can show. `newId` names each scene.
 */
export function draftStoryline(map: MapDocument, evidence: EvidenceIndex, newId: () => string): Scene[] {
  const scene = (fields: Omit<Partial<Scene>, 'id'> & { kind: Scene['kind'] }) =>
    KINDS.scenes.make({ id: newId(), ...fields })
  const title = (id: string) => {
    const touchpoint = map.touchpoints.find(one => one.id === id)
    return touchpoint ? KINDS.touchpoints.title(touchpoint) : ''
  }
  const scenes = [scene({ kind: 'title', heading: map.map.title })]
  if (map.map.whyHired.trim()) {
    scenes.push(scene({ kind: 'claim', heading: 'Why customers hire us', claim: WHY_HIRED }))
  }
  if (map.touchpoints.length > 0) scenes.push(scene({ kind: 'view', heading: 'The whole journey' }))
  const peopled = map.stages.filter(({ id }) => map.touchpoints.some(({ stage }) => stage === id))
  for (const stage of peopled.slice(0, MOST_STAGES)) {
    scenes.push(scene({ kind: 'view', heading: KINDS.stages.title(stage), stage: stage.id }))
  }
  const wrong = gaps(map, evidence)
  if (wrong.length > 0) scenes.push(scene({ kind: 'comparison', heading: 'Where we were most wrong' }))
  for (const { touchpoint } of wrong.slice(0, GAPS)) {
    scenes.push(scene({ kind: 'claim', heading: title(touchpoint), touchpoint }))
  }
  for (const pain of heaviestPains(map, evidence).slice(0, PAINS)) {
    scenes.push(scene({ kind: 'claim', heading: 'What hurts most', claim: pain.id }))
  }
  if (evidence.evidenceFor(MATTER).length > 0) {
    scenes.push(scene({ kind: 'claim', heading: 'Do we matter to them?', claim: MATTER }))
  }
  if (map.touchpoints.length > 0) {
    scenes.push(scene({ kind: 'number', heading: 'What we don’t know yet', number: 'notHeard' }))
  }
  return scenes
}
