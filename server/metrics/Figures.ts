import type { CloseCode } from '#shared/protocol/closeCodes.ts'
import { Histogram } from './Histogram.ts'

/** What the parts of the server count and time about their own work. The rest is asked of them when it is wanted. */
export class Figures {
  readonly apply = new Histogram('verbatim_apply_seconds', 'Time to take one frame of changes into a map, in seconds.')
  readonly commit = new Histogram('verbatim_commit_seconds', 'Time until an entry of a log is on disk, in seconds.')
  /** Connections that were turned away before they came into a room, by code. */
  readonly refused = new Map<CloseCode, number>()
  /** Bytes that all entries had that were written since the start. */
  written = 0
  /** Bytes that wait to be sent to all connections together. */
  backlog: () => number = () => 0

  countRefusal(code: CloseCode): void {
    this.refused.set(code, (this.refused.get(code) ?? 0) + 1)
  }
}
