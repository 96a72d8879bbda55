import { type ReactNode, useMemo } from 'react'
import { drawMap } from '#shared/drawing/drawMap.ts'
import { behindOf } from '#shared/drawing/slides/behindOf.ts'
import { drawSlide } from '#shared/drawing/slides/drawSlide.ts'
import { stageFor } from '#shared/drawing/slides/stage.ts'
import type { SLIDE_THEMES } from '#shared/drawing/slides/themes.ts'
import type { Measure } from '#shared/drawing/text.ts'
import type { EvidenceIndex } from '#shared/model/evidence/EvidenceIndex.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import type { Slide } from '#shared/model/storyline/slide.ts'
import { withoutLanes } from '#shared/model/storyline/storyline.ts'
import { Stage, type StageProps } from './Stage.tsx'

type Size = { width: number; height: number }

export type PaintedProps = {
  slide: Slide
  map: MapDocument
  evidence: EvidenceIndex
  measure: Measure
  text: number
  theme: (typeof SLIDE_THEMES)['light']
  /** CSS pixels for which the slide is laid out. */
  size: Size
  /** CSS pixels at which it is shown; as laid out when left out. */
  shown?: Size
  /** What lies over it, which may have to know where everything is. */
  over?(painting: Pick<StageProps, 'drawn' | 'behind'>): ReactNode
}

/** One scene, laid out for a room and painted. */
export function Painted({ slide, map, evidence, measure, text, theme, size, shown = size, over }: PaintedProps) {
  const stage = useMemo(() => stageFor(size, text, measure), [size, text, measure])
  const drawn = useMemo(() => drawSlide(slide, stage), [slide, stage])
  const hides = slide.kind === 'view' ? slide.hides.join(' ') : null
  // Drawn once for all scenes that show the same of the map.
  const scene = useMemo(
    () =>
      hides === null ? null : drawMap(withoutLanes(map, hides.split(' ').filter(Boolean)), evidence, measure, { text }),
    [map, evidence, measure, text, hides],
  )
  const behind = useMemo(() => {
    if (!scene || !drawn.map || slide.kind !== 'view') return null
    return behindOf(slide, scene, drawn.map)
  }, [scene, drawn, slide])
  return (
    <>
      <Stage drawn={drawn} behind={behind} theme={theme} window={shown} />
      {over?.({ drawn, behind })}
    </>
  )
}
