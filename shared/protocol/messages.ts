import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** The first number of each message; PROTOCOL.md tells the conversation. */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  denied: 2,
  queryAwareness: 3,
  barrier: 102,
  refused: 103,
  session: 104,
  motion: 105,
  lead: 106,
} as const

/** The second number of a sync message. */
const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** The second number of a denial; the only one there is. */
const PERMISSION_DENIED = 0

/** One message, read. Bytes are views into the frame that was read. */
export type Message =
  | { type: 'step1'; stateVector: Uint8Array }
  | { type: 'step2'; update: Uint8Array }
  | { type: 'update'; update: Uint8Array }
  | { type: 'awareness'; update: Uint8Array }
  | { type: 'queryAwareness' }
  | { type: 'denied'; reason: string }
  | { type: 'barrier'; number: number }
  | { type: 'refused'; reason: string }
  /** See `readSession`. */
  | { type: 'session'; state: string }
  /** See `readMotions`. */
  | { type: 'motion'; motions: Uint8Array }
  /** See `readLeadNews` and `readLeadWish`. */
  | { type: 'lead'; lead: Uint8Array }

/**
 * Reads one frame; null when it is not exactly one message of this protocol. A frame with bytes after its message is
 * none: the rest would be lost without a word, and a barrier after it would promise what never arrived.
 */
export function readMessage(frame: Uint8Array): Message | null {
  try {
    const decoder = decoding.createDecoder(frame)
    const message = read(decoder)
    return decoding.hasContent(decoder) ? null : message
  } catch {
    return null
  }
}

function read(decoder: decoding.Decoder): Message | null {
  switch (decoding.readVarUint(decoder)) {
    case MESSAGE.sync:
      return readSync(decoder)
    case MESSAGE.awareness:
      return { type: 'awareness', update: decoding.readVarUint8Array(decoder) }
    case MESSAGE.queryAwareness:
      return { type: 'queryAwareness' }
    case MESSAGE.denied:
      if (decoding.readVarUint(decoder) !== PERMISSION_DENIED) return null
      return { type: 'denied', reason: decoding.readVarString(decoder) }
    case MESSAGE.barrier:
      return { type: 'barrier', number: decoding.readVarUint(decoder) }
    case MESSAGE.refused:
      return { type: 'refused', reason: decoding.readVarString(decoder) }
    case MESSAGE.session:
      return { type: 'session', state: decoding.readVarString(decoder) }
    case MESSAGE.motion:
      return { type: 'motion', motions: decoding.readVarUint8Array(decoder) }
    case MESSAGE.lead:
      return { type: 'lead', lead: decoding.readVarUint8Array(decoder) }
    default:
      return null
  }
}

function readSync(decoder: decoding.Decoder): Message | null {
  const step = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  switch (step) {
    case SYNC.step1:
      return { type: 'step1', stateVector: bytes }
    case SYNC.step2:
      return { type: 'step2', update: bytes }
    case SYNC.update:
      return { type: 'update', update: bytes }
    default:
      return null
  }
}

/** “This is what I have, send me the rest.” */
export function encodeStep1(stateVector: Uint8Array): Uint8Array {
  return encode(MESSAGE.sync, SYNC.step1, stateVector)
}

/** The rest, as a Yjs update (v1). */
export function encodeStep2(update: Uint8Array): Uint8Array {
  return encode(MESSAGE.sync, SYNC.step2, update)
}

export function encodeUpdate(update: Uint8Array): Uint8Array {
  return encode(MESSAGE.sync, SYNC.update, update)
}

/** `update` as y-protocols/awareness encodes it. */
export function encodeAwareness(update: Uint8Array): Uint8Array {
  return encode(MESSAGE.awareness, update)
}

export function encodeDenied(reason: string): Uint8Array {
  return encode(MESSAGE.denied, PERMISSION_DENIED, reason)
}

/** `number` is chosen by the client, a whole number from 0 to 2^53 − 1. */
export function encodeBarrier(number: number): Uint8Array {
  return encode(MESSAGE.barrier, number)
}

export function encodeRefused(reason: string): Uint8Array {
  return encode(MESSAGE.refused, reason)
}

/** `state` is a session state as JSON. */
export function encodeSession(state: string): Uint8Array {
  return encode(MESSAGE.session, state)
}

/** `motions` as `writeMotions` writes them. */
export function encodeMotion(motions: Uint8Array): Uint8Array {
  return encode(MESSAGE.motion, motions)
}

/** `lead` as `writeLeadNews` or `writeLeadWish` writes it. */
export function encodeLead(lead: Uint8Array): Uint8Array {
  return encode(MESSAGE.lead, lead)
}

/** An awareness message about nobody: it changes nothing and tells the stock client that the connection lives. */
export const KEEP_ALIVE: Uint8Array = encodeAwareness(Uint8Array.of(0))

function encode(...parts: (number | string | Uint8Array)[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const part of parts) {
    if (typeof part === 'number') encoding.writeVarUint(encoder, part)
    else if (typeof part === 'string') encoding.writeVarString(encoder, part)
    else encoding.writeVarUint8Array(encoder, part)
  }
  return encoding.toUint8Array(encoder)
}
