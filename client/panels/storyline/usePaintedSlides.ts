import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { drawMap } from '#shared/drawing/drawMap.ts'
import { noticing } from '#shared/drawing/noticing.ts'
import { canvasMeasure } from '#shared/drawing/paint.ts'
import { behindOf } from '#shared/drawing/slides/behindOf.ts'
import { type DrawnSlide, drawSlide } from '#shared/drawing/slides/drawSlide.ts'
import type { Behind } from '#shared/drawing/slides/paintSlide.ts'
import { stageFor } from '#shared/drawing/slides/stage.ts'
import type { Measure } from '#shared/drawing/text.ts'
import type { EvidenceIndex } from '#shared/model/evidence/EvidenceIndex.ts'
import type { Scene } from '#shared/model/kinds.ts'
import { type Slide, slideOf } from '#shared/model/storyline/slide.ts'
import { type StorylineReader, storylineReader, withoutLanes } from '#shared/model/storyline/storyline.ts'
import { today, wholeEvidence } from '../../commands/scenes.ts'
import { useMap } from '../../store/MapContext.tsx'
import type { MapView } from '../../store/MapMirror.ts'
import { loadFonts, loadFontsFor } from '../../ui/fonts.ts'

const WALL = { width: 1920, height: 1080 }

/** A scene as it will stand on the wall, small. */
export type PaintedSlide = { readonly slide: Slide; readonly drawn: DrawnSlide; readonly behind: Behind | null }

/** Every scene as its thumbnail shows it, by its id; they follow the map when there is time for it. */
export function usePaintedSlides(): ReadonlyMap<string, PaintedSlide> {
  const view = useDeferredValue(useMap(view => view))
  const measure = useMeasure()
  const [read] = useState(storylineReader)
  return useMemo(() => (measure ? paintedSlides(view, read, measure) : new Map()), [view, read, measure])
}

function paintedSlides(view: MapView, read: StorylineReader, measure: Measure): Map<string, PaintedSlide> {
  const { map } = view
  const stage = stageFor(WALL, 1, measure)
  const { scenes, evidenceFor } = read(map, wholeEvidence(view), today())
  const drawings = new Map<EvidenceIndex, Map<string, ReturnType<typeof drawMap>>>()
  /** Drawn once for all scenes that show the same of the map and count the same words. */
  const drawingFor = (scene: Scene) => {
    const evidence = evidenceFor(scene)
    const counted = drawings.get(evidence) ?? new Map<string, ReturnType<typeof drawMap>>()
    const hides = JSON.stringify(scene.hides)
    const drawing = counted.get(hides) ?? drawMap(withoutLanes(map, scene.hides), evidence, measure)
    drawings.set(evidence, counted.set(hides, drawing))
    return drawing
  }
  return new Map(
    scenes.map((one): [string, PaintedSlide] => {
      const slide = slideOf(one, map, evidenceFor(one))
      const drawn = drawSlide(slide, stage)
      if (!drawn.map || slide.kind !== 'view') return [one.id, { slide, drawn, behind: null }]
      return [one.id, { slide, drawn, behind: behindOf(slide, drawingFor(one), drawn.map) }]
    }),
  )
}

/** Measures in our fonts and brings further ones; null until those of every map are there. */
function useMeasure(): Measure | null {
  const [measure, setMeasure] = useState<Measure | null>(null)
  useEffect(() => {
    let left = false
    const context = document.createElement('canvas').getContext('2d')
    if (!context) return
    const plain = canvasMeasure(context)
    const asked = new Set<string>()
    const again = () => !left && setMeasure(() => noticing(plain, asked, bring))
    const bring = (characters: string) => void loadFontsFor(characters).then(isMore => isMore && again())
    void loadFonts().then(again)
    return () => {
      left = true
    }
  }, [])
  return measure
}
