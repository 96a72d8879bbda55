import * as decoding from 'lib0/decoding'
import type * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { encodeBarrier, MESSAGE } from '#shared/protocol/messages.ts'
import type { Random } from './random.ts'

/** Root of the marks: every edit leaves one of its own, `name:number`. */
const MARKS = 'marks'

export const marksOf = (doc: Y.Doc): Set<string> => new Set(doc.getMap(MARKS).keys())

/** What two documents that hold the same must have in common, as text. */
export function contentOf(doc: Y.Doc): string {
  const marks = [...doc.getMap(MARKS).entries()].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([marks, doc.getText('words').toDelta()])
}

/** One person with an unmodified y-websocket provider who edits at random and asks what of it is saved. */
export class StockEditor {
  readonly doc = new Y.Doc()
  readonly name: string
  /** Edits made, and how many of them, from the first on, the server has confirmed. */
  made = 0
  confirmed = 0
  /** When it had the whole map last, by `performance.now()`. */
  syncedAt = 0
  /** When it tried to connect last. */
  diallingAt = 0
  readonly #provider: WebsocketProvider
  #waiting: (() => void)[] = []

  /** `longestPause`: milliseconds between two attempts to come back. */
  constructor(name: string, address: string, map: string, token: string, longestPause = 150) {
    this.name = name
    this.#provider = new WebsocketProvider(`${address.replace('http', 'ws')}/sync`, map, this.doc, {
      params: { token },
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      maxBackoffTime: longestPause,
    })
    const handlers = this.#provider.messageHandlers as ((e: encoding.Encoder, d: decoding.Decoder) => void)[]
    handlers[MESSAGE.barrier] = (_, decoder) => {
      this.confirmed = Math.max(this.confirmed, decoding.readVarUint(decoder))
      this.#changed()
    }
    // A server that was killed goes on where it was; nothing that these people do is to be refused.
    handlers[MESSAGE.refused] = (_, decoder) => {
      throw new Error(`${name} was refused: ${decoding.readVarString(decoder)}`)
    }
    // A server that leaves says so to whoever knocks meanwhile; the provider would tell the console each time.
    handlers[MESSAGE.denied] = () => {}
    this.#provider.on('closed', ({ code }) => {
      throw new Error(`${name} was sent away for good, with ${code}`)
    })
    // A barrier after `sync` covers what was written offline.
    this.#provider.on('status', ({ status }) => {
      if (status === 'connecting') this.diallingAt = performance.now()
    })
    this.#provider.on('sync', isSynced => {
      if (!isSynced) return
      this.syncedAt = performance.now()
      this.#ask()
      this.#changed()
    })
    this.doc.on('update', () => this.#changed())
  }

  edit(random: Random): void {
    this.made += 1
    const words = this.doc.getText('words')
    this.doc.transact(() => {
      this.doc.getMap(MARKS).set(`${this.name}:${this.made}`, this.made)
      const at = random(words.length + 1)
      if (random(3) > 0) words.insert(at, `${this.name}${this.made} `)
      else words.delete(at, Math.min(random(8), words.length - at))
    })
    this.#ask()
  }

  /** The marks of edits that the server has confirmed. */
  get saved(): string[] {
    return Array.from({ length: this.confirmed }, (_, index) => `${this.name}:${index + 1}`)
  }

  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>(resolve => this.#waiting.push(resolve))
  }

  leave(): void {
    this.#provider.destroy()
    // Presence has a timer of its own, which would keep the document for ever.
    this.doc.destroy()
  }

  #ask(): void {
    const { ws, synced } = this.#provider
    if (synced && ws?.readyState === WebSocket.OPEN) ws.send(encodeBarrier(this.made) as Uint8Array<ArrayBuffer>)
  }

  #changed(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const resolve of waiting) resolve()
  }
}
