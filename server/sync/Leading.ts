import { CLOSE } from '#shared/protocol/closeCodes.ts'
import { isSamePlace, type LeadNews, type Place, readLeadWish, writeLeadNews } from '#shared/protocol/lead.ts'
import { encodeLead } from '#shared/protocol/messages.ts'
import type { Clock } from './Clock.ts'
import { ASK_EVERY, FOLLOWERS_EVERY, LEAD_GRACE, PLACE_EVERY } from './limits.ts'
import type { Member } from './Member.ts'
import { Pointing } from './Pointing.ts'

/** Who leads: a person with all of their windows, or whoever uses a link's own token. */
export type LeadHolder = {
  /** As `Member.author`. */
  readonly author: string
  /** Null when a link's own token is used. */
  readonly person: { readonly id: string; readonly name: string; readonly color: string } | null
}

/** What a script is told. */
export type LeadSummary = Place & {
  /** Id of the person; null when a link's own token is used. */
  readonly by: string | null
  readonly name: string
  /** Windows. */
  readonly following: number
}

type Lead = { holder: LeadHolder; place: Place }

/**
 * Who presents a map, at which scene, and who follows: `PROTOCOL.md`, Leading. It lies in memory alone. Who may take
 * the lead is asked elsewhere; whoever does not hold it moves nothing here.
 */
export class Leading {
  readonly #clock: Clock
  readonly #members: ReadonlySet<Member>
  readonly #followers = new Set<Member>()
  readonly #pointing: Pointing
  /** When each person last asked for the lead. */
  readonly #askedAt = new Map<string, number>()
  #lead: Lead | null = null
  #toldAt = Number.NEGATIVE_INFINITY
  #stopPlace: (() => void) | null = null
  #stopFollowers: (() => void) | null = null
  #stopGrace: (() => void) | null = null

  constructor(clock: Clock, members: ReadonlySet<Member>) {
    this.#clock = clock
    this.#members = members
    this.#pointing = new Pointing(clock, () => [...this.#followers].filter(({ author }) => !this.isWith(author)))
  }

  get summary(): LeadSummary | null {
    if (!this.#lead) return null
    const { holder, place } = this.#lead
    return {
      by: holder.person?.id ?? null,
      name: holder.person?.name ?? '',
      ...place,
      following: this.#following().count,
    }
  }

  isWith(author: string): boolean {
    return this.#lead?.holder.author === author
  }

  /** Gives the lead to somebody; the presentation is where it was unless they say otherwise. */
  give(holder: LeadHolder, place: Place | null): void {
    if (!this.isWith(holder.author)) this.#pointing.end()
    this.#lead = { holder, place: place ?? this.#lead?.place ?? NOWHERE }
    this.#tellLead()
    this.#tellFollowersSoon()
    this.#awaitLeader()
  }

  /** Everybody stays at their scene. */
  end(): void {
    if (!this.#lead) return
    this.#lead = null
    this.#stopTimers()
    this.#tellLead()
  }

  /** The presentation is somewhere else. */
  go(place: Place): void {
    if (!this.#lead || isSamePlace(this.#lead.place, place)) return
    this.#lead.place = place
    const wait = this.#toldAt + PLACE_EVERY - this.#clock.now()
    if (wait <= 0) this.#tellPlace()
    else this.#stopPlace ??= this.#clock.after(wait, () => this.#tellPlace())
  }

  /** Takes in what a member says; closes the member when it cannot be read. */
  take(member: Member, bytes: Uint8Array): void {
    const wish = readLeadWish(bytes)
    if (!wish) member.close(CLOSE.resync)
    else if (wish.type === 'follow') this.#follow(member, wish.follows)
    else if (wish.type === 'ask') this.#ask(member)
    else if (wish.type === 'point') {
      if (this.isWith(member.author)) this.#pointing.point(member, wish.point)
    } else if (this.isWith(member.author)) {
      this.go(wish.place)
      this.#say(member, { type: 'place', yours: true, place: wish.place })
    } else this.#say(member, this.#newsFor(member))
  }

  /** Says to a newcomer who leads, when anybody does. */
  open(member: Member): void {
    if (!this.#lead) return
    this.#say(member, this.#newsFor(member))
    this.#say(member, { type: 'following', following: this.#following() })
    this.#awaitLeader()
  }

  leave(member: Member): void {
    if (this.#followers.delete(member)) this.#tellFollowersSoon()
    this.#pointing.leave(member)
    this.#awaitLeader()
  }

  rename(person: NonNullable<LeadHolder['person']>): void {
    if (this.#lead?.holder.author !== person.id) return
    this.#lead.holder = { author: person.id, person }
    this.#tellLead()
  }

  /** The room has ended. */
  stop(): void {
    this.#lead = null
    this.#stopTimers()
  }

  #follow(member: Member, follows: boolean): void {
    if (follows === this.#followers.has(member)) return
    if (follows) this.#followers.add(member)
    else this.#followers.delete(member)
    this.#tellFollowersSoon()
  }

  /** Passes on that somebody would like to lead; who has no name of their own can't be handed the lead. */
  #ask({ author, identity: { person } }: Member): void {
    const now = this.#clock.now()
    if (!this.#lead || !person || this.isWith(author)) return
    if (now - (this.#askedAt.get(author) ?? Number.NEGATIVE_INFINITY) < ASK_EVERY) return
    this.#askedAt.set(author, now)
    const { id, name, color } = person
    for (const member of this.#members) {
      if (this.isWith(member.author)) this.#say(member, { type: 'asked', by: { id, name, color } })
    }
  }

  /** Somebody who reloads the page comes back; whoever is gone for longer leads no more. */
  #awaitLeader(): void {
    const { author } = this.#lead?.holder ?? {}
    const isHere = author === undefined || this.#members.values().some(member => member.author === author)
    if (isHere) {
      this.#stopGrace?.()
      this.#stopGrace = null
    } else this.#stopGrace ??= this.#clock.after(LEAD_GRACE, () => this.end())
  }

  #tellLead(): void {
    // One message for everybody who does not lead, so that it is written once.
    const others = encodeLead(writeLeadNews(this.#news(false)))
    for (const member of this.#members) {
      if (this.isWith(member.author)) this.#say(member, this.#news(true))
      else member.send(others)
    }
  }

  #tellPlace(): void {
    this.#stopPlace?.()
    this.#stopPlace = null
    if (!this.#lead) return
    this.#toldAt = this.#clock.now()
    const frame = encodeLead(writeLeadNews({ type: 'place', yours: false, place: this.#lead.place }))
    for (const member of this.#members) member.send(frame)
  }

  #tellFollowersSoon(): void {
    if (this.#lead) this.#stopFollowers ??= this.#clock.after(FOLLOWERS_EVERY, () => this.#tellFollowers())
  }

  #tellFollowers(): void {
    this.#stopFollowers = null
    const frame = encodeLead(writeLeadNews({ type: 'following', following: this.#following() }))
    for (const member of this.#members) member.send(frame)
  }

  /** Whoever leads follows nobody. */
  #following(): { count: number; people: string[] } {
    const others = [...this.#followers].filter(({ author }) => !this.isWith(author))
    return { count: others.length, people: [...new Set(others.flatMap(({ identity }) => identity.person?.id ?? []))] }
  }

  #newsFor(member: Member): LeadNews {
    return this.#news(this.isWith(member.author))
  }

  #news(mine: boolean): LeadNews {
    if (!this.#lead) return { type: 'nobody' }
    const { id, name, color } = this.#lead.holder.person ?? NAMELESS
    return { type: 'lead', mine, leader: { id, name, color }, place: this.#lead.place }
  }

  #say(member: Member, news: LeadNews): void {
    member.send(encodeLead(writeLeadNews(news)))
  }

  #stopTimers(): void {
    for (const stop of [this.#stopPlace, this.#stopFollowers, this.#stopGrace]) stop?.()
    this.#stopPlace = null
    this.#stopFollowers = null
    this.#stopGrace = null
    this.#pointing.end()
    this.#askedAt.clear()
  }
}

const NOWHERE: Place = { scene: '', words: false, black: false }
const NAMELESS = { id: '', name: '', color: '' }
