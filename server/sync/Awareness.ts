import { CLOSE } from '#shared/protocol/closeCodes.ts'
import { encodeAwareness } from '#shared/protocol/messages.ts'
import { readMotions } from '#shared/protocol/motion.ts'
import { type AwarenessEntry, readAwareness, writeAwareness } from './awarenessUpdate.ts'
import { Bulletin, type News } from './Bulletin.ts'
import type { Clock } from './Clock.ts'
import { AWARENESS_CLIENTS, AWARENESS_GONE, AWARENESS_RENEWAL, AWARENESS_STATE } from './limits.ts'
import type { Member } from './Member.ts'
import { LEFT, Present } from './Present.ts'

/** The last that was heard of a client, and in which round it left. */
type Gone = { readonly clock: number; readonly round: number }

/**
 * Who is here, for one room: the newest state of each client. `Bulletin` tells the others.
 *
 * A connection owns one client id, the first that it speaks for, and what it says about others is passed over: the
 * stock client repeats everything that it hears. Clocks are the clients' own, so that a state that comes back to its
 * client is one that it knows already and one message serves everybody.
 */
export class Awareness {
  readonly #clock: Clock
  readonly #bulletin: Bulletin
  readonly #present = new Map<number, Present>()
  readonly #owned = new Map<Member, number>()
  readonly #gone = new Map<number, Gone>()
  /** Clients of whom this round tells. */
  #news = new Set<number>()
  #stopRenewal: (() => void) | null = null

  constructor(clock: Clock, members: ReadonlySet<Member>) {
    this.#clock = clock
    this.#bulletin = new Bulletin({
      clock,
      members,
      newest: () => this.#newest(),
      since: round => this.#since(round),
    })
  }

  /** Takes in an awareness message of a member; closes the member when it cannot be read or is too large. */
  take(member: Member, update: Uint8Array): void {
    const owned = this.#owned.get(member)
    const entries = readAwareness(update, client => owned === undefined || client === owned)
    if (!entries) member.close(CLOSE.resync)
    else if (entries === 'too many') member.close(CLOSE.tooLarge)
    else {
      const own = owned ?? this.#claim(member, entries)
      const newest = entries.findLast(entry => entry.client === own)
      if (newest) this.#hear(member, newest)
    }
  }

  /** Takes in a message about motion; closes the member when it cannot be read. From then on it is told of motion so. */
  takeMotion(member: Member, bytes: Uint8Array): void {
    member.hearsMotion = true
    const motions = readMotions(bytes, AWARENESS_CLIENTS)
    const present = this.#presentOf(member)
    const newest = motions?.findLast(({ client }) => client === present?.client)
    if (!motions) member.close(CLOSE.resync)
    if (!newest || !present || newest.clock <= present.clock) return
    present.move(newest.clock, newest, this.#bulletin.round)
    this.#note(present.client)
  }

  /** Everybody who is here, as a message; null when there is nobody. */
  everybody(): Uint8Array | null {
    const all = [...this.#present.values()].map(present => newsOf(present))
    return all.length === 0 ? null : encodeAwareness(writeAwareness(all))
  }

  /** Who is here under this client id; null for nobody. */
  authorOf(client: number): string | null {
    return this.#present.get(client)?.owner.author ?? null
  }

  leave(member: Member): void {
    this.#bulletin.forget(member)
    const present = this.#presentOf(member)
    if (present) this.#forget(present)
    if (present) this.#bulletin.verySoon()
  }

  end(): void {
    this.#bulletin.end()
    this.#stopRenewal?.()
  }

  /**
   * Makes the first client that is free this member's own, and answers its id.
   *
   * Whoever knew a client before, the returning client too, remembers its clock and takes nothing for news that does
   * not exceed it. Clients raise their clock when they are told that they are gone, so that is what they are told: who
   * claims a client, and when somebody returns, everybody else. An echo that comes too late claims nothing, and learns
   * by the same message that it is wrong.
   */
  #claim(member: Member, entries: readonly AwarenessEntry[]): number | undefined {
    const claimed = entries.find(({ client, json }) => json !== LEFT && this.#isFree(member, client))
    if (!claimed) return undefined
    const { client, clock } = claimed
    const gone = this.#gone.get(client)
    this.#askToRenew(member, { client, clock: Math.max(clock, gone?.clock ?? 0) })
    if (gone !== undefined && clock <= gone.clock) return undefined
    const present = this.#present.get(client)
    if (present) {
      this.#owned.delete(present.owner)
      present.passTo(member)
    }
    this.#owned.set(member, client)
    if (this.#gone.delete(client) || present) {
      this.#stopRenewal ??= this.#clock.after(AWARENESS_RENEWAL, () => this.#renew())
    }
    return client
  }

  #askToRenew(member: Member, { client, clock }: { client: number; clock: number }): void {
    member.send(encodeAwareness(writeAwareness([{ client, clock, json: LEFT }])))
  }

  #renew(): void {
    this.#stopRenewal = null
    for (const present of this.#present.values()) this.#askToRenew(present.owner, present)
  }

  #isFree(member: Member, client: number): boolean {
    const owner = this.#present.get(client)?.owner.identity
    // Back before the old connection was found to be dead. Only a person can show to be the same.
    return !owner || (owner.person !== null && owner.person.id === member.identity.person?.id)
  }

  #hear(member: Member, { client, clock, json }: AwarenessEntry): void {
    const known = this.#present.get(client)
    if (known && (clock < known.clock || (clock === known.clock && json !== LEFT))) return
    // Those with few letters of many bytes are found when the state is shown.
    if (json.length > AWARENESS_STATE) {
      member.close(CLOSE.tooLarge)
      return
    }
    const present = known ?? new Present(client, member)
    present.say(clock, json, this.#bulletin.round)
    this.#present.set(client, present)
    // Stock clients say so before they close; who comes back on another socket need not wait for this one to end.
    if (json === LEFT) this.#forget(present)
    this.#note(client)
  }

  #note(client: number): void {
    this.#news.add(client)
    this.#bulletin.soon()
  }

  #presentOf(member: Member): Present | undefined {
    const client = this.#owned.get(member)
    return client === undefined ? undefined : this.#present.get(client)
  }

  /** Takes a client from among those who are here. */
  #forget({ client, clock, owner }: Present): void {
    this.#owned.delete(owner)
    this.#present.delete(client)
    this.#gone.set(client, { clock, round: this.#bulletin.round })
    this.#news.add(client)
    for (const oldest of this.#gone.keys()) {
      if (this.#gone.size <= AWARENESS_GONE) break
      this.#gone.delete(oldest)
    }
  }

  /** Ends the round. Whose state turns out to be unfit to be shown is sent away. */
  #newest(): News[] {
    const clients = [...this.#news]
    for (const client of clients) {
      const present = this.#present.get(client)
      if (!present) continue
      const { signed } = present
      if (!signed.ok) present.owner.close(signed.because === 'too large' ? CLOSE.tooLarge : CLOSE.resync)
      else if (signed.json === LEFT) this.#forget(present)
    }
    this.#news = new Set()
    return clients.flatMap(client => this.#newsOf(client) ?? [])
  }

  #since(round: number): News[] {
    const noted = [...this.#present, ...this.#gone].filter(([, known]) => known.round >= round)
    return noted.flatMap(([client]) => this.#newsOf(client) ?? [])
  }

  #newsOf(client: number): News | null {
    const present = this.#present.get(client)
    if (present) return newsOf(present, this.#bulletin.round)
    const gone = this.#gone.get(client)
    return gone ? { client, clock: gone.clock, json: LEFT, motion: null } : null
  }
}

/** With a round, what is new in that round about who was told of before. */
function newsOf(present: Present, round = 0): News {
  const { client, clock, motion, stateRound } = present
  return {
    client,
    clock,
    // Made only when somebody is there who wants it whole.
    get json() {
      return present.shown
    },
    motion: motion && stateRound < round ? { client, clock, ...motion } : null,
  }
}
