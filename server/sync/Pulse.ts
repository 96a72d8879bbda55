import { WebSocket } from 'ws'
import { KEEP_ALIVE } from '#shared/protocol/messages.ts'
import type { Clock } from './Clock.ts'
import { KEEP_ALIVE_EVERY, PULSE, SILENCE } from './limits.ts'

/** When something was heard from a socket last, and when it was told last that the connection lives. */
type Signs = { heardAt: number; beatenAt: number }

/**
 * Keeps quiet sockets alive, and ends those that give no sign of life: their other side may be long gone. Each socket
 * has its own turn, counted from when it came, so that thousands of them do not hold up a room all at once.
 */
export class Pulse {
  readonly #clock: Clock
  readonly #signs = new Map<WebSocket, Signs>()
  #stop: () => void

  constructor(clock: Clock) {
    this.#clock = clock
    this.#stop = clock.after(PULSE, () => this.#look())
  }

  watch(webSocket: WebSocket): void {
    const now = this.#clock.now()
    const signs = { heardAt: now, beatenAt: now }
    const heard = () => {
      signs.heardAt = this.#clock.now()
    }
    this.#signs.set(webSocket, signs)
    webSocket.on('message', heard)
    webSocket.on('pong', heard)
    webSocket.once('close', () => this.#signs.delete(webSocket))
  }

  stop(): void {
    this.#stop()
  }

  #look(): void {
    const now = this.#clock.now()
    for (const [webSocket, signs] of this.#signs) {
      if (now - signs.heardAt > SILENCE) webSocket.terminate()
      else if (now - signs.beatenAt >= KEEP_ALIVE_EVERY) {
        signs.beatenAt = now
        beat(webSocket)
      }
    }
    this.#stop = this.#clock.after(PULSE, () => this.#look())
  }
}

function beat(webSocket: WebSocket): void {
  if (webSocket.readyState !== WebSocket.OPEN) return
  webSocket.send(KEEP_ALIVE)
  // Answered by every client's WebSocket itself, also while its page is busy or asleep.
  webSocket.ping()
}
