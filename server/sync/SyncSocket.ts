import { WebSocket } from 'ws'
import { CLOSE, CLOSE_SENTENCES, type CloseCode } from '#shared/protocol/closeCodes.ts'
import { encodeDenied } from '#shared/protocol/messages.ts'
import type { Transport } from './Member.ts'

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

export function transportOf(webSocket: WebSocket): Transport {
  return {
    send: frame => webSocket.send(frame),
    close: (code, reason) => webSocket.close(code, reason),
    backlog: () => webSocket.bufferedAmount,
  }
}
