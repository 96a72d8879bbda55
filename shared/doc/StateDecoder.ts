import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

/** How lib0 marks what a value is. */
const [ARRAY, OBJECT, STRING] = [117, 118, 119]
/** Bytes of a text that is looked for among those that were read before; longer ones hardly ever recur. */
const MOST_BYTES = 40
/** Texts that are remembered; a power of two. */
const PLACES = 8_192

/**
 * Reads updates of Yjs (v1) as its own decoder does, and many times faster where they hold a whole map: names of fields
 * and ids stand in it hundreds of thousands of times, and the browser's decoder of text takes long for each, however
 * short. Here a text that was read before is found by its bytes, and is the very same text in memory.
 */
export class StateDecoder extends Y.UpdateDecoderV1 {
  readonly #known: string[] = new Array(PLACES).fill('')
  /** Where each of them begins. */
  readonly #starts = new Int32Array(PLACES)

  override readString(): string {
    return this.#text()
  }

  override readKey(): string {
    return this.#text()
  }

  override readAny(): unknown {
    return this.#value()
  }

  #value(): unknown {
    const decoder = this.restDecoder
    switch (decoder.arr[decoder.pos]) {
      case STRING:
        decoder.pos += 1
        return this.#text()
      case OBJECT: {
        decoder.pos += 1
        const object: Record<string, unknown> = {}
        for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
          const key = this.#text()
          object[key] = this.#value()
        }
        return object
      }
      case ARRAY: {
        decoder.pos += 1
        const list: unknown[] = []
        for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) list.push(this.#value())
        return list
      }
      default:
        return decoding.readAny(decoder)
    }
  }

  #text(): string {
    const decoder = this.restDecoder
    const before = decoder.pos
    const length = decoding.readVarUint(decoder)
    const { arr, pos: start } = decoder
    const end = start + length
    if (length <= MOST_BYTES && end <= arr.length) {
      let hash = length
      let bits = 0
      for (let at = start; at < end; at += 1) {
        const byte = arr[at] as number
        bits |= byte
        hash = (Math.imul(hash, 31) + byte) | 0
      }
      if (bits < 0x80) {
        decoder.pos = end
        return this.#remembered(hash, arr, start, end)
      }
    }
    decoder.pos = before
    return decoding.readVarString(decoder)
  }

  /** A text of ASCII alone. */
  #remembered(hash: number, bytes: Uint8Array, start: number, end: number): string {
    const place = (hash ^ (hash >>> 15)) & (PLACES - 1)
    const known = this.#known[place] as string
    if (known.length === end - start && isSame(bytes, this.#starts[place] as number, start, end)) return known
    const text = String.fromCharCode.apply(null, bytes.subarray(start, end) as unknown as number[])
    this.#known[place] = text
    this.#starts[place] = start
    return text
  }
}

/** Whether the same bytes begin at two places. */
function isSame(bytes: Uint8Array, one: number, other: number, end: number): boolean {
  for (let at = other; at < end; at += 1) if (bytes[at] !== bytes[one + at - other]) return false
  return true
}
