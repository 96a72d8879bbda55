import * as Y from 'yjs'
import { encodeBarrier, encodeStep1, encodeStep2, encodeUpdate, readMessage } from '#shared/protocol/messages.ts'
import { readAwareness } from '../../../server/sync/awarenessUpdate.ts'
import type { Identity, Member, Transport } from '../../../server/sync/Member.ts'
import type { Room } from '../../../server/sync/Room.ts'
import type { Random } from './random.ts'

/** An honest client that follows a room while others attack it, and writes too. */
export class Witness implements Transport {
  readonly doc = new Y.Doc({ gc: false })
  /** The last frames of its own making, as attackers would have recorded them. */
  readonly frames: Uint8Array[] = []
  closed: number | null = null
  readonly #room: Room
  /** Null while the room says its first words. */
  #member: Member | null = null
  #barriers = 0
  #confirmed = 0
  #waiting: (() => void)[] = []

  constructor(room: Room, who: Identity) {
    this.#room = room
    this.#member = room.join(who, this)
    this.doc.on('update', (update, origin) => {
      if (origin !== this) this.#say(encodeUpdate(update))
    })
    this.#say(encodeStep1(Y.encodeStateVector(this.doc)))
    this.#say(encodeStep2(Y.encodeStateAsUpdate(this.doc)))
  }

  send(frame: Uint8Array): void {
    const message = readMessage(frame)
    switch (message?.type) {
      case 'step1':
        if (this.#member) this.#say(encodeStep2(Y.encodeStateAsUpdate(this.doc, message.stateVector)))
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
  edit(random: Random): void {
    const { doc } = this
    doc.transact(() => {
      const text = doc.getText()
      const at = random(text.length + 1)
      if (random(3) > 0) text.insert(at, ['a', 'bc', '🚲', 'چرا'][random(4)] ?? '')
      else text.delete(at, Math.min(random(4), text.length - at))
      const records = doc.getMap<Y.Map<unknown>>('touchpoints')
      const key = `t${random(4)}`
      const record = records.get(key)
      if (!record) records.set(key, new Y.Map<unknown>([['title', new Y.Text('Call')]]))
      else if (random(6) === 0) records.delete(key)
      else {
        record.set('at', [random(3), null, 1.5])
        const title = record.get('title')
        if (title instanceof Y.Text) title.insert(random(title.length + 1), 'x')
      }
    })
  }

  /** Resolves when everything before is on disk, and so was shown to this client. */
  async settled(): Promise<void> {
    const number = ++this.#barriers
    this.#say(encodeBarrier(number))
    while (this.#confirmed < number && this.closed === null) {
      await new Promise<void>(resolve => this.#waiting.push(resolve))
    }
  }

  leave(): void {
    this.#member?.gone()
  }

  #say(frame: Uint8Array): void {
    this.frames.push(frame)
    if (this.frames.length > 40) this.frames.splice(3, 1)
    if (this.#member) this.#room.receive(this.#member, frame)
  }
}
