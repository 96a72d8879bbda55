import { drawMap } from '#shared/drawing/drawMap.ts'
import { behindOf } from '#shared/drawing/slides/behindOf.ts'
import { type DrawnSlide, drawSlide } from '#shared/drawing/slides/drawSlide.ts'
import type { Behind } from '#shared/drawing/slides/paintSlide.ts'
import { stageFor } from '#shared/drawing/slides/stage.ts'
import type { Measure } from '#shared/drawing/text.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import type { Slide } from '#shared/model/storyline/slide.ts'
import { type Shown, withoutLanes } from '#shared/model/storyline/storyline.ts'
import type { Drawn } from './DrawJob.ts'

/** Scenes of a file; nobody sits through more, and somebody has to draw them. */
export const MOST_SCENES = 300

/** A scene, laid out for a page. */
export type LaidOut = { readonly slide: Slide; readonly drawn: DrawnSlide; readonly behind: Behind | null }

export type Page = {
  /** The window that it is laid out for, in pixels. */
  readonly width: number
  readonly height: number
  /** How large its text is, 1 being the usual size. */
  readonly text: number
  /** How large the text of the map is in its views; as that of the slides when not given. */
  readonly mapText?: number
}

/** A wall, or a sheet of paper. */
export const WALL: Page = { width: 1_920, height: 1_080, text: 1 }

/** Why a storyline can't be made a file of; null where it can. */
export function refusal(storyline: readonly Shown[]): Drawn | null {
  if (storyline.length <= MOST_SCENES) return null
  const [count, most] = [storyline.length.toLocaleString('en'), MOST_SCENES.toLocaleString('en')]
  const message = `This storyline has ${count} scenes, more than the ${most} that a file can have. Remove some of them.`
  return { ok: false, code: 'storyline_too_long', message }
}

/** Lays all scenes out for a page, one after the other. Views that show the same of a map share its drawing. */
export function* layOut(
  map: MapDocument,
  storyline: readonly Shown[],
  page: Page,
  measure: Measure,
): Generator<LaidOut> {
  const stage = stageFor(page, page.text, measure)
  const maps = new Map<unknown, Map<string, ReturnType<typeof drawMap>>>()
  for (const { slide, evidence } of storyline) {
    const drawn = drawSlide(slide, stage)
    if (slide.kind !== 'view' || !drawn.map) {
      yield { slide, drawn, behind: null }
      continue
    }
    const counted = maps.get(evidence) ?? new Map<string, ReturnType<typeof drawMap>>()
    maps.set(evidence, counted)
    const hides = JSON.stringify(slide.hides)
    const whole =
      counted.get(hides) ??
      drawMap(withoutLanes(map, slide.hides), evidence, measure, { text: page.mapText ?? page.text })
    counted.set(hides, whole)
    yield { slide, drawn, behind: behindOf(slide, whole, drawn.map) }
  }
}
