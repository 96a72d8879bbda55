import { createCanvas, PDFDocument } from '@napi-rs/canvas'
import { drawMap } from '#shared/drawing/drawMap.ts'
import { paint } from '#shared/drawing/paint.ts'
import { pictureSize } from '#shared/drawing/pictureSize.ts'
import type { Scene } from '#shared/drawing/scene.ts'
import { svg } from '#shared/drawing/svg.ts'
import type { Measure } from '#shared/drawing/text.ts'
import { DARK, LIGHT } from '#shared/drawing/theme.ts'
import { embed } from '#shared/formats/png.ts'
import { buildEvidence } from '#shared/model/evidence/EvidenceIndex.ts'
import { KINDS } from '#shared/model/kinds.ts'
import type { DrawJob, Drawn } from './DrawJob.ts'
import { dataAddress, decoded, painting } from './decoded.ts'
import { embeddedFonts } from './embeddedFonts.ts'
import { facesOf } from './facesOf.ts'

type Job<As extends DrawJob['as']> = DrawJob & { as: As }

/** Points of a map unit, so that a card in a PDF is as large as on a screen. */
const POINTS = 0.75
/** Points of the longest page that a PDF can have. */
const LONGEST_PAGE = 14_400

const themeOf = ({ theme }: { theme: 'light' | 'dark' }) => (theme === 'dark' ? DARK : LIGHT)

function sceneOf({ map, today }: DrawJob, measure: Measure): Scene {
  return drawMap(map, buildEvidence(map, today), measure, { frame: { asOf: today } })
}

/** The whole map as a PNG: complete, or not at all. */
export async function drawPng(job: Job<'png'>, measure: Measure): Promise<Drawn> {
  const { scale, inside } = job
  const scene = sceneOf(job, measure)
  const { width, height, fits } = pictureSize(scene, scale)
  if (!fits) return tooLarge(width, height)
  const canvas = createCanvas(width, height)
  const at = { x: -scene.x * scale, y: -scene.y * scale, scale }
  paint(scene, canvas.getContext('2d'), themeOf(job), { ...at, picture: painting(await decoded(job.pictures)) })
  const plain = new Uint8Array(await canvas.encode('png'))
  return { ok: true, bytes: inside === null ? plain : await embed(plain, inside) }
}

function tooLarge(width: number, height: number): Drawn {
  const size = `${width.toLocaleString('en')} × ${height.toLocaleString('en')} pixels`
  return {
    ok: false,
    code: 'picture_too_large',
    message: `This picture would have ${size}, more than can be drawn. Choose a smaller scale, PDF, SVG or JSON.`,
  }
}

/** The whole map as one page, its words as text. A map longer than a page can be is fitted: nothing is lost by that. */
export async function drawPdf(job: Job<'pdf'>, measure: Measure): Promise<Drawn> {
  const scene = sceneOf(job, measure)
  const scale = Math.min(POINTS, LONGEST_PAGE / Math.max(scene.width, scene.height))
  const document = new PDFDocument({ title: KINDS.map.title(job.map.map), creator: 'Verbatim' })
  const context = document.beginPage(scene.width * scale, scene.height * scale)
  const at = { x: -scene.x * scale, y: -scene.y * scale, scale }
  paint(scene, context, themeOf(job), { ...at, picture: painting(await decoded(job.pictures)) })
  document.endPage()
  return { ok: true, bytes: new Uint8Array(document.close()) }
}

/** The whole map as an SVG file that brings its fonts along. */
export async function drawSvg(job: Job<'svg'>, measure: Measure): Promise<Drawn> {
  const scene = sceneOf(job, measure)
  const fonts = await embeddedFonts(facesOf(scene.items))
  const text = svg(scene, themeOf(job), {
    title: KINDS.map.title(job.map.map),
    style: fonts.css,
    holds: fonts.lacks,
    picture: hash => dataAddress(job.pictures.get(hash)),
  })
  return { ok: true, bytes: new TextEncoder().encode(text) }
}
