import { crc32 } from 'node:zlib'

export type PictureHead = { type: 'png' | 'jpeg' | 'webp'; width: number; height: number }

/**
 * What a picture is and how large it would be, read without decoding it. Null for anything else, and for a picture that
 * was cut off: decoders show those as if nothing were missing.
 */
export function pictureHead(bytes: Uint8Array): PictureHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return readPng(view) ?? readJpeg(view) ?? readWebp(view)
  } catch (error) {
    // Reading behind the end is what a cut off picture comes to.
    if (error instanceof RangeError) return null
    throw error
  }
}

function textAt(view: DataView, at: number, length = 4): string {
  let text = ''
  for (let i = 0; i < length; i += 1) text += String.fromCharCode(view.getUint8(at + i))
  return text
}

/** Chunks of length, type, data and a checksum, the first IHDR, the last IEND. */
function readPng(view: DataView): PictureHead | null {
  if (textAt(view, 0, 8) !== '\x89PNG\r\n\x1a\n') return null
  for (let at = 8; ; ) {
    const length = view.getUint32(at)
    const type = textAt(view, at + 4)
    if (crc32(new Uint8Array(view.buffer, view.byteOffset + at + 4, length + 4)) !== view.getUint32(at + 8 + length))
      return null
    if ((at === 8) !== (type === 'IHDR')) return null
    if (type === 'IEND') return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) }
    at += 12 + length
  }
}

/** Segments up to the first scan, of which one tells the size; then somewhere the end of the image. */
function readJpeg(view: DataView): PictureHead | null {
  if (view.getUint16(0) !== 0xffd8) return null
  let head: PictureHead | null = null
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isSize = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isSize && !head) head = { type: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    if (marker === 0xda) break
    if (marker === 0xd9) return null
    at += 2 + view.getUint16(at + 2)
  }
  const all = Buffer.from(view.buffer, view.byteOffset, view.byteLength)
  return all.includes(Buffer.of(0xff, 0xd9), all.indexOf(Buffer.of(0xff, 0xda))) ? head : null
}

export type Chunk = { type: string; data: Uint8Array }

/** The chunks of a WebP file; null for anything else. `rest` is how many bytes follow it. */
export function webpChunks(view: DataView): { chunks: Chunk[]; rest: number } | null {
  if (textAt(view, 0) !== 'RIFF' || textAt(view, 8) !== 'WEBP') return null
  const end = 8 + view.getUint32(4, true)
  const chunks: Chunk[] = []
  for (let at = 12; at < end; ) {
    const length = view.getUint32(at + 4, true)
    chunks.push({ type: textAt(view, at), data: new Uint8Array(view.buffer, view.byteOffset + at + 8, length) })
    at += 8 + length + (length % 2)
  }
  if (end > view.byteLength) throw new RangeError('The file was cut off.')
  return { chunks, rest: view.byteLength - end }
}

function readWebp(view: DataView): PictureHead | null {
  const first = webpChunks(view)?.chunks[0]
  if (!first) return null
  const data = new DataView(first.data.buffer, first.data.byteOffset, first.data.byteLength)
  switch (first.type) {
    case 'VP8X': {
      const width = (data.getUint32(3, true) >>> 8) + 1
      const height = (data.getUint32(6, true) >>> 8) + 1
      return { type: 'webp', width, height }
    }
    case 'VP8 ':
      if (textAt(data, 3, 3) !== '\x9d\x01\x2a') return null
      return { type: 'webp', width: data.getUint16(6, true) & 0x3fff, height: data.getUint16(8, true) & 0x3fff }
    case 'VP8L': {
      if (data.getUint8(0) !== 0x2f) return null
      const sizes = data.getUint32(1, true)
      return { type: 'webp', width: (sizes & 0x3fff) + 1, height: ((sizes >>> 14) & 0x3fff) + 1 }
    }
    default:
      return null
  }
}
