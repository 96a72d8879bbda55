import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

/** Bytes read at once. */
const CHUNK = 64 * 1024
const OPCODE = { binary: 2, close: 8, ping: 9, pong: 10 } as const

export type Heard = {
  opened(): void
  /** A whole binary frame, or its beginning when the socket keeps no more; `length` is that of the whole. */
  frame(bytes: Buffer, length: number): void
  closed(code: number): void
}

/**
 * A WebSocket client that costs next to nothing, so that hundreds of them on the same machine do not slow what they
 * measure: it reads headers and steps over the rest unless it is asked to keep it. Masks with zeros.
 */
export class RawSocket {
  /** Bytes of a frame that are kept. */
  keep = Number.POSITIVE_INFINITY
  /** Bytes that came so far. */
  received = 0
  readonly #socket: Socket
  readonly #heard: Heard
  #isOpen = false
  #greeting = ''
  #header = Buffer.alloc(10)
  #headerLength = 0
  /** Of the frame that is being read. */
  #opcode = 0
  #length = 0
  #left = 0
  #kept: Buffer[] = []
  #keptLength = 0
  #closeCode = 1006

  constructor(port: number, path: string, heard: Heard) {
    this.#heard = heard
    const buffer = Buffer.allocUnsafe(CHUNK)
    this.#socket = connect({
      port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer,
        callback: length => {
          this.received += length
          this.#read(buffer.subarray(0, length))
          return true
        },
      },
    })
    const key = randomBytes(16).toString('base64')
    this.#socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
    )
    this.#socket.on('error', () => {})
    this.#socket.on('close', () => this.#heard.closed(this.#closeCode))
  }

  send(payload: Uint8Array): void {
    this.#write(OPCODE.binary, payload)
  }

  end(): void {
    this.#socket.destroy()
  }

  #write(opcode: number, payload: Uint8Array): void {
    const { byteLength } = payload
    const size = byteLength < 126 ? 2 : byteLength < 65_536 ? 4 : 10
    const frame = Buffer.allocUnsafe(size + 4 + byteLength)
    frame[0] = 0x80 | opcode
    if (size === 2) frame[1] = 0x80 | byteLength
    else if (size === 4) {
      frame[1] = 0x80 | 126
      frame.writeUInt16BE(byteLength, 2)
    } else {
      frame[1] = 0x80 | 127
      frame.writeBigUInt64BE(BigInt(byteLength), 2)
    }
    frame.writeUInt32BE(0, size)
    frame.set(payload, size + 4)
    if (!this.#socket.destroyed) this.#socket.write(frame)
  }

  #read(chunk: Buffer): void {
    let at = this.#isOpen ? 0 : this.#greet(chunk)
    while (at < chunk.length) {
      if (this.#left === 0 && !this.#isInFrame()) {
        at = this.#readHeader(chunk, at)
        continue
      }
      const taken = Math.min(this.#left, chunk.length - at)
      this.#take(chunk.subarray(at, at + taken))
      at += taken
    }
  }

  /** Answers where the first frame starts. */
  #greet(chunk: Buffer): number {
    const before = this.#greeting.length
    this.#greeting += chunk.toString('latin1')
    const end = this.#greeting.indexOf('\r\n\r\n')
    if (end < 0) return chunk.length
    if (!this.#greeting.startsWith('HTTP/1.1 101')) {
      this.#closeCode = Number(this.#greeting.slice(9, 12))
      this.#socket.destroy()
      return chunk.length
    }
    this.#isOpen = true
    this.#heard.opened()
    return end + 4 - before
  }

  #isInFrame(): boolean {
    return this.#headerLength < 0
  }

  /** Servers send no masks and no frames in pieces. Answers where it stopped. */
  #readHeader(chunk: Buffer, from: number): number {
    let at = from
    while (at < chunk.length) {
      this.#header[this.#headerLength] = chunk[at] ?? 0
      this.#headerLength += 1
      at += 1
      const length = this.#lengthInHeader()
      if (length === null) continue
      this.#opcode = (this.#header[0] ?? 0) & 15
      this.#length = length
      this.#left = length
      this.#headerLength = -1
      if (length === 0) this.#finish(Buffer.alloc(0))
      break
    }
    return at
  }

  #lengthInHeader(): number | null {
    if (this.#headerLength < 2) return null
    const short = (this.#header[1] ?? 0) & 127
    if (short < 126) return short
    if (short === 126) return this.#headerLength < 4 ? null : this.#header.readUInt16BE(2)
    return this.#headerLength < 10 ? null : Number(this.#header.readBigUInt64BE(2))
  }

  #take(bytes: Buffer): void {
    this.#left -= bytes.length
    if (this.#left === 0 && this.#keptLength === 0) {
      this.#finish(bytes)
      return
    }
    if (this.#keptLength < this.keep) {
      // The chunk's buffer is read into again.
      this.#kept.push(Buffer.from(bytes.subarray(0, this.keep - this.#keptLength)))
      this.#keptLength += bytes.length
    }
    if (this.#left === 0) this.#finish(Buffer.concat(this.#kept))
  }

  #finish(bytes: Buffer): void {
    this.#headerLength = 0
    this.#kept = []
    this.#keptLength = 0
    if (this.#opcode === OPCODE.binary) this.#heard.frame(bytes, this.#length)
    else if (this.#opcode === OPCODE.ping) this.#write(OPCODE.pong, bytes)
    else if (this.#opcode === OPCODE.close) {
      this.#closeCode = bytes.length >= 2 ? bytes.readUInt16BE(0) : 1005
      this.#socket.end()
    }
  }
}
