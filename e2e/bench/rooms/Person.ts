import * as Y from 'yjs'
import {
  type Address,
  addressOf,
  auth,
  awareness,
  barrier,
  KIND,
  motion,
  NO_ADDRESS,
  Reader,
  STEP,
  step1,
  step2,
  update,
} from './frames.ts'
import { RawSocket } from './RawSocket.ts'
import { type EditStamp, editsIn, now, placeAt, sentFrom, stampedState, stampedWords, stateSentAt } from './stamp.ts'

/** One connection to a room, as plain data, so that it can be sent to a thread. */
export type PersonPlan = {
  /** Path and query of the socket's address. */
  path: string
  /** The document's name where frames carry it, as those of Hocuspocus do; else null. */
  document: string | null
  /** Number of this client in the document and in awareness; its own in its room. */
  client: number
  movesPerSecond: number
  /** Whether it moves by the slim message of ours, or by awareness as every client of y-websocket. */
  isSlim: boolean
  editsPerSecond: number
  /** Whether it looks into what it gets. */
  observes: boolean
  /**
   * Which edits it notes: those of others; or, alone in a room, its own when the server answers that they are on disk,
   * or when it sends them back, as servers do that answer nothing.
   */
  notes: 'others' | 'saved' | 'echo'
}

export type Heard = {
  /** An edit of anybody, or the answer to an own one. */
  edit(stamp: EditStamp): void
  /** Somebody else's cursor. */
  cursor(sentAt: number): void
}

/** Bytes of a frame that tell which message it is; the name of a document is shorter than the rest. */
const HEAD = 128

const reader = new Reader()

/** One person at a map, as a program that is much lighter than a browser. */
export class Person {
  readonly plan: PersonPlan
  /** The code with which the server closed the connection; null while it is open. */
  closedWith: number | null = null
  readonly #heard: Heard
  readonly #address: Address
  readonly #socket: RawSocket
  readonly #joined: PromiseWithResolvers<void>
  readonly #doc = new Y.Doc()
  readonly #state: string
  /** Own edits that wait for the answer that they are saved, by number. */
  readonly #unsaved = new Map<number, EditStamp>()
  #isIn = false
  #clock = 0
  #edits = 0
  #updates: Uint8Array[] = []

  constructor(port: number, plan: PersonPlan, heard: Heard) {
    this.plan = plan
    this.#heard = heard
    this.#address = plan.document === null ? NO_ADDRESS : addressOf(plan.document)
    this.#joined = Promise.withResolvers()
    this.#state = JSON.stringify({
      user: { name: `Person ${plan.client}`, color: '#2f74a8' },
      cursor: { on: 'map', x: 1234.5, y: 678.9 },
      selection: [],
    })
    this.#doc.clientID = plan.client
    this.#doc.on('update', (bytes: Uint8Array) => this.#updates.push(bytes))
    this.#socket = new RawSocket(port, plan.path, {
      opened: () => this.#socket.send(plan.document === null ? step1(this.#address) : auth(this.#address)),
      frame: bytes => this.#hear(bytes),
      closed: code => {
        this.closedWith = code
        this.#joined.reject(new Error(`The server closed a connection with ${code}.`))
      },
    })
    if (!plan.observes) this.#socket.keep = HEAD
  }

  /** Resolves when the whole document has come. */
  get joined(): Promise<void> {
    return this.#joined.promise
  }

  move(): void {
    this.#clock += 1
    // Who moves is known from the first state on.
    if (this.plan.isSlim && this.#clock > 1) {
      this.#socket.send(motion(this.plan.client, this.#clock, ...placeAt(now())))
      return
    }
    this.#socket.send(awareness(this.#address, this.plan.client, this.#clock, stampedState(this.#state, now())))
  }

  /** Bytes that came so far. */
  get received(): number {
    return this.#socket.received
  }

  edit(): void {
    this.#edits += 1
    const stamp = { sentAt: now(), client: this.plan.client, number: this.#edits }
    this.#doc.getMap('bench').set(`${this.plan.client}-${this.#edits}`, stampedWords(stamp))
    for (const bytes of this.#updates) this.#socket.send(update(this.#address, bytes))
    this.#updates = []
    if (this.plan.notes !== 'saved') return
    this.#unsaved.set(this.#edits, stamp)
    this.#socket.send(barrier(this.#address, this.#edits))
  }

  end(): void {
    this.#joined.promise.catch(() => {})
    this.#socket.end()
    this.#doc.destroy()
  }

  #hear(bytes: Buffer): void {
    if (this.#isIn && !this.plan.observes) return
    reader.start(bytes, this.#address.length)
    const kind = reader.number()
    if (kind === KIND.awareness) this.#hearAwareness(bytes)
    else if (kind === KIND.motion) this.#hearMotion()
    else if (kind === KIND.sync || kind === KIND.syncReply) this.#hearSync(bytes)
    else if (kind === KIND.auth) this.#socket.send(step1(this.#address))
    else if (kind === KIND.barrier) {
      const stamp = this.#unsaved.get(reader.number())
      if (stamp) this.#heard.edit(stamp)
    }
  }

  #hearSync(bytes: Buffer): void {
    const step = reader.number()
    if (step === STEP.step1) this.#socket.send(step2(this.#address))
    else if (step === STEP.step2) {
      this.#isIn = true
      this.#joined.resolve()
    } else if (this.plan.observes) {
      for (const stamp of editsIn(bytes)) this.#heard.edit(stamp)
    }
  }

  #hearMotion(): void {
    reader.number()
    for (let left = reader.number(); left > 0; left -= 1) {
      const client = reader.number()
      // Clock, and that it is a place on the map.
      reader.number()
      reader.number()
      const sentAt = sentFrom(reader.signed(), reader.signed())
      reader.number()
      if (client !== this.plan.client) this.#heard.cursor(sentAt)
    }
  }

  #hearAwareness(bytes: Buffer): void {
    if (!this.plan.observes) return
    reader.number()
    for (let left = reader.number(); left > 0; left -= 1) {
      const client = reader.number()
      reader.number()
      const length = reader.number()
      reader.at += length
      const sentAt = client === this.plan.client ? 0 : stateSentAt(bytes, reader.at)
      if (sentAt > 0) this.#heard.cursor(sentAt)
    }
  }
}
