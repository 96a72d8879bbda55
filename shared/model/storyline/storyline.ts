import { buildEvidence, type EvidenceIndex } from '../evidence/EvidenceIndex.ts'
import { filterer, NO_FILTER } from '../evidence/filter.ts'
import type { Scene } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'
import { draftStoryline } from './draft.ts'
import { type Slide, slideOf } from './slide.ts'

/** One scene with what it shows. `evidence` counts the words of whoever the scene says. */
export type Shown = { readonly scene: Scene; readonly slide: Slide; readonly evidence: EvidenceIndex }

/** Whether there is more to present than the name of the map. */
export function hasStoryline({ scenes, touchpoints }: Pick<MapDocument, 'scenes' | 'touchpoints'>): boolean {
  return scenes.length > 0 || touchpoints.length > 0
}

/** The scenes of a map, and whose words count in each. */
export type Storyline = {
  readonly scenes: readonly Scene[]
  /** Nobody has made a storyline: the scenes are what the map itself suggests, and are not kept. */
  readonly isDraft: boolean
  /** The words that count in a scene; made once for each persona. */
  evidenceFor(scene: Scene): EvidenceIndex
}

/** What a map presents: its scenes, or those that it suggests itself. `everybody` counts all words; `today` is an ISO day. */
export function readStoryline(map: MapDocument, everybody: EvidenceIndex, today: string): Storyline {
  const byPersona = new Map<string, EvidenceIndex>()
  const isDraft = map.scenes.length === 0
  let named = 0
  return {
    scenes: isDraft ? draftStoryline(map, everybody, () => `draft ${++named}`) : map.scenes,
    isDraft,
    evidenceFor({ persona }) {
      if (persona === null) return everybody
      const known = byPersona.get(persona)
      if (known) return known
      const theirs = buildEvidence(filterer()(map, { ...NO_FILTER, personas: [persona] }, today).map, today)
      byPersona.set(persona, theirs)
      return theirs
    },
  }
}

/** All that a map presents, in its order. `today` is an ISO day. */
export function storylineOf(map: MapDocument, today: string): Shown[] {
  const { scenes, evidenceFor } = readStoryline(map, buildEvidence(map, today), today)
  return scenes.map(scene => {
    const evidence = evidenceFor(scene)
    return { scene, slide: slideOf(scene, map, evidence), evidence }
  })
}

/** The quotes that can be read in full behind the claims of a storyline, each once, by their ids. */
export function quotesBehind(storyline: readonly Pick<Shown, 'slide'>[], map: MapDocument): Set<string> {
  const quoteOf = new Map(map.excerpts.map(({ id, quote }) => [id, quote]))
  const words = storyline.flatMap(({ slide }) => (slide.kind === 'claim' ? slide.words : []))
  return new Set(words.map(({ id }) => quoteOf.get(id) ?? id))
}

/** The map without some of its lanes and what lies in them, as a view shows it. */
export function withoutLanes(map: MapDocument, lanes: readonly string[]): MapDocument {
  if (lanes.length === 0) return map
  const isGone = ({ lane }: { lane: string | null }) => lane !== null && lanes.includes(lane)
  return {
    ...map,
    lanes: map.lanes.filter(({ id }) => !lanes.includes(id)),
    touchpoints: map.touchpoints.filter(touchpoint => !isGone(touchpoint)),
    notes: map.notes.filter(note => !isGone(note)),
  }
}
