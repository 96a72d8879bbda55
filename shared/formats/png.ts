import { MAX_BODY } from '../model/limits.ts'

/**
 * The map inside its picture: one compressed iTXt chunk named `verbatim-map` before the pixels (PNG, third edition,
 * 11.3.3.4). Picture tools that don't know it keep or drop it; none of them alters it.
 */
const KEYWORD = 'verbatim-map'
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Bytes of a chunk around its data: four of length, four of type, four of checksum. */
const FRAME = 12

/**
 * Bytes given to the decompressor at once. Deflate grows by at most 1,032 times and a browser expands a whole piece
 * before it can be stopped, so this bounds what a hostile picture makes it hold.
 */
const PIECE = 16 * 1024

export type Refusal = { refused: string }

const NO_PNG: Refusal = { refused: 'This file is not a PNG picture.' }
const DAMAGED: Refusal = {
  refused: 'This picture is damaged, so a map in it can’t be read. Export it again as PNG and use that file.',
}
const TOO_LARGE: Refusal = { refused: `The map in this picture is larger than ${MAX_BODY / 1024 / 1024} MiB.` }

/** A PNG with the map's JSON in it, in place of one that may be in it already. Throws when given no complete PNG. */
export async function embed(png: Uint8Array, json: string): Promise<Uint8Array<ArrayBuffer>> {
  if (!isPng(png)) throw new Error('A map can only be embedded in a PNG')
  const head = new TextEncoder().encode(`${KEYWORD}\0\u0001\0\0\0`)
  const map = frame('iTXt', [head, await deflate(new TextEncoder().encode(json))])
  const parts: Uint8Array[] = [png.subarray(0, SIGNATURE.length)]
  let isIn = false
  for (let offset = SIGNATURE.length; ; ) {
    const chunk = chunkAt(png, offset)
    if (!chunk) throw new Error(`The PNG is damaged at byte ${offset}`)
    if (!isIn && chunk.type === 'IDAT') {
      parts.push(map)
      isIn = true
    }
    if (!mapIn(chunk)) parts.push(png.subarray(offset, chunk.end))
    if (chunk.type === 'IEND') return concat(parts)
    offset = chunk.end
  }
}

/**
 * The JSON that `embed` put into a PNG, null where a sound PNG holds none, or a sentence for people where there is no
 * reading it. Never throws; holds little more than 64 MiB whatever the bytes claim.
 */
export async function extract(png: Uint8Array): Promise<string | null | Refusal> {
  if (!isPng(png)) return NO_PNG
  for (let offset = SIGNATURE.length; ; ) {
    const chunk = chunkAt(png, offset)
    if (!chunk) return DAMAGED
    if (chunk.type === 'IEND') return null
    const map = mapIn(chunk)
    if (map) return readMap(map)
    offset = chunk.end
  }
}

function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte)
}

type Chunk = { type: string; data: Uint8Array; end: number }

/** The chunk that starts at an offset; null where it runs past the end or its checksum is wrong. */
function chunkAt(png: Uint8Array, offset: number): Chunk | null {
  if (offset + FRAME > png.length) return null
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const end = offset + FRAME + view.getUint32(offset)
  if (end > png.length || view.getUint32(end - 4) !== crc32(png.subarray(offset + 4, end - 4))) return null
  return { type: latin1(png.subarray(offset + 4, offset + 8)), data: png.subarray(offset + 8, end - 4), end }
}

/** The embedded text with its flags behind the keyword; null in any other chunk. */
function mapIn({ type, data }: Chunk): Uint8Array | null {
  const isMap = type === 'iTXt' && latin1(data.subarray(0, KEYWORD.length + 1)) === `${KEYWORD}\0`
  return isMap ? data.subarray(KEYWORD.length + 1) : null
}

/** Reads `compressed?, method, language, 0, translated keyword, 0, text`; other tools may have decompressed it. */
async function readMap(map: Uint8Array): Promise<string | Refusal> {
  const [compressed, method] = map
  const afterLanguage = map.indexOf(0, 2) + 1
  const text = map.subarray(map.indexOf(0, afterLanguage) + 1)
  if (map.length < 4 || afterLanguage === 0 || !map.includes(0, afterLanguage)) return DAMAGED
  if (compressed === 1 && method === 0) return decode(pieces(text).pipeThrough(new DecompressionStream('deflate')))
  return compressed === 0 ? decode(pieces(text)) : DAMAGED
}

/** The bytes as text, stopped where there are more of them than a map may have. */
async function decode(bytes: ReadableStream<Uint8Array>): Promise<string | Refusal> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const reader = bytes.getReader()
  let length = 0
  let text = ''
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length
      if (length > MAX_BODY) {
        await reader.cancel()
        return TOO_LARGE
      }
      text += decoder.decode(next.value, { stream: true })
    }
    return text + decoder.decode()
  } catch {
    // Broken deflate data, or bytes that are no UTF-8.
    return DAMAGED
  }
}

function pieces(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  let offset = 0
  return new ReadableStream({
    pull(controller) {
      if (offset >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(offset, offset + PIECE))
      offset += PIECE
    },
  })
}

async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = pieces(bytes).pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

function frame(type: string, data: readonly Uint8Array[]): Uint8Array {
  const body = concat([new TextEncoder().encode(type), ...data])
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, body.length - 4)
  const checksum = new Uint8Array(4)
  new DataView(checksum.buffer).setUint32(0, crc32(body))
  return concat([length, body, checksum])
}

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

/** The checksum of PNG, annex D. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0)
  return (crc ^ 0xffffffff) >>> 0
}
