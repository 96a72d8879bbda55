import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { drawMap } from '#shared/drawing/drawMap.ts'
import { canvasMeasure } from '#shared/drawing/paint.ts'
import { cameraOn, focusOf } from '#shared/drawing/slides/camera.ts'
import { type DrawnSlide, drawSlide } from '#shared/drawing/slides/drawSlide.ts'
import type { Behind } from '#shared/drawing/slides/paintSlide.ts'
import { stageFor } from '#shared/drawing/slides/stage.ts'
import { type Measure, remembering } from '#shared/drawing/text.ts'
import { type Slide, slideOf } from '#shared/model/storyline/slide.ts'
import { useMap } from '../../store/MapContext.tsx'
import { loadFonts } from '../../ui/fonts.ts'

const WALL = { width: 1920, height: 1080 }

/** A scene as it will stand on the wall, small. */
export type PaintedSlide = { readonly slide: Slide; readonly drawn: DrawnSlide; readonly behind: Behind | null }

/** Every scene as its thumbnail shows it, by its id; they follow the map when there is time for it. */
export function usePaintedSlides(): ReadonlyMap<string, PaintedSlide> {
  const map = useDeferredValue(useMap(view => view.map))
  const evidence = useDeferredValue(useMap(view => view.evidence))
  const measure = useMeasure()
  const scene = useMemo(() => {
    const isWanted = measure && map.scenes.some(({ kind }) => kind === 'view')
    return isWanted ? drawMap(map, evidence, measure) : null
  }, [map, evidence, measure])
  return useMemo(() => {
    if (!measure) return new Map()
    const stage = stageFor(WALL, 1, measure)
    return new Map(
      map.scenes.map(one => {
        const slide = slideOf(one, map, evidence)
        const drawn = drawSlide(slide, stage)
        const behind =
          scene && drawn.map && slide.kind === 'view'
            ? { scene, camera: cameraOn(focusOf(slide, scene.layout, scene), drawn.map) }
            : null
        return [one.id, { slide, drawn, behind }]
      }),
    )
  }, [map, evidence, measure, scene])
}

function useMeasure(): Measure | null {
  const [measure, setMeasure] = useState<Measure | null>(null)
  useEffect(() => {
    let left = false
    void loadFonts().then(() => {
      const context = document.createElement('canvas').getContext('2d')
      if (context && !left) setMeasure(() => remembering(canvasMeasure(context)))
    })
    return () => {
      left = true
    }
  }, [])
  return measure
}
