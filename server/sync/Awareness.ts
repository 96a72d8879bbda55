import { CLOSE } from '#shared/protocol/closeCodes.ts'
import { encodeAwareness } from '#shared/protocol/messages.ts'
import { type AwarenessEntry, readAwareness, writeAwareness } from './awarenessUpdate.ts'
import type { Clock } from './Clock.ts'
import { AWARENESS_GONE, AWARENESS_RENEWAL, AWARENESS_TICK } from './limits.ts'
import type { Member } from './Member.ts'
import { signState } from './signState.ts'

type Known = AwarenessEntry & { readonly owner: Member }

const LEFT = 'null'

/**
 * Who is here, for one room: the newest state of each client, merged into one message per tick.
 *
 * A connection owns one client id, the first that it speaks for, and what it says about others is passed over: the
 * stock client repeats everything that it hears. Clocks are the clients' own, so that a state that comes back to its
 * client is one that it knows already and one message serves everybody.
 */
export class Awareness {
  readonly #clock: Clock
  readonly #members: ReadonlySet<Member>
  readonly #known = new Map<number, Known>()
  readonly #owned = new Map<Member, number>()
  /** The last clocks of those who left. */
  readonly #gone = new Map<number, number>()
  /** What the next tick tells, by client. */
  readonly #news = new Map<number, AwarenessEntry>()
  #stopTick: (() => void) | null = null
  #stopRenewal: (() => void) | null = null

  constructor(clock: Clock, members: ReadonlySet<Member>) {
    this.#clock = clock
    this.#members = members
  }

  /** Takes in an awareness message of a member; closes the member when it cannot be read or is too large. */
  take(member: Member, update: Uint8Array): void {
    const entries = readAwareness(update)
    if (!entries) member.close(CLOSE.resync)
    else if (entries === 'too many') member.close(CLOSE.tooLarge)
    else {
      const own = this.#owned.get(member) ?? this.#claim(member, entries)
      const newest = entries.findLast(entry => entry.client === own)
      if (newest) this.#tell(member, newest)
    }
  }

  /** Everybody who is here, as a message; null when there is nobody. */
  everybody(): Uint8Array | null {
    return this.#known.size === 0 ? null : encodeAwareness(writeAwareness([...this.#known.values()]))
  }

  /** Who is here under this client id; null for nobody. */
  authorOf(client: number): string | null {
    return this.#known.get(client)?.owner.author ?? null
  }

  /** Tells the others at once that a member has left. */
  leave(member: Member): void {
    const known = this.#forget(member)
    if (!known) return
    this.#news.delete(known.client)
    this.#send([{ ...known, json: LEFT }])
  }

  end(): void {
    this.#stopTick?.()
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
    this.#askToRenew(member, { client, clock: Math.max(clock, gone ?? 0) })
    if (gone !== undefined && clock <= gone) return undefined
    const known = this.#known.get(client)
    if (known) {
      this.#owned.delete(known.owner)
      this.#known.set(client, { ...known, owner: member })
    }
    this.#owned.set(member, client)
    if (this.#gone.delete(client) || known) {
      this.#stopRenewal ??= this.#clock.after(AWARENESS_RENEWAL, () => this.#renew())
    }
    return client
  }

  #askToRenew(member: Member, { client, clock }: { client: number; clock: number }): void {
    member.send(encodeAwareness(writeAwareness([{ client, clock, json: LEFT }])))
  }

  #renew(): void {
    this.#stopRenewal = null
    for (const known of this.#known.values()) this.#askToRenew(known.owner, known)
  }

  #isFree(member: Member, client: number): boolean {
    const owner = this.#known.get(client)?.owner.identity
    // Back before the old connection was found to be dead. Only a person can show to be the same.
    return !owner || (owner.person !== null && owner.person.id === member.identity.person?.id)
  }

  #tell(member: Member, { client, clock, json }: AwarenessEntry): void {
    const known = this.#known.get(client)
    if (known && (clock < known.clock || (clock === known.clock && json !== LEFT))) return
    const signed = signState(json, member.identity)
    if (!signed.ok) {
      member.close(signed.because === 'too large' ? CLOSE.tooLarge : CLOSE.resync)
      return
    }
    const entry = { client, clock, json: signed.json }
    this.#known.set(client, { ...entry, owner: member })
    // Stock clients say so before they close; who comes back on another socket need not wait for this one to end.
    if (entry.json === LEFT) this.#forget(member)
    this.#news.set(client, entry)
    this.#stopTick ??= this.#clock.after(AWARENESS_TICK, () => this.#tick())
  }

  #tick(): void {
    this.#stopTick = null
    const entries = [...this.#news.values()]
    this.#news.clear()
    if (entries.length > 0) this.#send(entries)
  }

  #send(entries: readonly AwarenessEntry[]): void {
    const message = encodeAwareness(writeAwareness(entries))
    for (const member of this.#members) member.send(message)
  }

  /** Takes a member's client from among those who are here. */
  #forget(member: Member): Known | undefined {
    const client = this.#owned.get(member)
    const known = client === undefined ? undefined : this.#known.get(client)
    this.#owned.delete(member)
    if (!known) return undefined
    this.#known.delete(known.client)
    this.#gone.set(known.client, known.clock)
    for (const oldest of this.#gone.keys()) {
      if (this.#gone.size <= AWARENESS_GONE) break
      this.#gone.delete(oldest)
    }
    return known
  }
}
