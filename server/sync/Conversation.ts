import * as Y from 'yjs'
import { CLOSE, CLOSE_SENTENCES, REFUSALS } from '#shared/protocol/closeCodes.ts'
import { encodeRefused, encodeSession, encodeStep1, type Message, readMessage } from '#shared/protocol/messages.ts'
import type { SessionState } from '#shared/protocol/session.ts'
import type { Awareness } from './Awareness.ts'
import { Barred } from './Barred.ts'
import type { Leading } from './Leading.ts'
import type { LiveMap } from './LiveMap.ts'
import type { Member } from './Member.ts'

type SyncMessage = Extract<Message, { type: 'step1' | 'step2' | 'update' | 'barrier' }>

/** What a room says to a member, and how it answers what a member says: `PROTOCOL.md`, message by message. */
export class Conversation {
  readonly #live: LiveMap<Member>
  readonly #awareness: Awareness
  readonly #leading: Leading
  readonly #session: () => SessionState
  readonly #troubled: (what: string, details: Record<string, unknown>) => void
  readonly #barred = new Barred()

  constructor(
    live: LiveMap<Member>,
    awareness: Awareness,
    leading: Leading,
    session: () => SessionState,
    troubled: (what: string, details: Record<string, unknown>) => void,
  ) {
    this.#live = live
    this.#awareness = awareness
    this.#leading = leading
    this.#session = session
    this.#troubled = troubled
  }

  /** The server speaks first; in its turn, because a document that is being worked on may yet be read anew. */
  open(member: Member): void {
    this.#live.inTurn(() => {
      member.together(() => {
        this.#ask(member)
        const { locked, storage } = this.#session()
        if (locked || storage === 'failing') this.tellSession(member)
        this.#leading.open(member)
        this.#tellWhoIsHere(member)
      })
    })
  }

  tellSession(member: Member): void {
    member.send(encodeSession(JSON.stringify(this.#session())))
  }

  /** Takes in one frame of a member. Bad bytes end that connection and change nothing. */
  receive(member: Member, frame: Uint8Array): void {
    if (!member.isOpen || !member.mayHear(frame.byteLength)) return
    const message = readMessage(frame)
    switch (message?.type) {
      case 'awareness':
        this.#guard(member, () => this.#awareness.take(member, message.update))
        break
      case 'motion':
        this.#guard(member, () => this.#awareness.takeMotion(member, message.motions))
        break
      case 'lead':
        this.#guard(member, () => this.#leading.take(member, message.lead))
        break
      case 'queryAwareness':
        if (member.mayAsk(this.#awareness.everybody()?.byteLength ?? 0)) this.#tellWhoIsHere(member)
        break
      case 'step1':
      case 'step2':
      case 'update':
      case 'barrier':
        this.#inTurn(member, message, frame.byteLength)
        break
      default:
        // Also what only the server says.
        member.close(CLOSE.resync)
    }
  }

  #inTurn(member: Member, message: SyncMessage, bytes: number): void {
    const waits = this.#live.isBusy
    if (waits && !member.hold(bytes)) return
    this.#live.inTurn(() => {
      if (waits) member.release(bytes)
      if (member.isOpen) this.#guard(member, () => this.#take(member, message))
    })
  }

  /** Whatever else a frame may bring about ends its connection, and neither the room nor the process. */
  #guard(member: Member, take: () => void): void {
    try {
      take()
    } catch (error) {
      this.#troubled('could not take a frame', { error: String(error) })
      member.close(CLOSE.resync)
    }
  }

  #take(member: Member, message: SyncMessage): void {
    switch (message.type) {
      case 'step1':
        this.#answerStep1(member, message.stateVector)
        break
      case 'step2':
      case 'update':
        if (!member.mayWrite) this.#checkReader(member, message.update)
        else if (!this.#refuses(member, message.update)) this.#takeUpdate(member, message)
        break
      case 'barrier':
        if (!member.keepBarrier(message.number)) this.#answerWhenDurable(member, [message.number])
        break
      default:
        message satisfies never
    }
  }

  /** Encoded now and sent when all of it is on disk: by then the document may hold more that is not. */
  #answerStep1(member: Member, stateVector: Uint8Array): void {
    try {
      const answer = this.#live.step2(stateVector)
      const bytes = answer.reduce((sum, frame) => sum + frame.byteLength, 0)
      if (!member.mayAsk(bytes)) return
      this.#live.afterDurable(() => {
        for (const frame of answer) member.send(frame)
      })
    } catch {
      member.close(CLOSE.resync)
    }
  }

  #takeUpdate(member: Member, { type, update }: Extract<SyncMessage, { update: Uint8Array }>): void {
    switch (this.#live.apply(update, member.author, member, member.reaches('facilitator'))) {
      case 'unreadable':
        member.close(CLOSE.resync)
        break
      case 'full':
        member.close(CLOSE.tryLater)
        break
      case 'foreign':
        member.send(encodeRefused(REFUSALS.foreign))
        member.close(CLOSE.roleTooSmall)
        break
      case 'reserved':
        member.send(encodeRefused(REFUSALS.reserved))
        member.close(CLOSE.roleTooSmall)
        break
      case 'too large':
        member.send(encodeRefused(CLOSE_SENTENCES[CLOSE.tooLarge]))
        member.close(CLOSE.tooLarge)
        break
      case 'gap':
        if (member.fellBehind(type)) this.#ask(member)
        break
      case 'whole':
        if (type === 'step2') this.#answerWhenDurable(member, member.caughtUp())
    }
  }

  /** Readers say what they have as everybody does; only what would change the map is an attempt to write. */
  #checkReader(member: Member, update: Uint8Array): void {
    const { would } = this.#live.preview(update)
    if (would === 'unreadable') member.close(CLOSE.resync)
    else if (would === 'something') {
      member.send(encodeRefused(CLOSE_SENTENCES[CLOSE.roleTooSmall]))
      member.close(CLOSE.roleTooSmall)
    }
  }

  /** Whether a writer's update stays out: because the map is locked, or because of what was refused before. */
  #refuses(member: Member, update: Uint8Array): boolean {
    const isLocked = this.#session().locked && !member.reaches('facilitator')
    if (!isLocked && this.#barred.isEmpty) return false
    const { would, clients } = this.#live.preview(update)
    if (would !== 'something' || !(isLocked || this.#barred.hasAny(clients))) return false
    this.#live.retire(this.#barred.add(clients), member.author)
    member.wasRefused()
    member.send(encodeRefused(isLocked ? REFUSALS.locked : REFUSALS.refusedBefore))
    return true
  }

  #answerWhenDurable(member: Member, barriers: readonly number[]): void {
    this.#live.afterDurable(() => {
      for (const barrier of barriers) member.answer(barrier)
    })
  }

  #ask(member: Member): void {
    member.send(encodeStep1(Y.encodeStateVector(this.#live.doc)))
  }

  #tellWhoIsHere(member: Member): void {
    const everybody = this.#awareness.everybody()
    if (everybody) member.send(everybody)
  }
}
