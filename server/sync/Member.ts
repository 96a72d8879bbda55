import { type Role, reaches } from '#shared/model/roles.ts'
import { CLOSE, CLOSE_SENTENCES, type CloseCode } from '#shared/protocol/closeCodes.ts'
import { encodeBarrier, encodeDenied } from '#shared/protocol/messages.ts'
import { Allowance } from './Allowance.ts'
import type { Clock } from './Clock.ts'
import { FRAME_COST, FRAMES, HELD, HELD_BARRIERS } from './limits.ts'
import { Outbox } from './Outbox.ts'

/** Who is behind a connection, as its token says. */
export type Identity = {
  readonly role: Role
  /** Null when a link's own token is used. */
  readonly person: { readonly id: string; readonly name: string; readonly color: string } | null
  readonly link: string
}

/** The far end of a connection: a web socket, or what a test holds instead. */
export interface Transport {
  /** One message, one frame. The bytes may be shared with other transports. */
  send(frame: Uint8Array): void
  /** Called once; frames that were sent before still go out. */
  close(code: CloseCode, reason: string): void
  /** Bytes that were handed over and have not left yet. */
  backlog(): number
  /** Runs once, when everything that was handed over has left. Asked for only while a lot waits. */
  whenDrained(run: () => void): void
  /** What is sent meanwhile leaves in one piece. */
  together(send: () => void): void
}

/** Whether everything that the connection sent has been taken in. */
type Standing =
  | { readonly name: 'in step' }
  /** A frame did not fit on what is here. No barrier is answered until a step 2 fits; `asked` when one is under way. */
  | { readonly name: 'behind'; asked: boolean; readonly barriers: number[] }

/** One connection in a room. */
export class Member {
  /** Whether it was heard to know messages about motion. */
  hearsMotion = false
  readonly #transport: Transport
  readonly #outbox: Outbox
  readonly #closed: (member: Member, code: CloseCode | null) => void
  readonly #frames: Allowance
  #identity: Identity
  #isOpen = true
  #standing: Standing = { name: 'in step' }
  #held = 0

  /** `closed` is called once, when this side closes the connection (with its code) or `gone` reports that the other side did. */
  constructor(
    identity: Identity,
    transport: Transport,
    clock: Clock,
    closed: (member: Member, code: CloseCode | null) => void,
  ) {
    this.#frames = new Allowance(FRAMES, clock)
    this.#identity = identity
    this.#transport = transport
    this.#outbox = new Outbox(transport)
    this.#closed = closed
  }

  get identity(): Identity {
    return this.#identity
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  /** Whom the log names for what this connection writes. */
  get author(): string {
    return this.identity.person?.id ?? this.identity.link
  }

  /** The person behind this connection, and nobody else, is called otherwise from now on. */
  rename(person: NonNullable<Identity['person']>): void {
    if (this.#identity.person?.id === person.id) this.#identity = { ...this.#identity, person }
  }

  get mayWrite(): boolean {
    return this.reaches('editor')
  }

  reaches(role: Role): boolean {
    return reaches(this.identity.role, role)
  }

  send(frame: Uint8Array): void {
    if (!this.#isOpen) return
    if (!this.#outbox.send(frame)) this.close(CLOSE.tryLater)
  }

  /** What is worth something only now: to a reader who is slow it is not sent, nor later. */
  sendIfClear(frame: Uint8Array): void {
    if (this.#isOpen && this.#outbox.isClear) this.send(frame)
  }

  /** What is sent meanwhile leaves in one piece. */
  together(send: () => void): void {
    this.#outbox.together(send)
  }

  /** See `Outbox.hasRoom`. */
  hasRoom(again: () => void): boolean {
    return this.#outbox.hasRoom(again)
  }

  /** Tells why, and closes. A server that leaves refuses nothing, so then the code alone says it. */
  close(code: CloseCode): void {
    if (!this.#isOpen) return
    if (code !== CLOSE.leaving) this.#transport.send(encodeDenied(CLOSE_SENTENCES[code]))
    this.#transport.close(code, CLOSE_SENTENCES[code])
    this.#end(code)
  }

  /** The other side has closed. */
  gone(): void {
    this.#end(null)
  }

  #end(code: CloseCode | null): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    this.#closed(this, code)
  }

  /** Counts a frame that came. False, and closed, when this connection sends more than anybody does by hand. */
  mayHear(bytes: number): boolean {
    if (!this.#frames.use(Math.max(bytes, FRAME_COST))) this.close(CLOSE.tryLater)
    return this.#isOpen
  }

  /** Counts an answer of so many bytes as if it had been sent here: asking for all of a map takes a few bytes. */
  mayAsk(bytes: number): boolean {
    return this.mayHear(bytes)
  }

  /** Counts a frame that has to wait. False, and closed, when more wait than one connection may make the server keep. */
  hold(bytes: number): boolean {
    this.#held += bytes
    if (this.#held > HELD) this.close(CLOSE.tryLater)
    return this.#isOpen
  }

  release(bytes: number): void {
    this.#held -= bytes
  }

  /** Notes that a frame left a gap. Answers whether the rest has to be asked for. */
  fellBehind(by: 'update' | 'step2'): boolean {
    const barriers = this.#standing.name === 'behind' ? this.#standing.barriers : []
    // A step 2 with a gap is all that this client has: asking again would get the same again, without end.
    const ask = by === 'update' && !(this.#standing.name === 'behind' && this.#standing.asked)
    const asked = by === 'update'
    this.#standing = { name: 'behind', asked, barriers }
    return ask
  }

  /** Notes that a frame was refused: what this connection sends later may build on it, and asking would bring it. */
  wasRefused(): void {
    this.fellBehind('update')
  }

  /** Notes a step 2 that fit: whatever this connection sent is here. Answers the barriers that waited for it. */
  caughtUp(): readonly number[] {
    const barriers = this.#standing.name === 'behind' ? this.#standing.barriers : []
    this.#standing = { name: 'in step' }
    return barriers
  }

  /** Keeps a barrier for later while this connection is behind. False when it can be answered in its turn. */
  keepBarrier(number: number): boolean {
    if (this.#standing.name !== 'behind') return false
    const { barriers } = this.#standing
    barriers.push(number)
    if (barriers.length > HELD_BARRIERS) barriers.shift()
    return true
  }

  answer(barrier: number): void {
    this.send(encodeBarrier(barrier))
  }
}
