import { crc32, deflateSync } from 'node:zlib'
import { createCanvas } from '@napi-rs/canvas'

/** A picture with something on it; `alpha` leaves half of it clear. */
export async function drawn(
  type: 'png' | 'jpeg' | 'webp',
  { width = 300, height = 200, alpha = false } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#d2f'
  context.fillRect(0, 0, alpha ? width / 2 : width, height)
  for (let i = 0; i < 500; i += 1) {
    context.fillStyle = `hsl(${i * 37} 70% 50%)`
    context.fillRect((i * 37) % width, (i * 91) % height, 9, 5)
  }
  return new Uint8Array(type === 'png' ? await canvas.encode('png') : await canvas.encode(type, 90))
}

/** A JPEG as a camera makes it: with words beside the picture, and turned by a quarter. */
export async function photograph(words: string): Promise<Uint8Array<ArrayBuffer>> {
  const jpeg = await drawn('jpeg')
  const orientation = Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex')
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), orientation, Buffer.from(words)])
  const head = Buffer.from([0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 0xff])
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]))
}

/** A PNG that says that it has so many pixels, in a few bytes. */
export function bomb(width: number, height: number): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0], 8)
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(100_000))), chunk('IEND', Buffer.of())]
  return new Uint8Array(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]))
}

/** A PNG with one more chunk, well formed. */
export function withChunk(png: Uint8Array, type: string, data: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat([png.subarray(0, 33), chunk(type, Buffer.from(data)), png.subarray(33)]))
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data])
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  crc.writeUInt32BE(crc32(typed))
  return Buffer.concat([length, typed, crc])
}
