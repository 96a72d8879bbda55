import { createStore } from 'zustand/vanilla'
import {
  type Leader,
  type LeadNews,
  type LeadWish,
  type Place,
  type Point,
  readLeadNews,
  writeLeadWish,
} from '#shared/protocol/lead.ts'
import { encodeLead } from '#shared/protocol/messages.ts'
import { type Leading, type LeadingEvent, NOT_LED, nextLeading } from './leading.ts'

/** Sends a frame, and answers whether there is a connection that takes it. */
type Send = (frame: Uint8Array) => boolean

/** One window's part in a presentation: hears where it is, moves it, and says that it follows. */
export class LeadLink {
  readonly store = createStore<Leading>(() => NOT_LED)
  /** Where the leader points, for whoever follows; apart from the rest because it changes all the time. */
  readonly pointed = createStore<{ point: Point | null }>(() => ({ point: null }))
  /** Who asked last for the lead that this person has, and has not been answered. */
  readonly asked = createStore<{ by: Leader | null }>(() => ({ by: null }))
  private readonly key: string
  private readonly send: Send
  private attends = false

  constructor(map: string, send: Send) {
    this.key = `verbatim.leads.${map}`
    this.send = send
  }

  connecting(): void {
    this.pointed.setState({ point: null })
    this.become({ type: 'connecting' })
  }

  synced(): void {
    if (this.attends) this.say({ type: 'follow', follows: true })
    this.become({ type: 'synced' })
    this.sendOwn()
  }

  hear(bytes: Uint8Array): void {
    const news = readLeadNews(bytes)
    if (news?.type === 'point') this.pointed.setState({ point: news.point })
    if (news?.type === 'asked') this.asked.setState({ by: news.by })
    if (news?.type === 'lead' || news?.type === 'nobody') {
      this.pointed.setState({ point: null })
      this.answerAsked()
    }
    if (news) this.become({ type: 'heard', news: this.meant(news) })
    this.sendOwn()
  }

  /**
   * Moves the presentation, for whoever leads it or has asked to. Without a connection it goes out on return, before the
   * lead is there as soon as it is.
   */
  go(place: Place): void {
    const { asks } = this.store.getState()
    this.become({ type: 'said', place, isSent: !asks && this.say({ type: 'go', place }) })
  }

  /** Goes along with whoever leads, or looks around. */
  follow(follows: boolean): void {
    this.become({ type: 'follow', follows })
  }

  /** Whoever asked for the lead waits no longer. */
  answerAsked(): void {
    this.asked.setState({ by: null })
  }

  /** Tells others whether this window follows. */
  attend(attends: boolean): void {
    if (attends === this.attends) return
    this.attends = attends
    this.say({ type: 'follow', follows: attends })
  }

  /** This browser's tab asks for the lead: who has no name of their own shares a link with others, and is told so. */
  claim(): void {
    try {
      sessionStorage.setItem(this.key, '1')
    } catch {}
    this.become({ type: 'asked' })
  }

  /** The lead that was asked for is not given. */
  refused(): void {
    this.become({ type: 'refused' })
  }

  private sendOwn(): void {
    const { lead, own, isUnsent, isTold } = this.store.getState()
    if (isTold && lead?.mine && own && isUnsent) this.go(own)
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

  /** Says something to the server; false where there is no connection that takes it. */
  say(wish: LeadWish): boolean {
    return this.send(encodeLead(writeLeadWish(wish)))
  }

  private become(event: LeadingEvent): void {
    this.store.setState(nextLeading(this.store.getState(), event), true)
  }
}
