import * as decoding from 'lib0/decoding'
import type * as encoding from 'lib0/encoding'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { applyFirst, isEmpty } from '#shared/doc/encode.ts'
import { mayReturn } from '#shared/protocol/closeCodes.ts'
import { MESSAGE, readMessage } from '#shared/protocol/messages.ts'
import { onWaking } from './onWaking.ts'
import { exchangePresence, type PresenceTraffic } from './presenceTraffic.ts'

export type ConnectionOptions = {
  map: string
  /** Where the sync socket is, as in `ws://localhost:4400/sync`. */
  address: string
  /** What the socket's address says about this browser. */
  params: Record<string, string>
  doc: Y.Doc
  awareness: Awareness
}

/** What a connection tells; `PROTOCOL.md` has the messages. */
export type ConnectionEvents = {
  /** An attempt begins. Nothing that the last connection said of the workshop holds any more. */
  connecting(): void
  /** What the server has is here, and what this browser has is on its way. */
  synced(): void
  /** The connection broke, or none could be made. The next attempt follows by itself. */
  lost(): void
  /** The server closed for good; `reason` is a sentence, or empty. */
  closed(code: number, reason: string): void
  /** Edits of this browser were not taken in, although the connection may go on. */
  refused(reason: string): void
  barrier(number: number): void
  session(json: string): void
  /** See `readLeadNews`. */
  lead(news: Uint8Array): void
}

type Handler = (e: encoding.Encoder, d: decoding.Decoder, ...more: unknown[]) => void

/** Milliseconds between attempts, at most: a server that is back is found in time, and not by all at once. */
const LONGEST_PAUSE = 5_000
/**
 * Milliseconds after which an attempt to connect is given up for the next. Browsers wait for minutes, also when the
 * network has long been another.
 */
const ATTEMPT = 10_000
/** Milliseconds in which a fresh attempt is left alone although this computer has just woken. */
const FRESH = 2_000
/** Milliseconds without a word: the server says something every 12 s, so whoever wakes after more hears nothing. */
const SILENCE = 15_000

/**
 * The way to the server and back: y-websocket's provider, with what our protocol adds. Comes back by itself after
 * everything but a refusal, and without waiting when the computer wakes or the network returns.
 */
export class Connection {
  private readonly provider: WebsocketProvider
  private readonly events: ConnectionEvents
  private readonly presence: PresenceTraffic
  private readonly stops: (() => void)[]
  private attempt: ReturnType<typeof setTimeout> | null = null
  private attemptedAt = 0
  private denial = ''

  constructor({ map, address, params, doc, awareness }: ConnectionOptions, events: ConnectionEvents) {
    this.events = events
    this.provider = new WebsocketProvider(address, map, doc, {
      connect: false,
      awareness,
      params,
      disableBc: true,
      maxBackoffTime: LONGEST_PAUSE,
    })
    // The stock provider sends every state on that it hears of; ours sends only its own.
    awareness.off('update', this.provider._awarenessUpdateHandler)
    this.presence = exchangePresence(awareness, frame => this.send(frame))
    this.listen()
    this.stops = [this.presence.stop, onWaking(() => this.wake())]
  }

  connect(): void {
    this.provider.connect()
  }

  /** Whether what the server has is here and goes on coming. */
  get isSynced(): boolean {
    return this.provider.synced
  }

  /** Whether a change of the document with this origin came from the server. */
  isOrigin(origin: unknown): boolean {
    return origin === this.provider
  }

  /** Sends a frame on the connection as it is now; without one it is dropped. */
  send(frame: Uint8Array): void {
    const { ws } = this.provider
    if (ws && ws.readyState === ws.OPEN) ws.send(frame as Uint8Array<ArrayBuffer>)
  }

  close(): void {
    this.stopAttempt()
    for (const stop of this.stops) stop()
    this.provider.destroy()
  }

  private listen(): void {
    const { provider, events } = this
    const handlers = provider.messageHandlers as Handler[]
    const sync = handlers[MESSAGE.sync]
    handlers[MESSAGE.sync] = (...message) => {
      if (!this.takeFirst(message[1])) sync?.(...message)
    }
    handlers[MESSAGE.barrier] = (_, decoder) => events.barrier(decoding.readVarUint(decoder))
    handlers[MESSAGE.refused] = (_, decoder) => events.refused(decoding.readVarString(decoder))
    handlers[MESSAGE.motion] = (_, decoder) => this.presence.hear(decoding.readVarUint8Array(decoder))
    handlers[MESSAGE.lead] = (_, decoder) => events.lead(decoding.readVarUint8Array(decoder))
    handlers[MESSAGE.session] = (_, decoder) => events.session(decoding.readVarString(decoder))
    handlers[MESSAGE.denied] = (_, decoder) => {
      decoding.readVarUint(decoder)
      this.denial = decoding.readVarString(decoder)
    }
    provider.on('sync', (synced: boolean) => {
      if (synced) events.synced()
    })
    provider.on('status', ({ status }) => {
      this.stopAttempt()
      if (status === 'connecting') this.startAttempt()
      if (status === 'connected') this.presence.connected()
    })
    provider.on('connection-close', event => {
      this.stopAttempt()
      if (event && !mayReturn(event.code)) events.closed(event.code, this.denial || event.reason)
      else events.lost()
    })
  }

  /** Takes the whole map in, where there is nothing of it yet. All else is left to the provider. */
  private takeFirst({ arr: frame }: decoding.Decoder): boolean {
    const { provider } = this
    const message = isEmpty(provider.doc) ? readMessage(frame) : null
    if (message?.type !== 'step2') return false
    try {
      applyFirst(provider.doc, message.update, provider)
    } catch {
      return false
    }
    provider.synced = true
    return true
  }

  private startAttempt(): void {
    this.attemptedAt = Date.now()
    this.attempt = setTimeout(() => this.restart(), ATTEMPT)
    this.denial = ''
    this.events.connecting()
  }

  private stopAttempt(): void {
    if (this.attempt !== null) clearTimeout(this.attempt)
    this.attempt = null
  }

  /** The computer has slept, or the network has changed: what was under way before may lead nowhere now. */
  private wake(): void {
    const { provider } = this
    if (!provider.shouldConnect) return
    const silent = Date.now() - provider.wsLastMessageReceived > SILENCE
    if (provider.wsconnected ? silent : !provider.wsconnecting || Date.now() - this.attemptedAt > FRESH) this.restart()
  }

  private restart(): void {
    this.provider.disconnect()
    this.provider.connect()
  }
}
