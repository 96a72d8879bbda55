import { createStore } from 'zustand/vanilla'
import { type LeadNews, type LeadWish, type Place, readLeadNews, writeLeadWish } from '#shared/protocol/lead.ts'
import { encodeLead } from '#shared/protocol/messages.ts'
import { type Leading, type LeadingEvent, NOT_LED, nextLeading } from './leading.ts'

/** Sends a frame, and answers whether there is a connection that takes it. */
type Send = (frame: Uint8Array) => boolean

/** One window's part in a presentation: hears where it is, moves it, and says that it follows. */
export class LeadLink {
  readonly store = createStore<Leading>(() => NOT_LED)
  private readonly key: string
  private readonly send: Send
  private attends = false

  constructor(map: string, send: Send) {
    this.key = `verbatim.leads.${map}`
    this.send = send
  }

  connecting(): void {
    this.become({ type: 'connecting' })
  }

  synced(): void {
    if (this.attends) this.say({ type: 'follow', follows: true })
    this.become({ type: 'synced' })
    const { lead, own, isUnsent } = this.store.getState()
    if (lead?.mine && own && isUnsent) this.go(own)
  }

  hear(bytes: Uint8Array): void {
    const news = readLeadNews(bytes)
    if (news) this.become({ type: 'heard', news: this.meant(news) })
  }

  /** Moves the presentation, for whoever leads it. Without a connection it goes out on return. */
  go(place: Place): void {
    this.become({ type: 'said', place, isSent: this.say({ type: 'go', place }) })
  }

  /** Goes along with whoever leads, or looks around. */
  follow(follows: boolean): void {
    this.become({ type: 'follow', follows })
  }

  /** Tells others whether this window follows. */
  attend(attends: boolean): void {
    if (attends === this.attends) return
    this.attends = attends
    this.say({ type: 'follow', follows: attends })
  }

  /** This browser's tab takes the lead: who has no name of their own shares a link with others, and is told so. */
  claim(): void {
    try {
      sessionStorage.setItem(this.key, '1')
    } catch {}
  }

  private meant(news: LeadNews): LeadNews {
    if (news.type !== 'lead') return news
    return { ...news, mine: news.mine && (news.leader.id !== '' || this.hasClaimed()) }
  }

  private hasClaimed(): boolean {
    try {
      return sessionStorage.getItem(this.key) !== null
    } catch {
      return false
    }
  }

  private say(wish: LeadWish): boolean {
    return this.send(encodeLead(writeLeadWish(wish)))
  }

  private become(event: LeadingEvent): void {
    this.store.setState(nextLeading(this.store.getState(), event), true)
  }
}
