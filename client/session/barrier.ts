import { encodeBarrier } from '#shared/protocol/messages.ts'

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
    return encodeBarrier(this.newest)
  }

  /** What was sent on a connection that broke has to be asked for again on the next. */
  disconnected(): void {
    this.sent = this.confirmed
  }

  /** Takes the echo of a barrier. */
  echoed(number: number): void {
    this.confirmed = Math.max(this.confirmed, number)
  }
}
