import { createCanvas, type Image, loadImage, type SKRSContext2D } from '@napi-rs/canvas'
import { drawMap } from '#shared/drawing/drawMap.ts'
import { type PaintOptions, paint } from '#shared/drawing/paint.ts'
import { pictureSize } from '#shared/drawing/pictureSize.ts'
import type { Measure } from '#shared/drawing/text.ts'
import { DARK, LIGHT } from '#shared/drawing/theme.ts'
import { embed } from '#shared/formats/png.ts'
import { buildEvidence } from '#shared/model/evidence/EvidenceIndex.ts'
import type { Picture, PictureJob } from './PictureJob.ts'

function tooLarge(width: number, height: number): Picture {
  const size = `${width.toLocaleString('en')} × ${height.toLocaleString('en')} pixels`
  return {
    ok: false,
    code: 'picture_too_large',
    message: `This picture would have ${size}, more than can be drawn. Choose a smaller scale, or export JSON.`,
  }
}

async function decoded(pictures: PictureJob['pictures']): Promise<Map<string, Image>> {
  const images = new Map<string, Image>()
  for (const [hash, bytes] of pictures) {
    const image = await loadImage(Buffer.from(bytes)).catch(() => null)
    if (image && image.width * image.height > 0) images.set(hash, image)
  }
  return images
}

/** Draws pictures whole, in the middle of their places. */
function drawing(context: SKRSContext2D, images: ReadonlyMap<string, Image>): NonNullable<PaintOptions['picture']> {
  return (hash, _, place) => {
    const image = images.get(hash)
    if (!image) return false
    const fit = Math.min(place.width / image.width, place.height / image.height)
    const [width, height] = [image.width * fit, image.height * fit]
    context.imageSmoothingQuality = 'high'
    context.drawImage(image, place.x + (place.width - width) / 2, place.y + (place.height - height) / 2, width, height)
    return true
  }
}

/** Draws the whole map as a PNG: complete, or not at all. */
export async function drawPicture(
  { map, scale, theme, today, inside, pictures }: PictureJob,
  measure: Measure,
): Promise<Picture> {
  const scene = drawMap(map, buildEvidence(map, today), measure, { frame: { asOf: today } })
  const { width, height, fits } = pictureSize(scene, scale)
  if (!fits) return tooLarge(width, height)
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  const at = { x: -scene.x * scale, y: -scene.y * scale, scale }
  const picture = drawing(context, await decoded(pictures))
  paint(scene, context, theme === 'dark' ? DARK : LIGHT, { ...at, picture })
  const plain = new Uint8Array(await canvas.encode('png'))
  return { ok: true, png: inside === null ? plain : await embed(plain, inside), width, height }
}
