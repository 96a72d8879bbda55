import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Anchor } from './presence.ts'

/**
 * What moves of a person's presence: some twenty bytes where the whole state takes two hundred. It stands in for
 * `cursor`, and for `dx` and `dy` of `drag`, in the awareness state that was told before.
 */
export type Motion = {
  readonly cursor: Anchor | null
  /** Map units; null when nothing is dragged any more. */
  readonly hand: { readonly dx: number; readonly dy: number } | null
}

/** `clock` is the one of the client's awareness, so that of a motion and a state the newer is known. */
export type MotionOf = Motion & { readonly client: number; readonly clock: number }

const ON = { nothing: 0, map: 1, card: 2, cell: 3 } as const
const HAND = { empty: 0, holds: 1 } as const

/** Parts of a map unit that are told: finer than a pixel at any zoom that people use. */
const FINENESS = 10
/** UTF-8 bytes of an id: as long as `shared/doc` reads them. */
const ID = 3 * 200
/** Map units; as far as `readPresence` reads. */
const FARTHEST = 1e7

/** Reads what `writeMotions` writes; null when it is not exactly that, or tells of more than `most` clients. */
export function readMotions(bytes: Uint8Array, most: number): MotionOf[] | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    const count = decoding.readVarUint(decoder)
    if (count > most) return null
    const motions: MotionOf[] = []
    for (let i = 0; i < count; i += 1) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      motions.push({ client, clock, cursor: readCursor(decoder), hand: readHand(decoder) })
    }
    return decoding.hasContent(decoder) ? null : motions
  } catch {
    return null
  }
}

export function writeMotions(motions: readonly MotionOf[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, motions.length)
  for (const { client, clock, cursor, hand } of motions) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    writeCursor(encoder, cursor)
    encoding.writeVarUint(encoder, hand ? HAND.holds : HAND.empty)
    if (hand) writeUnits(encoder, hand.dx, hand.dy)
  }
  return encoding.toUint8Array(encoder)
}

/** The awareness state with the motion in it, as a client that knows only awareness is told. */
export function withMotion<T extends object>(state: T, { cursor, hand }: Motion): T {
  const drag = 'drag' in state && typeof state.drag === 'object' ? state.drag : null
  return { ...state, cursor, drag: drag && hand ? { ...drag, ...hand } : null }
}

function writeCursor(encoder: encoding.Encoder, cursor: Anchor | null): void {
  encoding.writeVarUint(encoder, ON[cursor?.on ?? 'nothing'])
  if (!cursor) return
  if (cursor.on === 'card') encoding.writeVarString(encoder, cursor.id)
  if (cursor.on === 'cell') {
    encoding.writeVarString(encoder, cursor.stage)
    encoding.writeVarString(encoder, cursor.lane)
  }
  writeUnits(encoder, cursor.x, cursor.y)
}

function readCursor(decoder: decoding.Decoder): Anchor | null {
  switch (decoding.readVarUint(decoder)) {
    case ON.nothing:
      return null
    case ON.map:
      return { on: 'map', x: readUnits(decoder), y: readUnits(decoder) }
    case ON.card:
      return { on: 'card', id: readId(decoder), x: readUnits(decoder), y: readUnits(decoder) }
    case ON.cell:
      return { on: 'cell', stage: readId(decoder), lane: readId(decoder), x: readUnits(decoder), y: readUnits(decoder) }
    default:
      throw new Error('A cursor points at something unknown.')
  }
}

function readHand(decoder: decoding.Decoder): Motion['hand'] {
  switch (decoding.readVarUint(decoder)) {
    case HAND.empty:
      return null
    case HAND.holds:
      return { dx: readUnits(decoder), dy: readUnits(decoder) }
    default:
      throw new Error('A hand does something unknown.')
  }
}

function readId(decoder: decoding.Decoder): string {
  const id = decoding.readVarUint8Array(decoder)
  if (id.byteLength === 0 || id.byteLength > ID) throw new Error('An id is empty or too long.')
  return new TextDecoder('utf-8', { fatal: true }).decode(id)
}

function writeUnits(encoder: encoding.Encoder, ...values: number[]): void {
  for (const value of values) {
    const within = Math.max(-FARTHEST, Math.min(FARTHEST, value))
    encoding.writeVarInt(encoder, Math.round(within * FINENESS) || 0)
  }
}

function readUnits(decoder: decoding.Decoder): number {
  const value = decoding.readVarInt(decoder) / FINENESS
  if (Math.abs(value) > FARTHEST) throw new Error('A place lies outside of any map.')
  return value || 0
}
