import * as Y from 'yjs'
import { encodeBarrier, encodeStep1, encodeStep2, encodeUpdate, readMessage } from '#shared/protocol/messages.ts'
import { readAwareness } from '../../../server/sync/awarenessUpdate.ts'
import type { Identity, Member, Transport } from '../../../server/sync/Member.ts'
import type { Room } from '../../../server/sync/Room.ts'
import type { Random } from './random.ts'

/** An honest client that follows a room while others attack it, and writes too, also while it is away. */
export class Witness implements Transport {
  readonly doc: Y.Doc
  /** The last frames of its own making, as attackers would have recorded them. */
  readonly frames: Uint8Array[] = []
  /** With which code the server closed the connection; null while it did not. */
  closed: number | null = null
  readonly #room: Room
  readonly #who: Identity
  readonly #random: Random
  /** Null while away, and while the room says its first words. */
  #member: Member | null = null
  /** What the server asked for before there was anybody to answer. */
  #asked: Uint8Array | null = null
  #client: number
  #barriers = 0
  #confirmed = 0
  #waiting: (() => void)[] = []

  /** `gc`: whether Yjs forgets what was deleted; clients that keep it must end up with the same. */
  constructor(room: Room, who: Identity, random: Random, gc = true) {
    this.#room = room
    this.#who = who
    this.#random = random
    this.doc = new Y.Doc({ gc })
    this.#client = this.doc.clientID = random(2 ** 32)
    this.doc.on('update', (update, origin) => {
      if (origin !== this) this.#say(encodeUpdate(update))
    })
    this.join()
  }

  get isHere(): boolean {
    return this.#member !== null
  }

  join(): void {
    this.#member = this.#room.join(this.#who, this)
    this.#say(encodeStep1(Y.encodeStateVector(this.doc)))
    if (this.#asked) this.#answer(this.#asked)
  }

  leave(): void {
    this.#member?.gone()
    this.#member = null
    this.#asked = null
  }

  send(frame: Uint8Array): void {
    const message = readMessage(frame)
    switch (message?.type) {
      case 'step1':
        if (this.#member) this.#answer(message.stateVector)
        else this.#asked = message.stateVector
        break
      case 'step2':
      case 'update':
        Y.applyUpdate(this.doc, message.update, this)
        break
      case 'awareness': {
        const entries = readAwareness(message.update)
        if (!Array.isArray(entries)) throw new Error('The server sent presence that cannot be read.')
        for (const { json } of entries) JSON.parse(json)
        break
      }
      case 'barrier':
        this.#confirmed = message.number
        for (const resolve of this.#waiting.splice(0)) resolve()
        break
      // `closed` tells.
      case 'denied':
        break
      default:
        throw new Error(`The server sent ${message?.type ?? 'what cannot be read'} to an honest client.`)
    }
  }

  close(code: number): void {
    this.closed = code
    this.#member = null
    for (const resolve of this.#waiting.splice(0)) resolve()
  }

  whenDrained(): void {}

  together(send: () => void): void {
    send()
  }

  backlog(): number {
    return 0
  }

  /** Types, erases, and changes entries and nested texts. */
  edit(): void {
    const { doc } = this
    const random = this.#random
    // Yjs takes another at random when somebody uses this one; then a run could not be repeated from its seed.
    if (doc.clientID !== this.#client) this.#client = doc.clientID = random(2 ** 32)
    doc.transact(() => {
      const text = doc.getText()
      const at = random(text.length + 1)
      // What is typed and erased at random adds up without end.
      const room = Math.max(1, 200 - text.length)
      if (random(200) < room && random(3) > 0) text.insert(at, ['a', 'bc', '🚲', 'چرا'][random(4)] ?? '')
      else text.delete(at, Math.min(random(4), text.length - at))
      const records = doc.getMap<unknown>('touchpoints')
      const key = `t${random(4)}`
      const record = records.get(key)
      if (!(record instanceof Y.Map)) records.set(key, new Y.Map<unknown>([['title', new Y.Text('Call')]]))
      else if (random(6) === 0) records.delete(key)
      else {
        record.set('at', [random(3), null, 1.5])
        const title = record.get('title')
        if (title instanceof Y.Text) title.insert(random(title.length + 1), 'x')
      }
    })
  }

  /** Resolves when everything before is on disk, and so was shown to this client; at once when it is away. */
  async settled(): Promise<void> {
    const number = ++this.#barriers
    this.#say(encodeBarrier(number))
    while (this.#confirmed < number && this.#member) {
      await new Promise<void>(resolve => this.#waiting.push(resolve))
    }
  }

  #answer(stateVector: Uint8Array): void {
    this.#say(encodeStep2(Y.encodeStateAsUpdate(this.doc, stateVector)))
  }

  #say(frame: Uint8Array): void {
    this.frames.push(frame)
    if (this.frames.length > 40) this.frames.splice(3, 1)
    if (this.#member) this.#room.receive(this.#member, frame)
  }
}
