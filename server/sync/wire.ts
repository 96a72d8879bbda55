/** Bytes up to which it is cheaper to copy a message behind its header than to write it as a second piece. */
const COPIED = 32 * 1024

const wires = new WeakMap<Uint8Array, readonly Uint8Array[]>()

/**
 * A message as a server sends it: one whole binary frame without a mask (RFC 6455, 5.2), in pieces to be written one
 * after the other. Made once for everybody who gets the same message, which must not be changed any more.
 */
export function wireOf(message: Uint8Array): readonly Uint8Array[] {
  const known = wires.get(message)
  if (known) return known
  const header = headerFor(message.byteLength)
  const wire = message.byteLength > COPIED ? [header, message] : [Buffer.concat([header, message])]
  wires.set(message, wire)
  return wire
}

function headerFor(length: number): Buffer {
  const WHOLE_BINARY = 0x82
  if (length < 126) return Buffer.of(WHOLE_BINARY, length)
  if (length < 65_536) {
    const header = Buffer.of(WHOLE_BINARY, 126, 0, 0)
    header.writeUInt16BE(length, 2)
    return header
  }
  const header = Buffer.alloc(10)
  header.set([WHOLE_BINARY, 127])
  header.writeBigUInt64BE(BigInt(length), 2)
  return header
}
