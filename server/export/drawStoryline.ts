import { createCanvas, PDFDocument } from '@napi-rs/canvas'
import { paintSlide } from '#shared/drawing/slides/paintSlide.ts'
import { SLIDE_THEMES } from '#shared/drawing/slides/themes.ts'
import type { Measure } from '#shared/drawing/text.ts'
import { KINDS } from '#shared/model/kinds.ts'
import type { Slide } from '#shared/model/storyline/slide.ts'
import { storylineOf } from '#shared/model/storyline/storyline.ts'
import { fileName } from '../http/fileName.ts'
import type { DrawJob, Drawn } from './DrawJob.ts'
import { decoded, painting } from './decoded.ts'
import { layOut, refusal, WALL } from './scenes.ts'
import { zip } from './zip.ts'

type Job<As extends DrawJob['as']> = DrawJob & { as: As }

/** Points of a unit of a slide: a page is as large as the usual slides are, 13⅓ by 7½ inches. */
const POINTS = 0.5

/** The storyline as a PDF, one scene a page, its words as text. */
export async function drawStorylinePdf(job: Job<'storylinePdf'>, measure: Measure): Promise<Drawn> {
  const { map, today, theme } = job
  const storyline = storylineOf(map, today)
  const refused = refusal(storyline)
  if (refused) return refused
  const document = new PDFDocument({ title: KINDS.map.title(map.map), creator: 'Verbatim' })
  const picture = painting(await decoded(job.pictures))
  for (const { drawn, behind } of layOut(map, storyline, WALL, measure)) {
    const context = document.beginPage(drawn.width * POINTS, drawn.height * POINTS)
    paintSlide(drawn, behind, context, SLIDE_THEMES[theme], POINTS, { picture, isVector: true })
    document.endPage()
  }
  return { ok: true, bytes: new Uint8Array(document.close()) }
}

/** The scenes as pictures, named after their headings and numbered in their order. */
export async function drawStorylineZip(job: Job<'storylineZip'>, measure: Measure): Promise<Drawn> {
  const { map, today, theme, scale } = job
  const storyline = storylineOf(map, today)
  const refused = refusal(storyline)
  if (refused) return refused
  const picture = painting(await decoded(job.pictures))
  const files: { name: string; bytes: Uint8Array }[] = []
  for (const { slide, drawn, behind } of layOut(map, storyline, WALL, measure)) {
    const canvas = createCanvas(drawn.width * scale, drawn.height * scale)
    paintSlide(drawn, behind, canvas.getContext('2d'), SLIDE_THEMES[theme], scale, { picture })
    const name = sceneFile(slide, files.length, storyline.length)
    files.push({ name, bytes: new Uint8Array(await canvas.encode('png')) })
  }
  return { ok: true, bytes: zip(files, today) }
}

/** `01 Why customers hire us.png`: the numbers keep the order, and no two names alike. */
export function sceneFile(slide: Slide, index: number, count: number): string {
  const number = String(index + 1).padStart(Math.max(2, String(count).length), '0')
  const said = slide.heading || (slide.kind === 'claim' ? slide.statement : '') || 'Scene'
  return `${number} ${fileName(said, 'Scene')}.png`
}
