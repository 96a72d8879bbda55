import { encodeAwareness, encodeMotion } from '#shared/protocol/messages.ts'
import { type MotionOf, writeMotions } from '#shared/protocol/motion.ts'
import { presencePace } from '#shared/protocol/presence.ts'
import { type AwarenessEntry, writeAwareness } from './awarenessUpdate.ts'
import type { Clock } from './Clock.ts'
import { GONE_WITHIN } from './limits.ts'
import type { Member } from './Member.ts'

/** What is new about a client: its whole state, and, where nothing else is new, how it moved. */
export type News = AwarenessEntry & { readonly motion: MotionOf | null }

type Needed = {
  clock: Clock
  members: ReadonlySet<Member>
  /** What was noted in the round that ends. */
  newest(): readonly News[]
  /** The same, for all rounds from this one on. */
  since(round: number): readonly News[]
}

/**
 * Tells a room who is here, in rounds: what is noted in one becomes one message for everybody. Who is too slow to take
 * it is left out until they have room, and then told the newest of all that they missed.
 */
export class Bulletin {
  /** The one that is being gathered. */
  round = 1
  readonly #needed: Needed
  readonly #missing = new Map<Member, number>()
  #due: { readonly at: number; readonly stop: () => void } | null = null

  constructor(needed: Needed) {
    this.#needed = needed
  }

  /** Something was noted in this round. */
  soon(): void {
    this.#within(presencePace(this.#needed.members.size))
  }

  /** Somebody left, which must not wait long. */
  verySoon(): void {
    this.#within(GONE_WITHIN)
  }

  forget(member: Member): void {
    this.#missing.delete(member)
  }

  end(): void {
    this.#due?.stop()
    this.#due = null
  }

  #within(milliseconds: number): void {
    const { clock } = this.#needed
    const at = clock.now() + milliseconds
    if (this.#due && this.#due.at <= at) return
    this.end()
    this.#due = { at, stop: clock.after(milliseconds, () => this.#tell()) }
  }

  #tell(): void {
    this.#due = null
    const { members } = this.#needed
    const news = this.#needed.newest()
    const round = this.round
    this.round += 1
    if (news.length === 0) return
    let forAll: Uint8Array | null = null
    let forMovers: readonly Uint8Array[] | null = null
    for (const member of members) {
      if (this.#missing.has(member)) continue
      if (!member.hasRoom(() => this.#tellMissed(member))) this.#missing.set(member, round)
      else if (member.hearsMotion) {
        forMovers ??= apart(news)
        sendAll(member, forMovers)
      } else {
        forAll ??= encodeAwareness(writeAwareness(news))
        member.send(forAll)
      }
    }
  }

  #tellMissed(member: Member): void {
    const since = this.#missing.get(member)
    this.#missing.delete(member)
    if (since === undefined) return
    const news = this.#needed.since(since)
    if (news.length > 0) member.send(encodeAwareness(writeAwareness(news)))
  }
}

/** Whole states, and of those who only moved no more than that. */
function apart(news: readonly News[]): readonly Uint8Array[] {
  const states = news.filter(({ motion }) => motion === null)
  const motions = news.flatMap(({ motion }) => motion ?? [])
  return [
    ...(states.length > 0 ? [encodeAwareness(writeAwareness(states))] : []),
    ...(motions.length > 0 ? [encodeMotion(writeMotions(motions))] : []),
  ]
}

function sendAll(member: Member, frames: readonly Uint8Array[]): void {
  if (frames.length === 1) for (const frame of frames) member.send(frame)
  else
    member.together(() => {
      for (const frame of frames) member.send(frame)
    })
}
