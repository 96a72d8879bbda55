import { createHash } from 'node:crypto'
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas'
import type { StoredFile } from '../storage/records.ts'
import {
  type CleanPicture,
  MAX_DECODED,
  MAX_KEPT_PNG,
  MAX_KEPT_SIDE,
  NO_PICTURE,
  TOO_MANY_PIXELS,
} from './CleanPicture.ts'
import { type Chunk, pictureHead, webpChunks } from './pictureHead.ts'

/** From 0 to 100; beyond, files grow faster than pictures get better. */
const QUALITY = 85

/**
 * A picture of which nothing is left but what can be seen: decoded, turned as its camera says, made smaller where it is
 * large, and encoded anew. Doing it again changes nothing, so that a picture keeps its hash through export and import: a
 * PNG comes out byte for byte as it went in, and a WebP that this made before is recognised by its form.
 */
export async function reencode(bytes: Uint8Array): Promise<CleanPicture> {
  const head = pictureHead(bytes)
  if (!head || head.width * head.height === 0) return NO_PICTURE
  if (head.width * head.height > MAX_DECODED) return TOO_MANY_PIXELS
  const image = await loadImage(Buffer.from(bytes)).catch(() => null)
  if (!image || image.width * image.height === 0) return NO_PICTURE
  const { width, height } = image
  if (head.type === 'webp' && Math.max(width, height) <= MAX_KEPT_SIDE && (await isOurs(bytes))) {
    return kept('image/webp', bytes, { width, height })
  }
  const scale = Math.min(1, MAX_KEPT_SIDE / Math.max(width, height))
  const canvas = createCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)))
  const context = canvas.getContext('2d')
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const png = head.type === 'png' ? await canvas.encode('png') : null
  if (png && png.length <= MAX_KEPT_PNG) return kept('image/png', png, canvas)
  return kept('image/webp', await canvas.encode('webp', QUALITY), canvas)
}

function kept(
  type: StoredFile['type'],
  encoded: Uint8Array,
  { width, height }: Pick<Canvas, 'width' | 'height'>,
): CleanPicture {
  const bytes = new Uint8Array(encoded)
  return { ok: true, file: { hash: createHash('sha256').update(bytes).digest('hex'), type, bytes }, width, height }
}

/** The parts that our encoder writes: flags and size, the colour profile, the picture without or with its alpha. */
const FORMS = new Map([
  ['VP8X ICCP VP8 ', 0x20],
  ['VP8X ICCP ALPH VP8 ', 0x30],
])

/** Whether a WebP holds those parts, the flags and the profile that go with them, and nothing beside or behind them. */
async function isOurs(bytes: Uint8Array): Promise<boolean> {
  const { chunks, rest } = partsOf(bytes)
  const [header, profile] = chunks
  const form = chunks.map(({ type }) => type).join(' ')
  const flags = header && Buffer.from(header.data.subarray(0, 4)).readUInt32LE()
  const length = chunks.reduce((sum, { data }) => sum + 8 + data.length + (data.length % 2), 12)
  if (rest > 0 || length !== bytes.length || header?.data.length !== 10 || flags !== FORMS.get(form)) return false
  const own = partsOf(await createCanvas(1, 1).encode('webp', QUALITY)).chunks[1]
  return profile !== undefined && own !== undefined && Buffer.from(profile.data).equals(own.data)
}

function partsOf(bytes: Uint8Array): { chunks: Chunk[]; rest: number } {
  return webpChunks(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)) ?? { chunks: [], rest: 0 }
}
