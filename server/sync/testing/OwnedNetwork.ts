import { EventEmitter } from 'node:events'
import type { WebSocket } from 'ws'
import type { Transport } from '../Member.ts'
import type { Pulse } from '../Pulse.ts'
import type { Rooms } from '../Rooms.ts'
import { identity } from './Peer.ts'

const [CONNECTING, OPEN, CLOSED] = [0, 1, 3]
/** What both sides are told when a connection breaks. */
const BROKEN = 1006

type Handler = ((event: object) => void) | null

/** The browser's end of a connection, as far as the provider of y-websocket uses it. */
class BrowserEnd {
  readonly OPEN = OPEN
  readyState = CONNECTING
  binaryType = ''
  onopen: Handler = null
  onmessage: Handler = null
  onclose: Handler = null
  onerror: Handler = null
  link: Link | null = null

  send(frame: Uint8Array): void {
    if (this.readyState === OPEN) this.link?.toServer(new Uint8Array(frame))
  }

  close(): void {
    this.readyState = CLOSED
    this.link?.closedByBrowser()
  }

  closed(code: number): void {
    if (this.readyState === CLOSED) return
    this.readyState = CLOSED
    this.onclose?.({ code, reason: '' })
  }
}

/** The server's end, as far as `Pulse` uses it. */
class ServerEnd extends EventEmitter {
  readyState = OPEN
  readonly #link: Link

  constructor(link: Link) {
    super()
    this.#link = link
  }

  send(frame: Uint8Array): void {
    this.#link.toBrowser(frame)
  }

  ping(): void {
    this.#link.ping()
  }

  terminate(): void {
    this.#link.cut()
  }

  closed(): void {
    if (this.readyState === CLOSED) return
    this.readyState = CLOSED
    this.emit('close')
  }
}

/**
 * One connection. `runs`: everything arrives, in order and one after the other. `held`: it arrives when it runs again,
 * as over a network that lost packets for a while. `lost`: nothing arrives any more, and no side is told.
 */
export class Link {
  state: 'runs' | 'held' | 'lost' = 'runs'
  readonly #browser: BrowserEnd
  readonly #server = new ServerEnd(this)
  #underWay: (() => void)[] = []
  #receive: (frame: Uint8Array) => void = () => {}

  constructor(browser: BrowserEnd) {
    this.#browser = browser
  }

  open(receive: (frame: Uint8Array) => void, pulse: Pulse, gone: () => void): void {
    this.#receive = receive
    pulse.watch(this.#server as unknown as WebSocket)
    this.#server.on('close', gone)
  }

  get isOpen(): boolean {
    return this.#browser.readyState === OPEN && this.#server.readyState === OPEN
  }

  opened(): void {
    this.#travel(() => {
      this.#browser.readyState = OPEN
      this.#browser.onopen?.({})
    })
  }

  toServer(frame: Uint8Array): void {
    this.#travel(() => {
      if (this.#server.readyState !== OPEN) return
      this.#server.emit('message')
      this.#receive(frame)
    })
  }

  toBrowser(frame: Uint8Array): void {
    this.#travel(() => {
      if (this.#browser.readyState === OPEN) this.#browser.onmessage?.({ data: new Uint8Array(frame).buffer })
    })
  }

  /** Answered by the browser itself. */
  ping(): void {
    this.#travel(() => this.#travel(() => this.#server.emit('pong')))
  }

  closedByBrowser(): void {
    this.#travel(() => this.#server.closed())
  }

  closedByServer(code: number): void {
    this.#travel(() => this.#browser.closed(code))
    this.#server.closed()
  }

  /** Breaks; who can still be reached is told. */
  cut(): void {
    this.#server.closed()
    if (this.state !== 'lost') this.#browser.closed(BROKEN)
  }

  /** Only the browser notices that it broke. */
  cutForBrowser(): void {
    this.state = 'lost'
    this.#browser.closed(BROKEN)
  }

  run(): void {
    this.state = 'runs'
    for (const arrive of this.#underWay.splice(0)) setImmediate(arrive)
  }

  #travel(arrive: () => void): void {
    if (this.state === 'runs') setImmediate(arrive)
    else if (this.state === 'held') this.#underWay.push(arrive)
  }
}

/** A network between browsers and rooms that a test breaks as it likes. Who dials is named by the token. */
export class OwnedNetwork {
  /** Whether new connections are made. */
  isUp = true
  readonly links: Link[] = []
  readonly #rooms: Rooms
  readonly #pulse: Pulse

  constructor(rooms: Rooms, pulse: Pulse) {
    this.#rooms = rooms
    this.#pulse = pulse
  }

  /** What a browser knows as `WebSocket`. */
  get WebSocket(): typeof globalThis.WebSocket {
    const dial = (browser: BrowserEnd, url: string) => void this.#dial(browser, new URL(url))
    class Dialled extends BrowserEnd {
      constructor(url: string) {
        super()
        dial(this, url)
      }
    }
    return Dialled as unknown as typeof globalThis.WebSocket
  }

  /** The newest connection. */
  get link(): Link {
    const link = this.links.at(-1)
    if (!link) throw new Error('Nobody has connected yet.')
    return link
  }

  async #dial(browser: BrowserEnd, url: URL): Promise<void> {
    const map = url.pathname.split('/').at(-1) ?? ''
    const room = await this.#rooms.open(map)
    if (!room || !this.isUp || browser.readyState !== CONNECTING) {
      browser.closed(BROKEN)
      return
    }
    const link = new Link(browser)
    this.links.push(link)
    browser.link = link
    const transport: Transport = {
      send: frame => link.toBrowser(frame),
      close: code => link.closedByServer(code),
      backlog: () => 0,
      whenDrained() {},
      together: send => send(),
    }
    link.opened()
    const member = room.join(identity(url.searchParams.get('token') ?? ''), transport)
    link.open(
      frame => room.receive(member, frame),
      this.#pulse,
      () => member.gone(),
    )
  }
}
