import { BACKLOG, ROOM_FOR_PRESENCE } from './limits.ts'
import type { Transport } from './Member.ts'

/**
 * What is on its way to one reader. A reader that takes nothing costs bounded memory: of presence nothing waits for
 * it, because only the newest counts and is told when there is room again; the rest are bytes that all readers of a
 * map share, up to a limit. Merging them would cost time for each slow reader and save little: what people write is
 * small beside how often they move.
 */
export class Outbox {
  readonly #transport: Transport
  #isAwaitingRoom = false

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /** False, and nothing is sent, when more waits than a reader may leave. */
  send(frame: Uint8Array): boolean {
    if (this.#transport.backlog() > BACKLOG) return false
    this.#transport.send(frame)
    return true
  }

  /** Whether so little waits that what is worth something only now may be sent. */
  get isClear(): boolean {
    return this.#transport.backlog() <= ROOM_FOR_PRESENCE
  }

  together(send: () => void): void {
    this.#transport.together(send)
  }

  /** Whether presence may be sent. If not, `again` runs when it may, once however often this was asked meanwhile. */
  hasRoom(again: () => void): boolean {
    if (this.isClear) return true
    if (!this.#isAwaitingRoom) {
      this.#isAwaitingRoom = true
      this.#transport.whenDrained(() => {
        this.#isAwaitingRoom = false
        again()
      })
    }
    return false
  }
}
