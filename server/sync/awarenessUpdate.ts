import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { AWARENESS_CLIENTS } from './limits.ts'

/** What one awareness update says about one client: its state as JSON text, `null` for one that left. */
export type AwarenessEntry = { readonly client: number; readonly clock: number; readonly json: string }

/**
 * Reads what y-protocols/awareness encodes; null when it is not exactly that. The states are not parsed. Of clients
 * that are not wanted nothing is read: the stock client repeats everybody in each message.
 */
export function readAwareness(
  update: Uint8Array,
  isWanted: (client: number) => boolean = () => true,
): AwarenessEntry[] | 'too many' | null {
  try {
    const decoder = decoding.createDecoder(update)
    const count = decoding.readVarUint(decoder)
    if (count > AWARENESS_CLIENTS) return 'too many'
    const entries: AwarenessEntry[] = []
    for (let i = 0; i < count; i += 1) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      if (isWanted(client)) entries.push({ client, clock, json: decoding.readVarString(decoder) })
      else skip(decoder)
    }
    return decoder.pos === update.byteLength ? entries : null
  } catch {
    return null
  }
}

export function writeAwareness(entries: readonly AwarenessEntry[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const { client, clock, json } of entries) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, json)
  }
  return encoding.toUint8Array(encoder)
}

function skip(decoder: decoding.Decoder): void {
  const length = decoding.readVarUint(decoder)
  decoder.pos += length
}
