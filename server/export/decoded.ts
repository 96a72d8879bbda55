import { type Image, loadImage, type SKRSContext2D } from '@napi-rs/canvas'
import type { Context2D } from '#shared/drawing/Context2D.ts'
import type { PaintOptions } from '#shared/drawing/paint.ts'

/** The pictures that can be drawn, by their hashes. */
export async function decoded(pictures: ReadonlyMap<string, Uint8Array>): Promise<Map<string, Image>> {
  const images = new Map<string, Image>()
  for (const [hash, bytes] of pictures) {
    const image = await loadImage(Buffer.from(bytes)).catch(() => null)
    if (image && image.width * image.height > 0) images.set(hash, image)
  }
  return images
}

/** Draws pictures whole, in the middle of their places. */
export function painting(images: ReadonlyMap<string, Image>): NonNullable<PaintOptions['picture']> {
  return (hash, context: Context2D & Partial<SKRSContext2D>, place) => {
    const image = images.get(hash)
    if (!image || !context.drawImage) return false
    const fit = Math.min(place.width / image.width, place.height / image.height)
    const [width, height] = [image.width * fit, image.height * fit]
    context.imageSmoothingQuality = 'high'
    context.drawImage(image, place.x + (place.width - width) / 2, place.y + (place.height - height) / 2, width, height)
    return true
  }
}

/** What a picture's first bytes are, of those that are kept. */
const KINDS: readonly { type: string; starts: readonly number[] }[] = [
  { type: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47] },
  { type: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
  { type: 'image/webp', starts: [0x52, 0x49, 0x46, 0x46] },
]

/** A picture as an address that holds it; undefined where there is none or nobody can tell what it is. */
export function dataAddress(bytes: Uint8Array | undefined): string | undefined {
  const kind = bytes && KINDS.find(({ starts }) => starts.every((byte, at) => bytes[at] === byte))
  return kind && `data:${kind.type};base64,${Buffer.from(bytes).toString('base64')}`
}
