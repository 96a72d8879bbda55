import { append } from '../../util/append.ts'
import { Groups } from '../../util/Groups.ts'
import { once } from '../../util/once.ts'
import { Roll } from '../../util/Roll.ts'
import type {
  Assumption,
  Customer,
  Evidence,
  Excerpt,
  PainPoint,
  Promised,
  Quote,
  Source,
  Touchpoint,
} from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'
import { Answers } from './Answers.ts'
import { type CardQuote, chooseCardQuotes, type Words } from './cardQuotes.ts'
import { currentAssumptions } from './currentAssumptions.ts'
import type { ClaimEvidence, EvidenceIndex, SaidWords } from './EvidenceIndex.ts'
import { type HeardFeeling, heardFeelingOf } from './feeling.ts'
import { flagOf } from './promises.ts'
import { Recent } from './Recent.ts'
import { monthsBefore, type Rules, type Tally, tallyOf } from './tally.ts'
import { voiceOf } from './voice.ts'
import { excerptWords } from './words.ts'

const NONE: ReadonlySet<string> = new Set()

/**
 * Counts a mended map as it changes; the day is an ISO day. Each call is given the map as it is now, of which untouched
 * records and lists are the same objects as before, and costs what changed: answers keep their identity until
 * something that they rest on has changed, and are worked out again when next asked for.
 *
 * `inPart`: quotes of which only excerpts count, as `filterer` answers them; the same set as long as it is the same.
 *
 * Earlier indexes answer as the newest does.
 */
export function evidenceFollower(): (map: MapDocument, today: string, inPart?: ReadonlySet<string>) => EvidenceIndex {
  const quotes = new Roll<Quote>()
  const customers = new Roll<Customer>()
  const sources = new Roll<Source>()
  const excerpts = new Roll<Excerpt>()
  const touchpoints = new Roll<Touchpoint>()
  const assumptions = new Roll<Assumption>()
  const evidence = new Roll<Evidence>()
  const pains = new Roll<PainPoint>()
  const promises = new Roll<Promised>()

  const excerptsOf = new Groups<Excerpt>(excerpt => excerpt.quote)
  const evidenceOf = new Groups<Evidence>(({ claim }) => claim)
  const evidenceWith = new Groups<Evidence>(({ quote }) => quote)
  const painsOf = new Groups<PainPoint>(({ touchpoint }) => touchpoint)
  const promisesOf = new Groups<Promised>(({ touchpoint }) => touchpoint)
  const quotesOf = new Groups<Quote>(({ customer }) => customer)
  const pinnedWith = new Groups<Touchpoint>(({ pinnedQuote }) => pinnedQuote)
  /** Quotes by the touchpoints on which they lie, whole or by an excerpt. */
  const lyingOn = new Groups<Quote>(quote => {
    const parts = excerpts.list.length === 0 ? [] : excerptsOf.get(quote.id)
    if (parts.length === 0) return quote.touchpoint
    const places = [quote.touchpoint, ...parts.map(excerpt => excerpt.touchpoint)]
    return [...new Set(places.filter(place => place !== null))]
  })

  let rules: Rules = { needed: 0, oldBefore: '' }
  let day = ''
  let partial = NONE
  let current = once(() => new Map<string, Assumption>())
  let spoken = once((): readonly Quote[] => [])
  let unplaced = once((): readonly Quote[] => [])
  let customersOnMap = once(() => 0)
  let withdrawn = NONE
  /** No words and nothing that they could lie on. */
  let hasNothing = true
  let changed: Set<string> | null = new Set()
  const recent = new Recent()
  const states = new WeakMap<EvidenceIndex, number>()

  const voice = (quote: Quote) => voiceOf(quote, customers.get(quote.customer))
  const hasWithdrawn = (customer: string | null) => customer !== null && withdrawn.has(customer)

  const placed = new Answers(touchpoint =>
    lyingOn.get(touchpoint).flatMap((quote): SaidWords[] => {
      const whose = voice(quote)
      if (whose === null) return []
      const { id, feeling } = quote
      const isHere = quote.touchpoint === touchpoint && !partial.has(id)
      const whole = isHere ? [{ id, quote, excerpt: null, text: quote.text, voice: whose, feeling }] : []
      const parts = excerptsOf.get(id).filter(excerpt => excerpt.touchpoint === touchpoint)
      return [
        ...whole,
        ...parts.map((excerpt): SaidWords => {
          const text = excerptWords(quote, excerpt)
          return { id: excerpt.id, quote, excerpt, text, voice: whose, feeling: excerpt.feeling }
        }),
      ]
    }),
  )

  /** The words that the id of a quote or an excerpt means; null where there are none to show. */
  function wordsOf(id: string): Words | null {
    const whole = partial.has(id) ? undefined : quotes.get(id)
    const excerpt = whole ? undefined : excerpts.get(id)
    const quote = whole ?? quotes.get(excerpt?.quote ?? '')
    const whose = quote ? voice(quote) : null
    if (!quote || whose === null) return null
    return { quote, text: excerpt ? excerptWords(quote, excerpt) : quote.text, voice: whose }
  }

  const evidenceFor = new Answers(claim =>
    evidenceOf.get(claim).flatMap((record): ClaimEvidence[] => {
      const words = wordsOf(record.quote)
      return words ? [{ evidence: record, ...words }] : []
    }),
  )

  const tally = new Answers((claim): Tally => {
    const pieces = evidenceFor.get(claim).map(({ evidence: { stance }, quote, voice: whose }) => {
      // Words without a day are no newer than the last day of their source.
      const day = quote.saidOn ?? sources.get(quote.source)?.to ?? null
      return { stance, voice: whose, customer: quote.customer, quote: quote.id, day }
    })
    return tallyOf(pieces, rules)
  })

  const assumptionAbout = (subject: string) => current().get(subject) ?? null

  const cardQuotes = new Answers((touchpoint): readonly CardQuote[] => {
    const claim = assumptionAbout(touchpoint)?.id ?? null
    const pinned = wordsOf(touchpoints.get(touchpoint)?.pinnedQuote ?? '')
    return chooseCardQuotes({
      pinned,
      evidence: claim === null ? [] : evidenceFor.get(claim),
      contested: claim !== null && tally.get(claim).status === 'contested',
      onTouchpoint: placed.get(touchpoint),
    })
  })

  const heardFeeling = new Answers((touchpoint): HeardFeeling | null => {
    const feelings = new Map<string, number[]>()
    for (const { quote, voice: whose, feeling } of placed.get(touchpoint)) {
      if (whose === 'customer' && quote.customer !== null && feeling !== null) append(feelings, quote.customer, feeling)
    }
    return heardFeelingOf(feelings)
  })

  const customersOn = new Answers((touchpoint): ReadonlySet<string> => {
    const heard = new Set<string>()
    for (const { quote, voice: whose } of placed.get(touchpoint)) {
      if (whose === 'customer' && quote.customer !== null) heard.add(quote.customer)
    }
    return heard
  })

  const quotesOn = new Answers((touchpoint): readonly Quote[] => [
    ...new Set(placed.get(touchpoint).map(({ quote }) => quote)),
  ])

  const byTouchpoint = [placed, cardQuotes, heardFeeling, customersOn, quotesOn]
  const byClaim = [evidenceFor, tally]

  /** Something that a touchpoint shows has changed. */
  function touch(touchpoint: string | null): void {
    if (touchpoint === null) return
    for (const answers of byTouchpoint) answers.drop(touchpoint)
    changed?.add(touchpoint)
  }

  function touchClaim(claim: string): void {
    for (const answers of byClaim) answers.drop(claim)
    touch(assumptions.get(claim)?.about ?? null)
  }

  /** The words of a quote or an excerpt, or whose they are, have changed: so has what stands on them. */
  function touchWords(id: string): void {
    for (const { claim } of evidenceWith.get(id)) touchClaim(claim)
    for (const touchpoint of pinnedWith.get(id)) touch(touchpoint.id)
  }

  function touchQuote(quote: Quote): void {
    touch(quote.touchpoint)
    touchWords(quote.id)
    for (const excerpt of excerptsOf.get(quote.id)) touchExcerpt(excerpt)
  }

  function touchExcerpt(excerpt: Excerpt): void {
    touch(excerpt.touchpoint)
    touchWords(excerpt.id)
  }

  function touchEverything(): void {
    for (const answers of [...byTouchpoint, ...byClaim]) answers.clear()
    changed = null
  }

  /**
   * Follows every list first, and only then looks who is concerned: by then the groups say who names whom. Answers
   * whether anything has changed that is counted.
   */
  function follow(map: MapDocument): boolean {
    const of = {
      quotes: quotes.follow(map.quotes),
      customers: customers.follow(map.customers),
      sources: sources.follow(map.sources),
      excerpts: excerpts.follow(map.excerpts),
      touchpoints: touchpoints.follow(map.touchpoints),
      assumptions: assumptions.follow(map.assumptions),
      evidence: evidence.follow(map.evidence),
      pains: pains.follow(map.painPoints),
      promises: promises.follow(map.promises),
    }
    excerptsOf.follow(map.excerpts, of.excerpts)
    for (const { touchpoint } of both(of.excerpts)) if (touchpoint !== null) lyingOn.touch(touchpoint)
    lyingOn.follow(map.quotes, of.quotes)
    quotesOf.follow(map.quotes, of.quotes)
    evidenceOf.follow(map.evidence, of.evidence)
    evidenceWith.follow(map.evidence, of.evidence)
    painsOf.follow(map.painPoints, of.pains)
    promisesOf.follow(map.promises, of.promises)
    pinnedWith.follow(map.touchpoints, of.touchpoints)

    const reordered = [of.quotes, of.excerpts, of.evidence, of.assumptions, of.pains].some(changes => changes.reordered)
    // Of a map that has just arrived, which is the largest change there is, nothing is known yet.
    const isNew = hasNothing
    hasNothing = map.quotes.length + map.touchpoints.length === 0
    if (isNew || reordered || isAny(of.sources)) touchEverything()
    if (!isNew) {
      for (const quote of both(of.quotes)) touchQuote(quote)
      for (const excerpt of both(of.excerpts)) touchExcerpt(excerpt)
      for (const { claim } of both(of.evidence)) touchClaim(claim)
      for (const { touchpoint } of both(of.pains)) touch(touchpoint)
      for (const { touchpoint } of both(of.promises)) touch(touchpoint)
      for (const { id } of pinnedOtherwise(of.touchpoints)) touch(id)
      for (const customer of both(of.customers)) for (const quote of quotesOf.get(customer.id)) touchQuote(quote)
      for (const { about, replaces } of both(of.assumptions)) {
        touch(about)
        touch(assumptions.get(replaces)?.about ?? null)
      }
    }

    const { touchpoints: _, ...counted } = of
    const isCounted = isNew || changed === null || changed.size > 0 || Object.values(counted).some(isAny)
    if (isAny(of.assumptions)) current = once(() => currentAssumptions(map.assumptions))
    if (!isAny(of.quotes) && !isAny(of.customers) && !isAny(of.excerpts)) return isCounted
    if (isAny(of.customers)) withdrawn = withdrawnOf(map.customers)
    // Mostly nobody has, and then a walk over thousands of quotes can be spared at each of them that comes.
    spoken = once(() =>
      withdrawn.size === 0 ? map.quotes : map.quotes.filter(({ customer }) => !hasWithdrawn(customer)),
    )
    unplaced = once(() => {
      const isPlaced = ({ id }: Quote) => excerptsOf.get(id).some(excerpt => excerpt.touchpoint !== null)
      return spoken().filter(quote => quote.touchpoint === null && quote.about === null && !isPlaced(quote))
    })
    customersOnMap = once(() => {
      const isHeard = ({ id, side }: Customer) =>
        side === 'customer' && !withdrawn.has(id) && quotesOf.get(id).length > 0
      return map.customers.filter(isHeard).length
    })
    return isCounted
  }

  function setRules(map: MapDocument, today: string): void {
    // What was kept yesterday may be due today.
    if (today !== day) for (const { touchpoint } of promises.list) touch(touchpoint)
    day = today
    const next = { needed: map.map.voicesNeeded, oldBefore: monthsBefore(today, map.map.staleAfterMonths) }
    if (next.needed === rules.needed && next.oldBefore === rules.oldBefore) return
    rules = next
    touchEverything()
  }

  let latest: EvidenceIndex | null = null
  return (map, today, inPart = NONE) => {
    changed = new Set()
    const isAnotherDay = today !== day
    setRules(map, today)
    if (inPart !== partial) touchEverything()
    partial = inPart
    // While a title is typed nothing is counted otherwise, and nobody who shows numbers need look again.
    if (!follow(map) && latest !== null && !isAnotherDay) return latest
    const state = recent.add(changed)
    const index: EvidenceIndex = {
      heard: touchpoint => customersOn.get(touchpoint).size,
      customersOn: touchpoint => customersOn.get(touchpoint),
      quotesOn: touchpoint => quotesOn.get(touchpoint),
      wordsOn: touchpoint => placed.get(touchpoint),
      cardQuotes: touchpoint => cardQuotes.get(touchpoint),
      painsOn: touchpoint => painsOf.get(touchpoint),
      promiseFlag: touchpoint => flagOf(promisesOf.get(touchpoint), day),
      assumptionAbout,
      tally: claim => tally.get(claim),
      evidenceFor: claim => evidenceFor.get(claim),
      assumedFeeling: touchpoint => assumptionAbout(touchpoint)?.feeling ?? null,
      heardFeeling: touchpoint => heardFeeling.get(touchpoint),
      unplaced: () => unplaced(),
      spoken: () => spoken(),
      get customersOnMap() {
        return customersOnMap()
      },
      changedSince: earlier => recent.since(states.get(earlier) ?? -1),
    }
    states.set(index, state)
    latest = index
    return index
  }
}

function withdrawnOf(customers: readonly Customer[]): ReadonlySet<string> {
  return new Set(customers.filter(({ consent }) => consent === 'withdrawn').map(({ id }) => id))
}

/** What went and what came: a record that was changed is both. */
function both<T>({ gone, come }: { gone: readonly T[]; come: readonly T[] }): readonly T[] {
  return gone.length === 0 ? come : come.length === 0 ? gone : [...gone, ...come]
}

/** Touchpoints that came or went, or have other words pinned to them: all else of a touchpoint counts for nothing here. */
function pinnedOtherwise({ gone, come }: { gone: readonly Touchpoint[]; come: readonly Touchpoint[] }): Touchpoint[] {
  const before = new Map(gone.map(touchpoint => [touchpoint.id, touchpoint]))
  const others = come.filter(touchpoint => {
    const old = before.get(touchpoint.id)
    before.delete(touchpoint.id)
    return old?.pinnedQuote !== touchpoint.pinnedQuote || old === undefined
  })
  return [...before.values(), ...others]
}

function isAny({ gone, come, reordered }: { gone: readonly unknown[]; come: readonly unknown[]; reordered: boolean }) {
  return gone.length > 0 || come.length > 0 || reordered
}
