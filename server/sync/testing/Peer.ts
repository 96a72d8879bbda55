import { EventEmitter, once } from 'node:events'
import * as Y from 'yjs'
import {
  encodeAwareness,
  encodeBarrier,
  encodeMotion,
  encodeStep1,
  encodeStep2,
  encodeUpdate,
  type Message,
  readMessage,
} from '#shared/protocol/messages.ts'
import { type Motion, writeMotions } from '#shared/protocol/motion.ts'
import { type AwarenessEntry, readAwareness, writeAwareness } from '../awarenessUpdate.ts'
import type { Identity, Member, Transport } from '../Member.ts'
import type { Room } from '../Room.ts'

export const identity = (name: string, role: Identity['role'] = 'editor'): Identity => ({
  role,
  person: { id: `person-${name}`, name, color: '#123456' },
  link: `link-${role}`,
})

/** A client in the hands of a test: it says what it is told to, and notes what it hears. The network is a function call. */
export class Peer implements Transport {
  readonly heard: Message[] = []
  closed: { code: number; reason: string } | null = null
  /** What a slow reader has not taken yet. */
  waiting = 0
  readonly #member: Member
  readonly #room: Room
  readonly #events = new EventEmitter()
  #drained: (() => void)[] = []

  constructor(room: Room, who: Identity) {
    this.#room = room
    this.#member = room.join(who, this)
  }

  send(frame: Uint8Array): void {
    if (this.closed) throw new Error('Sent to a closed socket.')
    const message = readMessage(frame)
    if (!message) throw new Error('The server sent what is no message.')
    this.heard.push(message)
    this.#events.emit('heard')
  }

  close(code: number, reason: string): void {
    this.closed = { code, reason }
    this.#events.emit('heard')
  }

  backlog(): number {
    return this.waiting
  }

  whenDrained(run: () => void): void {
    this.#drained.push(run)
  }

  together(send: () => void): void {
    send()
  }

  /** A slow reader takes everything that waited. */
  drain(): void {
    this.waiting = 0
    for (const run of this.#drained.splice(0)) run()
  }

  say(frame: Uint8Array): void {
    this.#room.receive(this.#member, frame)
  }

  update(update: Uint8Array): void {
    this.say(encodeUpdate(update))
  }

  step1(doc = new Y.Doc()): void {
    this.say(encodeStep1(Y.encodeStateVector(doc)))
  }

  step2(update: Uint8Array): void {
    this.say(encodeStep2(update))
  }

  barrier(number: number): void {
    this.say(encodeBarrier(number))
  }

  aware(...entries: { client: number; clock: number; state: unknown }[]): void {
    const written = entries.map(({ client, clock, state }) => ({ client, clock, json: JSON.stringify(state) }))
    this.say(encodeAwareness(writeAwareness(written)))
  }

  moves(client: number, clock: number, motion: Motion): void {
    this.say(encodeMotion(writeMotions([{ client, clock, ...motion }])))
  }

  /** The other side of the connection goes away. */
  leave(): void {
    this.#member.gone()
  }

  /** All messages of one type that were heard so far. */
  all<T extends Message['type']>(type: T): Extract<Message, { type: T }>[] {
    return this.heard.filter((message): message is Extract<Message, { type: T }> => message.type === type)
  }

  get barriers(): number[] {
    return this.all('barrier').map(({ number }) => number)
  }

  /** Everything that was said about clients, in order. */
  get presence(): AwarenessEntry[] {
    return this.all('awareness').flatMap(({ update }) => {
      const entries = readAwareness(update)
      if (!Array.isArray(entries)) throw new Error('The server sent what is no awareness message.')
      return entries
    })
  }

  /** Waits until what was heard fulfils the condition. */
  async until(isSo: (peer: Peer) => boolean): Promise<void> {
    while (!isSo(this)) await once(this.#events, 'heard')
  }

  /** What this client would have in its document. */
  get doc(): Y.Doc {
    const doc = new Y.Doc()
    for (const message of this.heard) {
      if (message.type === 'step2' || message.type === 'update') Y.applyUpdate(doc, message.update)
    }
    return doc
  }
}
