import { WebSocket } from 'ws'
import { KEEP_ALIVE } from '#shared/protocol/messages.ts'
import type { Clock } from './Clock.ts'
import { KEEP_ALIVE_EVERY, SILENCE } from './limits.ts'

/** Keeps quiet sockets alive, and ends those that give no sign of life: their other side may be long gone. */
export class Pulse {
  readonly #clock: Clock
  readonly #heardAt = new Map<WebSocket, number>()
  #stop: () => void

  constructor(clock: Clock) {
    this.#clock = clock
    this.#stop = clock.after(KEEP_ALIVE_EVERY, () => this.#beat())
  }

  watch(webSocket: WebSocket): void {
    const heard = () => this.#heardAt.set(webSocket, this.#clock.now())
    heard()
    webSocket.on('message', heard)
    webSocket.on('pong', heard)
    webSocket.once('close', () => this.#heardAt.delete(webSocket))
  }

  stop(): void {
    this.#stop()
  }

  #beat(): void {
    for (const [webSocket, at] of this.#heardAt) {
      if (this.#clock.now() - at > SILENCE) webSocket.terminate()
      else if (webSocket.readyState === WebSocket.OPEN) {
        webSocket.send(KEEP_ALIVE)
        // Answered by every client's WebSocket itself, also while its page is busy or asleep.
        webSocket.ping()
      }
    }
    this.#stop = this.#clock.after(KEEP_ALIVE_EVERY, () => this.#beat())
  }
}
