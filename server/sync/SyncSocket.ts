import type { Duplex } from 'node:stream'
import { WebSocket } from 'ws'
import { CLOSE, CLOSE_SENTENCES, type CloseCode } from '#shared/protocol/closeCodes.ts'
import { encodeDenied } from '#shared/protocol/messages.ts'
import type { Transport } from './Member.ts'
import { wireOf } from './wire.ts'

/** With what ws closes when a frame is over the limit. */
const MESSAGE_TOO_BIG = 1009

/** A socket that closes a frame over the limit with our code: after 1009 the stock client would send it again for ever. */
export class SyncSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    if (code === MESSAGE_TOO_BIG) refuse(this, CLOSE.tooLarge)
    else super.close(code, reason)
  }
}

/** Says why, then closes. */
export function refuse(webSocket: WebSocket, code: CloseCode): void {
  // A client may be gone already; then there is nobody to tell.
  webSocket.on('error', () => {})
  webSocket.send(encodeDenied(CLOSE_SENTENCES[code]))
  webSocket.close(code, CLOSE_SENTENCES[code])
}

/**
 * `socket` is the one under the web socket. Frames are written to it directly, so that a message to hundreds of people
 * is framed once; ws itself sends only what controls the connection, on the same socket and so in order.
 */
export function transportOf(webSocket: WebSocket, socket: Duplex): Transport {
  const together = (send: () => void) => {
    socket.cork()
    try {
      send()
    } finally {
      socket.uncork()
    }
  }
  return {
    send(frame) {
      if (webSocket.readyState !== WebSocket.OPEN) return
      const [first, ...rest] = wireOf(frame)
      if (rest.length === 0) socket.write(first)
      else
        together(() => {
          socket.write(first)
          for (const piece of rest) socket.write(piece)
        })
    },
    close: (code, reason) => webSocket.close(code, reason),
    backlog: () => webSocket.bufferedAmount,
    whenDrained: run => socket.once('drain', run),
    together,
  }
}
