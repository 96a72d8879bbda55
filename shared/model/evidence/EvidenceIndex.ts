import type { Assumption, Evidence, PainPoint, Quote } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'
import { type CardQuote, chooseCardQuotes, type Words } from './cardQuotes.ts'
import { type HeardFeeling, heardFeelingOf } from './feeling.ts'
import { append, byId, groupBy, once, remember } from './lookup.ts'
import { monthsBefore, type Tally, tallyOf } from './tally.ts'
import { type Voice, voiceOf } from './voice.ts'
import { excerptWords } from './words.ts'

export type { Stance, Status, Tally } from './tally.ts'
export type { CardQuote, HeardFeeling, Voice }

/** A piece of evidence with the words it stands on: the whole quote, or the excerpt with […]. */
export type ClaimEvidence = { evidence: Evidence; quote: Quote; text: string; voice: Voice }

/** Everything that a map's records say about who said what. Words of customers who withdrew appear nowhere. */
export type EvidenceIndex = {
  /** How many different customers have words that lie on the touchpoint; recalled words were not heard. */
  heard(touchpoint: string): number
  /** The quotes about the touchpoint, in the order of the map; those of which only an excerpt lies there included. */
  quotesOn(touchpoint: string): readonly Quote[]
  /** At most two: the pinned one, else the newest that fits from the larger side; where customers disagree, one of each. */
  cardQuotes(touchpoint: string): readonly CardQuote[]
  painsOn(touchpoint: string): readonly PainPoint[]
  /** The assumption about a touchpoint, stage, lane or the journey that no other replaces; of several the last on the map. */
  assumptionAbout(subject: string): Assumption | null
  tally(claim: string): Tally
  evidenceFor(claim: string): readonly ClaimEvidence[]
  /** What the team guesses in its current assumption, −2…2. */
  assumedFeeling(touchpoint: string): number | null
  /** What customers felt; recalled words, staff and unknown people are left out. */
  heardFeeling(touchpoint: string): HeardFeeling | null
  /** Quotes in the tray: on no touchpoint, about no stage nor the journey, and no excerpt of them placed. */
  unplaced(): readonly Quote[]
  /** Different customers with at least one quote on the map; no staff. */
  readonly customersOnMap: number
}

/** Words that lie on a touchpoint, a whole quote or an excerpt of one, and what the customer felt there, −2…2. */
type Placed = Words & { feeling: number | null }

/**
 * Counts a mended map; `today` is an ISO day. Groups are built when first needed, each in one pass, and every later
 * answer is a look-up.
 *
 * To follow edits instead of rebuilding: every group is keyed by what it is asked for, so a changed record leaves its
 * old group, joins its new one, and the answers remembered for those two keys are dropped (a customer's: of its quotes).
 */
export function buildEvidence(map: MapDocument, today: string): EvidenceIndex {
  const rules = { needed: map.map.voicesNeeded, oldBefore: monthsBefore(today, map.map.staleAfterMonths) }
  const speakers = once(() => byId(map.customers))
  const sources = once(() => byId(map.sources))
  const quotes = once(() => byId(map.quotes))
  const excerpts = once(() => byId(map.excerpts))
  const touchpoints = once(() => byId(map.touchpoints))
  const excerptsOf = once(() => groupBy(map.excerpts, excerpt => excerpt.quote))
  const evidenceOf = once(() => groupBy(map.evidence, evidence => evidence.claim))
  const painsOf = once(() => groupBy(map.painPoints, pain => pain.touchpoint))

  const voice = (quote: Quote) => voiceOf(quote, speakers().get(quote.customer ?? ''))
  const spoken = once(() => map.quotes.filter(quote => voice(quote) !== null))

  const placed = once(() => {
    const lists = new Map<string, Placed[]>()
    for (const quote of map.quotes) {
      const whose = voice(quote)
      if (whose === null) continue
      const { touchpoint, text, feeling } = quote
      if (touchpoint !== null) append(lists, touchpoint, { quote, text, voice: whose, feeling })
      for (const excerpt of excerptsOf().get(quote.id) ?? []) {
        if (excerpt.touchpoint === null) continue
        const words = { quote, text: excerptWords(quote, excerpt), voice: whose }
        append(lists, excerpt.touchpoint, { ...words, feeling: excerpt.feeling })
      }
    }
    return lists
  })
  const placedOn = (touchpoint: string) => placed().get(touchpoint) ?? []

  /** The words that the id of a quote or an excerpt means; null where there are none to show. */
  function wordsOf(id: string): Words | null {
    const whole = quotes().get(id)
    const excerpt = whole ? undefined : excerpts().get(id)
    const quote = whole ?? quotes().get(excerpt?.quote ?? '')
    const whose = quote ? voice(quote) : null
    if (!quote || whose === null) return null
    return { quote, text: excerpt ? excerptWords(quote, excerpt) : quote.text, voice: whose }
  }

  const evidenceFor = remember(claim =>
    (evidenceOf().get(claim) ?? []).flatMap((evidence): ClaimEvidence[] => {
      const words = wordsOf(evidence.quote)
      return words ? [{ evidence, ...words }] : []
    }),
  )

  const tally = remember(claim => {
    const pieces = evidenceFor(claim).map(({ evidence, quote, voice }) => {
      // Words without a day are no newer than the last day of their source.
      const day = quote.saidOn ?? sources().get(quote.source ?? '')?.to ?? null
      return { stance: evidence.stance, voice, customer: quote.customer, quote: quote.id, day }
    })
    return tallyOf(pieces, rules)
  })

  const current = once(() => {
    const replaced = new Set(map.assumptions.map(assumption => assumption.replaces))
    return new Map(map.assumptions.filter(({ id }) => !replaced.has(id)).map(record => [record.about, record]))
  })
  const assumptionAbout = (subject: string) => current().get(subject) ?? null

  const cardQuotes = remember(touchpoint => {
    const claim = assumptionAbout(touchpoint)?.id ?? null
    const pinned = wordsOf(touchpoints().get(touchpoint)?.pinnedQuote ?? '')
    return chooseCardQuotes({
      pinned,
      evidence: claim === null ? [] : evidenceFor(claim),
      contested: claim !== null && tally(claim).status === 'contested',
      onTouchpoint: placedOn(touchpoint),
    })
  })

  const heardFeeling = remember(touchpoint => {
    const feelings = new Map<string, number[]>()
    for (const { quote, voice, feeling } of placedOn(touchpoint)) {
      if (voice === 'customer' && quote.customer !== null && feeling !== null) append(feelings, quote.customer, feeling)
    }
    return heardFeelingOf(feelings)
  })

  const heard = remember(touchpoint => {
    const customers = placedOn(touchpoint).filter(words => words.voice === 'customer')
    return new Set(customers.map(words => words.quote.customer)).size
  })

  const quotesOn = remember(touchpoint => [...new Set(placedOn(touchpoint).map(words => words.quote))])

  const unplaced = once(() => {
    const isPlaced = (quote: Quote) =>
      excerptsOf()
        .get(quote.id)
        ?.some(excerpt => excerpt.touchpoint !== null) ?? false
    return spoken().filter(quote => quote.touchpoint === null && quote.about === null && !isPlaced(quote))
  })

  const customersOnMap = once(() => {
    const named = new Set(spoken().map(quote => quote.customer))
    return map.customers.filter(({ id, side }) => side === 'customer' && named.has(id)).length
  })

  return {
    heard,
    quotesOn,
    cardQuotes,
    painsOn: touchpoint => painsOf().get(touchpoint) ?? [],
    assumptionAbout,
    tally,
    evidenceFor,
    assumedFeeling: touchpoint => assumptionAbout(touchpoint)?.feeling ?? null,
    heardFeeling,
    unplaced,
    get customersOnMap() {
      return customersOnMap()
    },
  }
}
