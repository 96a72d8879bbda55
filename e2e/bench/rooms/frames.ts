import * as encoding from 'lib0/encoding'

/*
 * Just enough of the y-websocket protocol to load a server, without a document in each client. Hocuspocus speaks the
 * same messages with the name of the document in front of each: that is the `address` of a frame here, and empty for
 * the others.
 */

export type Address = Uint8Array

export const NO_ADDRESS: Address = new Uint8Array(0)

/** Kinds of messages, with what Hocuspocus adds. */
export const KIND = { sync: 0, awareness: 1, auth: 2, syncReply: 4, barrier: 102, motion: 105 } as const
export const STEP = { step1: 0, step2: 1, update: 2 } as const

const ON_MAP = 1

/** What a document without anything says it has, and the update that adds nothing. */
const NOTHING_KNOWN = Uint8Array.of(0)
const NOTHING_NEW = Uint8Array.of(0, 0)

export function addressOf(name: string): Address {
  return frame(NO_ADDRESS, name)
}

export const step1 = (address: Address) => frame(address, KIND.sync, STEP.step1, NOTHING_KNOWN)
export const step2 = (address: Address, update: Uint8Array = NOTHING_NEW) =>
  frame(address, KIND.sync, STEP.step2, update)
export const update = (address: Address, bytes: Uint8Array) => frame(address, KIND.sync, STEP.update, bytes)
export const barrier = (address: Address, number: number) => frame(address, KIND.barrier, number)
export const auth = (address: Address) => frame(address, KIND.auth, 0, '')

/** One client's state, as awareness sends it. */
export function awareness(address: Address, client: number, clock: number, state: string): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of [1, client, clock]) encoding.writeVarUint(encoder, number)
  encoding.writeVarString(encoder, state)
  return frame(address, KIND.awareness, encoding.toUint8Array(encoder))
}

/** Where one client points on the map, as our browser tells it; `x` and `y` are whole numbers from 0. */
export function motion(client: number, clock: number, x: number, y: number): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of [1, client, clock, ON_MAP]) encoding.writeVarUint(encoder, number)
  for (const number of [x, y]) encoding.writeVarInt(encoder, number)
  encoding.writeVarUint(encoder, 0)
  return frame(NO_ADDRESS, KIND.motion, encoding.toUint8Array(encoder))
}

function frame(address: Address, ...parts: readonly (number | string | Uint8Array)[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeUint8Array(encoder, address)
  for (const part of parts) {
    if (typeof part === 'number') encoding.writeVarUint(encoder, part)
    else if (typeof part === 'string') encoding.writeVarString(encoder, part)
    else encoding.writeVarUint8Array(encoder, part)
  }
  return encoding.toUint8Array(encoder)
}

/** Reads numbers from a frame in place. */
export class Reader {
  at = 0
  #bytes: Uint8Array = NOTHING_NEW

  start(bytes: Uint8Array, at: number): void {
    this.#bytes = bytes
    this.at = at
  }

  number(): number {
    let value = 0
    let unit = 1
    for (;;) {
      const byte = this.#bytes[this.at] ?? 0
      this.at += 1
      value += (byte & 127) * unit
      if (byte < 128) return value
      unit *= 128
    }
  }

  /** One that may have a sign, and here has none: its first byte holds six bits. */
  signed(): number {
    const first = this.#bytes[this.at] ?? 0
    this.at += 1
    return (first & 63) + (first < 128 ? 0 : 64 * this.number())
  }
}
