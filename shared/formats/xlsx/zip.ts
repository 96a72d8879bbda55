/** What of a ZIP archive can be unpacked: each file's name and where it lies, as the central directory says. */
export type ZipEntry = { name: string; method: number; at: number; packed: number; size: number }

/** Files of an archive by their names; a sentence's end (“… no archive”) is the caller's to say. */
export type Zip = { bytes: Uint8Array; entries: ReadonlyMap<string, ZipEntry> }

/** Files in one archive: a workbook has dozens. */
const MAX_ENTRIES = 10_000
const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const STORED = 0
const DEFLATED = 8
/** Stands where the true number is in the ZIP64 field. */
const ELSEWHERE = 0xffffffff

/** Thrown while unpacking more than was allowed, and for an archive whose parts contradict each other. */
export class BadZip extends Error {}

/** Reads the list of files; null when the bytes are no archive. Nothing is unpacked. (PKWARE APPNOTE 4.3) */
export function readZip(bytes: Uint8Array): Zip | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end < 0) return null
  const count = Math.min(view.getUint16(end + 10, true), MAX_ENTRIES)
  const entries = new Map<string, ZipEntry>()
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return null
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map(offset => view.getUint16(at + offset, true))
    const nameEnd = at + 46 + (nameLength ?? 0)
    const extraEnd = nameEnd + (extraLength ?? 0)
    if (extraEnd > bytes.length) return null
    const name = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd))
    const long = longNumbers(view, nameEnd, extraEnd)
    const number = (offset: number) => {
      const short = view.getUint32(at + offset, true)
      return short === ELSEWHERE ? (long.shift() ?? short) : short
    }
    // The ZIP64 field holds only what did not fit, in this order.
    const size = number(24)
    const packed = number(20)
    entries.set(name, { name, method: view.getUint16(at + 10, true), packed, size, at: number(42) })
    at = extraEnd + (noteLength ?? 0)
  }
  return { bytes, entries }
}

/** The end record lies behind everything but a comment, so it is looked for from the end. */
function endOf(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END) return at
  return -1
}

function longNumbers(view: DataView, from: number, to: number): number[] {
  for (let at = from; at + 4 <= to; ) {
    const length = view.getUint16(at + 2, true)
    const end = Math.min(at + 4 + length, to)
    if (view.getUint16(at, true) === 1) {
      const found: number[] = []
      for (let number = at + 4; number + 8 <= end; number += 8) found.push(Number(view.getBigUint64(number, true)))
      return found
    }
    at = end
  }
  return []
}

/**
 * Unpacks one file. At most `most` bytes come out, whatever the archive says of itself: counted while unpacking, so a
 * bomb costs no more than that. Throws `BadZip`.
 */
export async function unpack({ bytes }: Zip, entry: ZipEntry, most: number): Promise<Uint8Array> {
  if (entry.size > most) throw new BadZip('too large')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== LOCAL) throw new BadZip('no file there')
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (entry.method === STORED) {
    if (packed.length > most) throw new BadZip('too large')
    return packed
  }
  if (entry.method !== DEFLATED) throw new BadZip('packed in another way')
  return inflate(packed, most)
}

async function inflate(packed: Uint8Array, most: number): Promise<Uint8Array> {
  const reader = new Blob([new Uint8Array(packed)])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      length += read.value.length
      if (length > most) throw new BadZip('too large')
      chunks.push(read.value)
    }
  } catch (error) {
    if (error instanceof BadZip) throw error
    throw new BadZip('damaged', { cause: error })
  } finally {
    void reader.cancel().catch(() => {})
  }
  const all = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
