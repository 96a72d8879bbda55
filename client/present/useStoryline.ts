import { useMemo } from 'react'
import { buildEvidence, type EvidenceIndex } from '#shared/model/evidence/EvidenceIndex.ts'
import { filterer, NO_FILTER } from '#shared/model/evidence/filter.ts'
import type { Scene } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { draftStoryline } from '#shared/model/storyline/draft.ts'
import { type Slide, slideOf } from '#shared/model/storyline/slide.ts'
import { useMap } from '../store/MapContext.tsx'

export type Storyline = {
  readonly map: MapDocument
  readonly scenes: readonly Scene[]
  /** Nobody has made a storyline: the scenes are what the map itself suggests, and are not kept. */
  readonly isDraft: boolean
  /** The words that count in a scene. */
  evidenceFor(scene: Scene): EvidenceIndex
  slideOf(scene: Scene): Slide
}

/** The storyline of the open map, live: every edit shows at once. */
export function useStoryline(): Storyline {
  const map = useMap(view => view.map)
  const evidence = useMap(view => view.evidence)
  return useMemo(() => {
    let named = 0
    const isDraft = map.scenes.length === 0
    const scenes = isDraft ? draftStoryline(map, evidence, () => `draft ${++named}`) : map.scenes
    const byPersona = new Map<string, EvidenceIndex>()
    const evidenceFor = ({ persona }: Scene): EvidenceIndex => {
      if (persona === null) return evidence
      const known = byPersona.get(persona)
      if (known) return known
      const today = new Date().toISOString().slice(0, 10)
      const theirs = buildEvidence(filterer()(map, { ...NO_FILTER, personas: [persona] }, today).map, today)
      byPersona.set(persona, theirs)
      return theirs
    }
    return { map, scenes, isDraft, evidenceFor, slideOf: scene => slideOf(scene, map, evidenceFor(scene)) }
  }, [map, evidence])
}
