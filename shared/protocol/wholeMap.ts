import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** A map as it lies on the server's disk: what makes its document, for whoever has nothing of it. */
export type WholeMap = {
  readonly epoch: number
  /** Version of the document. */
  readonly version: number
  /** Updates of Yjs, to be applied in order. */
  readonly updates: readonly Uint8Array[]
}

/** As it is sent; PROTOCOL.md tells the form. */
export function encodeWholeMap({ epoch, version, updates }: WholeMap): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, epoch)
  encoding.writeVarUint(encoder, version)
  encoding.writeVarUint(encoder, updates.length)
  for (const update of updates) encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>
}

/** Reads what was sent; null for anything else. Each update has bytes of its own, so that it can be kept alone. */
export function readWholeMap(bytes: Uint8Array): WholeMap | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    const epoch = decoding.readVarUint(decoder)
    const version = decoding.readVarUint(decoder)
    const count = decoding.readVarUint(decoder)
    const updates: Uint8Array[] = []
    while (updates.length < count) {
      const update = decoding.readVarUint8Array(decoder)
      updates.push(new Uint8Array(update))
    }
    return decoding.hasContent(decoder) ? null : { epoch, version, updates }
  } catch {
    return null
  }
}
