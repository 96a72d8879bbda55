import type { Following, Leader, LeadNews, Place } from '#shared/protocol/lead.ts'

/** What this window knows of a presentation, and what it said itself that the server has not answered yet. */
export type Leading = {
  /** Null while nobody leads. `mine`: it is with this person, in whichever of their windows. */
  readonly lead: { readonly leader: Leader; readonly mine: boolean } | null
  /** Where the server says the presentation is. */
  readonly place: Place
  /** Where this window has moved it since; null when the server has answered all of that. */
  readonly own: Place | null
  /** Moves of this window that are under way. */
  readonly waiting: number
  /** Whether `own` was said while there was no connection, or before the lead was there. */
  readonly isUnsent: boolean
  /** Whether this window has asked for the lead and not been answered. Where it moves meanwhile, it takes everybody then. */
  readonly asks: boolean
  readonly following: Following
  /** Whether this window goes along while somebody else leads; not while its person looks around. */
  readonly follows: boolean
  /** Whether the server has said, on this connection, all that it says by itself. */
  readonly isTold: boolean
  readonly hasHeard: boolean
  /** Whether the lead was this person's, or asked for, when the connection was lost, and is nobody's: they take it again. */
  readonly retakes: boolean
}

export type LeadingEvent =
  | { readonly type: 'connecting' }
  | { readonly type: 'synced' }
  | { readonly type: 'heard'; readonly news: LeadNews }
  | { readonly type: 'said'; readonly place: Place; readonly isSent: boolean }
  | { readonly type: 'follow'; readonly follows: boolean }
  | { readonly type: 'asked' }
  | { readonly type: 'refused' }

export const NOWHERE: Place = { scene: '', words: false, black: false }
const NOBODY: Following = { count: 0, people: [] }

/** Nothing is under way that the server would have to answer. */
const ANSWERED = { own: null, waiting: 0, isUnsent: false, asks: false } as const

export const NOT_LED: Leading = {
  ...ANSWERED,
  lead: null,
  place: NOWHERE,
  following: NOBODY,
  follows: true,
  isTold: false,
  hasHeard: false,
  retakes: false,
}

/** The state after an event. While the connection is away all stays as it was, so that presenting goes on. */
export function nextLeading(state: Leading, event: LeadingEvent): Leading {
  switch (event.type) {
    case 'connecting': {
      // What was under way may never have arrived.
      const { own, asks, retakes } = state
      const still = { isUnsent: own !== null, retakes: retakes || asks }
      return { ...state, ...still, isTold: false, hasHeard: false, waiting: 0, asks: false }
    }
    case 'synced':
      if (state.hasHeard) return { ...state, isTold: true }
      return { ...state, isTold: true, lead: null, following: NOBODY, retakes: state.lead?.mine || state.retakes }
    case 'heard':
      return hear(state, event.news)
    case 'said':
      return { ...state, own: event.place, isUnsent: !event.isSent, waiting: state.waiting + (event.isSent ? 1 : 0) }
    case 'follow':
      return { ...state, follows: event.follows }
    case 'asked':
      return { ...state, ...ANSWERED, asks: true, retakes: false }
    case 'refused':
      return state.asks ? { ...state, ...ANSWERED } : state
  }
}

function hear(before: Leading, news: LeadNews): Leading {
  const state = { ...before, hasHeard: true }
  switch (news.type) {
    case 'nobody':
      return { ...state, ...ANSWERED, lead: null, following: NOBODY, retakes: false }
    case 'lead': {
      const { leader, mine, place } = news
      const known = { ...state, lead: { leader, mine }, place, retakes: false, asks: false }
      return mine ? known : { ...known, ...ANSWERED }
    }
    case 'place': {
      const waiting = news.yours ? Math.max(0, state.waiting - 1) : state.waiting
      const isAnswered = waiting === 0 && !state.isUnsent
      return { ...state, place: news.place, waiting, own: isAnswered ? null : state.own }
    }
    case 'following':
      return { ...state, following: news.following }
    // Those are told apart from where the presentation is.
    case 'point':
    case 'asked':
      return before
  }
}

/** Where the presentation is as this window sees it: its own moves count before the server has answered them. */
export function placeOf({ lead, own, place }: Pick<Leading, 'lead' | 'own' | 'place'>): Place {
  return lead?.mine === false ? place : (own ?? place)
}

/** What a window that presents does: moves everybody, goes along, or goes where its person likes. */
export function partOf({ lead, follows }: Pick<Leading, 'lead' | 'follows'>): 'leads' | 'follows' | 'apart' {
  if (!lead) return 'apart'
  return lead.mine ? 'leads' : follows ? 'follows' : 'apart'
}
