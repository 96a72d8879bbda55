import { CLOSE } from '#shared/protocol/closeCodes.ts'
import { encodeAwareness } from '#shared/protocol/messages.ts'
import { type AwarenessEntry, readAwareness, writeAwareness } from './awarenessUpdate.ts'
import type { Clock } from './Clock.ts'
import { AWARENESS_GONE, AWARENESS_TICK } from './limits.ts'
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
  readonly #changed = new Set<number>()
  #stopTick: (() => void) | null = null

  constructor(clock: Clock, members: ReadonlySet<Member>) {
    this.#clock = clock
    this.#members = members
  }

  /** Takes in an awareness message of a member; closes the member when it cannot be read or is too large. */
  take(member: Member, update: Uint8Array): void {
    const entries = readAwareness(update)
    if (!entries) member.close(CLOSE.resync)
    else if (entries === 'too many') member.close(CLOSE.tooLarge)
    else for (const entry of this.#claimed(member, entries)) if (member.isOpen) this.#tell(member, entry)
  }

  /** Everybody who is here, as a message; null when there is nobody. */
  everybody(): Uint8Array | null {
    const present = [...this.#known.values()].filter(known => known.json !== LEFT)
    return present.length === 0 ? null : encodeAwareness(writeAwareness(present))
  }

  /** Tells the others at once that a member has left. */
  leave(member: Member): void {
    const client = this.#owned.get(member)
    const known = client === undefined ? undefined : this.#known.get(client)
    this.#owned.delete(member)
    if (!known) return
    this.#known.delete(known.client)
    this.#changed.delete(known.client)
    this.#rememberGone(known)
    this.#send([{ ...known, json: LEFT }])
  }

  end(): void {
    this.#stopTick?.()
    this.#stopTick = null
  }

  /** Those entries that this member may tell. Makes the first that is free its own when it has none. */
  #claimed(member: Member, entries: readonly AwarenessEntry[]): AwarenessEntry[] {
    const own = this.#owned.get(member)
    if (own !== undefined) return entries.filter(entry => entry.client === own)
    const stale = new Map<number, AwarenessEntry>()
    const first = entries.find(entry => {
      if (entry.json === LEFT || !this.#isFree(member, entry.client)) return false
      const gone = this.#gone.get(entry.client)
      const isStale = gone !== undefined && entry.clock <= gone
      if (isStale) stale.set(entry.client, { client: entry.client, clock: gone, json: LEFT })
      return !isStale
    })
    // The others would take these for old news. Told that it is gone, a client that is here says so with a higher
    // clock; one that only repeated what it heard learns that it is wrong.
    if (stale.size > 0) member.send(encodeAwareness(writeAwareness([...stale.values()])))
    if (!first) return []
    this.#claim(member, first.client)
    return entries.filter(entry => entry.client === first.client)
  }

  #isFree(member: Member, client: number): boolean {
    const owner = this.#known.get(client)?.owner.identity
    // Back before the old connection was found to be dead. Only a person can show to be the same.
    return !owner || (owner.person !== null && owner.person.id === member.identity.person?.id)
  }

  #claim(member: Member, client: number): void {
    const known = this.#known.get(client)
    if (known) {
      this.#owned.delete(known.owner)
      this.#known.set(client, { ...known, owner: member })
    }
    this.#gone.delete(client)
    this.#owned.set(member, client)
  }

  #tell(member: Member, { client, clock, json }: AwarenessEntry): void {
    const known = this.#known.get(client)
    const isNews = !known || clock > known.clock || (clock === known.clock && json === LEFT && known.json !== LEFT)
    if (!isNews) return
    const signed = signState(json, member.identity)
    if (!signed.ok) {
      member.close(signed.because === 'too large' ? CLOSE.tooLarge : CLOSE.resync)
      return
    }
    this.#known.set(client, { client, clock, json: signed.json, owner: member })
    this.#changed.add(client)
    this.#stopTick ??= this.#clock.after(AWARENESS_TICK, () => this.#tick())
  }

  #tick(): void {
    this.#stopTick = null
    const entries = [...this.#changed].flatMap(client => this.#known.get(client) ?? [])
    this.#changed.clear()
    if (entries.length > 0) this.#send(entries)
  }

  #send(entries: readonly AwarenessEntry[]): void {
    const message = encodeAwareness(writeAwareness(entries))
    for (const member of this.#members) member.send(message)
  }

  #rememberGone({ client, clock }: AwarenessEntry): void {
    this.#gone.delete(client)
    this.#gone.set(client, clock)
    if (this.#gone.size <= AWARENESS_GONE) return
    for (const oldest of this.#gone.keys()) {
      this.#gone.delete(oldest)
      break
    }
  }
}
