import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** Number of the message that the server echoes once everything before it is on disk. */
const MESSAGE_BARRIER = 102

/**
 * Tells when this browser's edits are on the server's disk. Each burst of edits is followed by one numbered
 * barrier; the echo of the newest one means that all of them are saved. Knows no socket and no clock.
 */
export class Barrier {
  private newest = 0
  private confirmed = 0
  private sent = 0

  /** Notes an edit that is not on the server yet. */
  edited(): void {
    this.newest++
  }

  /** Whether every edit so far is confirmed. */
  get settled(): boolean {
    return this.confirmed >= this.newest
  }

  /** The frame to send after the edits so far, or null when it was already sent on this connection. */
  next(): Uint8Array | null {
    if (this.settled || this.sent >= this.newest) return null
    this.sent = this.newest
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, MESSAGE_BARRIER)
    encoding.writeVarUint(encoder, this.newest)
    return encoding.toUint8Array(encoder)
  }

  /** What was sent on a connection that broke has to be asked for again on the next. */
  disconnected(): void {
    this.sent = this.confirmed
  }

  /** Takes the echo, `decoder` standing behind the message's number. */
  echoed(decoder: decoding.Decoder): void {
    this.confirmed = Math.max(this.confirmed, decoding.readVarUint(decoder))
  }
}

export { MESSAGE_BARRIER }
