import { createCanvas } from '@napi-rs/canvas'
import { drawMap } from '#shared/drawing/drawMap.ts'
import { paint } from '#shared/drawing/paint.ts'
import type { Measure } from '#shared/drawing/text.ts'
import { DARK, LIGHT } from '#shared/drawing/theme.ts'
import { embed } from '#shared/formats/png.ts'
import { buildEvidence } from '#shared/model/evidence/EvidenceIndex.ts'
import { MAX_AREA, MAX_SIDE, type Picture, type PictureJob } from './PictureJob.ts'

function tooLarge(width: number, height: number): Picture {
  const size = `${width.toLocaleString('en')} × ${height.toLocaleString('en')} pixels`
  return {
    ok: false,
    code: 'picture_too_large',
    message: `This picture would have ${size}, more than can be drawn. Choose a smaller scale, or export JSON.`,
  }
}

/** Draws the whole map as a PNG: complete, or not at all. */
export async function drawPicture(
  { map, scale, theme, today, inside }: PictureJob,
  measure: Measure,
): Promise<Picture> {
  const scene = drawMap(map, buildEvidence(map, today), measure, { frame: { asOf: today } })
  const width = Math.ceil(scene.width * scale)
  const height = Math.ceil(scene.height * scale)
  if (Math.max(width, height) > MAX_SIDE || width * height > MAX_AREA) return tooLarge(width, height)
  const canvas = createCanvas(width, height)
  const at = { x: -scene.x * scale, y: -scene.y * scale, scale }
  paint(scene, canvas.getContext('2d'), theme === 'dark' ? DARK : LIGHT, at)
  const plain = new Uint8Array(await canvas.encode('png'))
  return { ok: true, png: inside === null ? plain : await embed(plain, inside), width, height }
}
