import { buildEvidence, type EvidenceIndex } from '../evidence/EvidenceIndex.ts'
import { evidenceFollower } from '../evidence/evidenceFollower.ts'
import { filterer, isOpen } from '../evidence/filter.ts'
import type { Scene } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'
import { draftStoryline } from './draft.ts'
import { filterOf } from './sceneFilter.ts'
import { type Slide, slideOf } from './slide.ts'

/** One scene with what it shows. `evidence` counts the words that pass its filter. */
export type Shown = { readonly scene: Scene; readonly slide: Slide; readonly evidence: EvidenceIndex }

/** Whether there is more to present than the name of the map. */
export function hasStoryline({ scenes, touchpoints }: Pick<MapDocument, 'scenes' | 'touchpoints'>): boolean {
  return scenes.length > 0 || touchpoints.length > 0
}

/** The scenes of a map, and which words count in each. */
export type Storyline = {
  readonly scenes: readonly Scene[]
  /** Nobody has made a storyline: the scenes are what the map itself suggests, and are not kept. */
  readonly isDraft: boolean
  /** The words that count in a scene; the same index for all scenes of one filter. */
  evidenceFor(scene: Scene): EvidenceIndex
}

/** Reads what a map presents, its scenes or those that it suggests itself. `everybody` counts all words; `today` is an ISO day. */
export type StorylineReader = (map: MapDocument, everybody: EvidenceIndex, today: string) => Storyline

/**
 * A reader that follows a map as it changes, as `evidenceFollower` does: each filter of a scene is counted on from the
 * last time, and what was read before answers as the newest does.
 */
export function storylineReader(): StorylineReader {
  let counters = new Map<string, ReturnType<typeof counter>>()
  return (map, everybody, today) => {
    const isDraft = map.scenes.length === 0
    let named = 0
    const scenes = isDraft ? draftStoryline(map, everybody, () => `draft ${++named}`) : map.scenes
    const counting = new Map<string, ReturnType<typeof counter>>()
    const indexes = new Map<string, EvidenceIndex>()
    const byScene = new Map<string, EvidenceIndex>()
    for (const scene of scenes) {
      const filter = filterOf(scene, map)
      if (isOpen(filter)) continue
      const key = JSON.stringify(filter)
      const count = counting.get(key) ?? counters.get(key) ?? counter()
      const index = indexes.get(key) ?? count(map, filter, today)
      counting.set(key, count)
      indexes.set(key, index)
      byScene.set(scene.id, index)
    }
    counters = counting
    return { scenes, isDraft, evidenceFor: ({ id }) => byScene.get(id) ?? everybody }
  }
}

function counter(): (map: MapDocument, filter: ReturnType<typeof filterOf>, today: string) => EvidenceIndex {
  const pass = filterer()
  const count = evidenceFollower()
  return (map, filter, today) => {
    const passed = pass(map, filter)
    return count(passed.map, today, passed.inPart)
  }
}

/** All that a map presents, in its order. `today` is an ISO day. */
export function storylineOf(map: MapDocument, today: string): Shown[] {
  const { scenes, evidenceFor } = storylineReader()(map, buildEvidence(map, today), today)
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
