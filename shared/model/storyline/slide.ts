import type { EvidenceIndex } from '../evidence/EvidenceIndex.ts'
import { gaps } from '../evidence/gaps.ts'
import { sentence, statusWords } from '../evidence/sentence.ts'
import type { Stance, Tally } from '../evidence/tally.ts'
import { QUESTIONS, type Question, WHY_HIRED } from '../ids.ts'
import { KINDS, type Quote, type Scene } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'
import { NINE_QUESTIONS, YES_OR_NO } from '../questions.ts'
import type { NumberName } from '../records/scenes.ts'

/** A customer's words as a room sees them. `id` is that of the quote or of its excerpt. */
export type SlideWords = {
  readonly id: string
  readonly text: string
  readonly recalled: boolean
  /** Who said it, of which persona and when, as far as that is known. */
  readonly who: string
  readonly stance: Stance | null
}

/** Who stands behind what is claimed: what the ring of five is drawn from. */
export type SlideCounts = Pick<Tally, 'supports' | 'contradicts' | 'stale'> & { readonly needed: number }

/** One touchpoint of a comparison, feelings −2…2. */
export type SlidePoint = {
  readonly touchpoint: string
  readonly title: string
  readonly assumed: number | null
  readonly heard: { readonly median: number; readonly customers: number } | null
}

type Body =
  | { readonly kind: 'title'; readonly facts: readonly string[] }
  | {
      readonly kind: 'view'
      /** What is shown; null for the whole map. */
      readonly focus: { readonly stage: string } | { readonly records: readonly string[] } | null
      readonly hides: readonly string[]
    }
  | {
      readonly kind: 'claim'
      /** What it is: `Pain point, severity 4`. */
      readonly label: string
      /** What is claimed, or the touchpoint's name. */
      readonly statement: string
      readonly counts: SlideCounts | null
      readonly status: string
      /** How many customers say so, in a sentence. */
      readonly sentence: string
      readonly words: readonly SlideWords[]
      /** Where on the map it is. */
      readonly touchpoint: string | null
    }
  | {
      readonly kind: 'comparison'
      readonly points: readonly SlidePoint[]
      readonly curves: Scene['curves']
      readonly needed: number
      /** The widest gaps in words, the widest first. */
      readonly findings: readonly string[]
    }
  | { readonly kind: 'number'; readonly figure: string; readonly words: string }

/**
 * What a scene shows, read from the map as it is now. `lost` says in a sentence to the presenter what the scene named
 * and is no more; the room sees the rest.
 */
export type Slide = Body & { readonly id: string; readonly heading: string; readonly lost: string | null }

const count = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`

/** What a scene shows. `evidence` counts the words of whoever the scene says, which is up to the caller. */
export function slideOf(scene: Scene, map: MapDocument, evidence: EvidenceIndex): Slide {
  const own = { id: scene.id, heading: scene.heading.trim() }
  switch (scene.kind) {
    case 'title':
      return {
        ...own,
        ...titleOf(scene, map, evidence),
        heading: own.heading || map.map.title.trim() || 'Untitled map',
      }
    case 'view':
      return { ...own, ...viewOf(scene, map) }
    case 'claim':
      return { ...own, ...claimOf(scene, map, evidence) }
    case 'comparison':
      return { ...own, ...comparisonOf(scene, map, evidence) }
    case 'number':
      return { ...own, ...numberOf(scene.number, map, evidence) }
  }
}

type Rest<K extends Slide['kind']> = Omit<Extract<Slide, { kind: K }>, 'id' | 'heading'>

/** The facts of the map stand under the first title alone; a later one only parts the storyline. */
function titleOf({ id }: Scene, map: MapDocument, evidence: EvidenceIndex): Rest<'title'> {
  const [first] = map.scenes
  if (first && first.id !== id) return { kind: 'title', facts: [], lost: null }
  const { persona, scenario, goal } = map.map
  const whose = map.personas.find(({ id }) => id === persona)?.name.trim()
  const heard = `${count(evidence.customersOnMap, 'customer')} heard, ${count(evidence.spoken().length, 'quote')}`
  const facts = [whose ? `The journey of ${whose}` : '', scenario.trim(), goal.trim(), heard]
  return { kind: 'title', facts: facts.filter(Boolean), lost: null }
}

function viewOf({ stage, shows, hides }: Scene, map: MapDocument): Rest<'view'> {
  if (stage !== null) return { kind: 'view', focus: { stage }, hides, lost: null }
  const there = new Set([...map.touchpoints, ...map.notes].map(({ id }) => id))
  const records = shows.filter(id => there.has(id))
  return { kind: 'view', focus: records.length > 0 ? { records } : null, hides, lost: null }
}

function comparisonOf({ stage, curves }: Scene, map: MapDocument, evidence: EvidenceIndex): Rest<'comparison'> {
  const order = new Map(map.stages.map(({ id }, index) => [id, index]))
  const lanes = new Map(map.lanes.map(({ id }, index) => [id, index]))
  const place = (touchpoint: MapDocument['touchpoints'][number]) =>
    (order.get(touchpoint.stage) ?? map.stages.length) * 1_000 + (lanes.get(touchpoint.lane) ?? map.lanes.length)
  const points = map.touchpoints
    .filter(touchpoint => stage === null || touchpoint.stage === stage)
    .sort((a, b) => place(a) - place(b))
    .map((touchpoint): SlidePoint => {
      const heard = evidence.heardFeeling(touchpoint.id)
      return {
        touchpoint: touchpoint.id,
        title: KINDS.touchpoints.title(touchpoint),
        assumed: curves === 'heard' ? null : evidence.assumedFeeling(touchpoint.id),
        heard: heard && curves !== 'assumed' ? { median: heard.median, customers: heard.customers } : null,
      }
    })
    .filter(({ assumed, heard }) => assumed !== null || heard !== null)
  const shown = new Map(points.map(({ touchpoint, title }) => [touchpoint, title]))
  const findings = gaps(map, evidence)
    .filter(({ touchpoint }) => shown.has(touchpoint))
    .slice(0, 3)
    .map(({ touchpoint, gap, heard }) => {
      const steps = count(Math.abs(gap), 'step')
      const who = count(heard.customers, 'customer feels', 'customers feel')
      return `${shown.get(touchpoint)}: ${who} ${steps} ${gap < 0 ? 'worse' : 'better'} than we assumed.`
    })
  return { kind: 'comparison', points, curves, needed: map.map.voicesNeeded, findings, lost: null }
}

function numberOf(name: NumberName, map: MapDocument, evidence: EvidenceIndex): Rest<'number'> {
  const silent = map.touchpoints.filter(({ id }) => evidence.heard(id) === 0).length
  const claims = [...map.assumptions, ...map.painPoints, ...map.opportunities].map(({ id }) => evidence.tally(id))
  const confirmed = claims.filter(({ status }) => status === 'corroborated').length
  const number = (figure: number, words: string): Rest<'number'> => {
    return { kind: 'number', figure: figure.toLocaleString('en-GB'), words, lost: null }
  }
  switch (name) {
    case '':
      return { kind: 'number', figure: '', words: '', lost: null }
    case 'customers':
      return number(evidence.customersOnMap, `different customers are heard on this map`)
    case 'quotes':
      return number(evidence.spoken().length, 'quotes, in customers’ own words')
    case 'notHeard':
      return number(silent, `of ${count(map.touchpoints.length, 'touchpoint')} nobody has spoken about yet`)
    case 'confirmed':
      return number(confirmed, `of ${count(claims.length, 'claim')} confirmed by ${map.map.voicesNeeded} or more`)
    case 'wrong':
      return number(gaps(map, evidence).length, 'touchpoints where customers feel otherwise than we assumed')
    case 'pains':
      return number(map.painPoints.filter(({ status }) => status !== 'moved-on').length, 'pain points to be mended')
  }
}

/** A claim, a question or a touchpoint, with the words behind it: those for it and against it in turn. */
function claimOf(scene: Scene, map: MapDocument, evidence: EvidenceIndex): Rest<'claim'> {
  const { claim, touchpoint } = scene
  if (claim !== null) {
    const found = claimNamed(claim, map)
    if (found) return claimSlide(claim, found, map, evidence)
  }
  const place = map.touchpoints.find(({ id }) => id === touchpoint)
  if (place) return touchpointSlide(place, map, evidence)
  return {
    kind: 'claim',
    ...{ label: '', statement: '', counts: null, status: '', sentence: '', words: [], touchpoint: null },
    lost: 'What this scene showed was deleted. Choose something else for it, or remove the scene.',
  }
}

type Named = { label: string; statement: string; touchpoint: string | null }

function claimNamed(claim: string, map: MapDocument): Named | null {
  if (claim === WHY_HIRED) {
    return { label: 'Why customers hire us', statement: map.map.whyHired.trim(), touchpoint: null }
  }
  const question = NINE_QUESTIONS.find(({ id }) => id === claim)
  if (question) {
    return { label: `Question ${QUESTIONS.indexOf(question.id) + 1} of 9`, statement: question.words, touchpoint: null }
  }
  const pain = map.painPoints.find(({ id }) => id === claim)
  if (pain) {
    const label = `Pain point, severity ${pain.severity}`
    return { label, statement: KINDS.painPoints.title(pain), touchpoint: pain.touchpoint }
  }
  const opportunity = map.opportunities.find(({ id }) => id === claim)
  if (opportunity) {
    const { touchpoint } = opportunity
    return { label: 'Opportunity', statement: KINDS.opportunities.title(opportunity), touchpoint }
  }
  const assumption = map.assumptions.find(({ id }) => id === claim)
  if (!assumption) return null
  const touchpoint = map.touchpoints.some(({ id }) => id === assumption.about) ? assumption.about : null
  return { label: 'We assumed', statement: KINDS.assumptions.title(assumption), touchpoint }
}

function claimSlide(claim: string, found: Named, map: MapDocument, evidence: EvidenceIndex): Rest<'claim'> {
  const tally = evidence.tally(claim)
  const needed = map.map.voicesNeeded
  const yesOrNo = YES_OR_NO.has(claim as Question)
  const words = evidence.evidenceFor(claim).map(({ evidence: piece, quote, text }) => {
    return wordsOf(piece.quote, quote, text, piece.stance, map)
  })
  const spoke = found.touchpoint === null ? null : evidence.heard(found.touchpoint)
  return {
    kind: 'claim',
    ...found,
    counts: { needed, supports: tally.supports, contradicts: tally.contradicts, stale: tally.stale },
    status: statusWords(tally.overturned ? 'overturned' : tally.status, needed).label,
    sentence: yesOrNo
      ? `${count(tally.supports, 'customer says', 'customers say')} yes, ${tally.contradicts.toLocaleString('en-GB')} no`
      : sentence(tally, spoke, evidence.customersOnMap, needed),
    words: inTurn(words),
    lost: null,
  }
}

function touchpointSlide(
  touchpoint: MapDocument['touchpoints'][number],
  map: MapDocument,
  evidence: EvidenceIndex,
): Rest<'claim'> {
  const { id } = touchpoint
  const assumption = evidence.assumptionAbout(id)
  const tally = assumption && evidence.tally(assumption.id)
  const needed = map.map.voicesNeeded
  const chosen = evidence.cardQuotes(id)
  const first = new Set(chosen.map(({ quote }) => quote.id))
  const said = evidence.wordsOn(id)
  const words = [
    ...chosen.map(({ quote, text, stance }) => wordsOf(quote.id, quote, text, stance, map)),
    ...said.filter(({ quote }) => !first.has(quote.id)).map(one => wordsOf(one.id, one.quote, one.text, null, map)),
  ]
  return {
    kind: 'claim',
    label: ['Touchpoint', touchpoint.channel.trim()].filter(Boolean).join(', '),
    statement: KINDS.touchpoints.title(touchpoint),
    counts: tally && { needed, supports: tally.supports, contradicts: tally.contradicts, stale: tally.stale },
    status: tally ? statusWords(tally.overturned ? 'overturned' : tally.status, needed).label : '',
    sentence: `${count(evidence.heard(id), 'customer')} spoke about this${
      assumption ? `. We assumed: ${KINDS.assumptions.title(assumption)}` : ''
    }`,
    words,
    touchpoint: id,
    lost: null,
  }
}

function wordsOf(id: string, quote: Quote, text: string, stance: Stance | null, map: MapDocument): SlideWords {
  const customer = map.customers.find(one => one.id === quote.customer)
  const persona = map.personas.find(one => one.id === customer?.persona)
  const day = quote.saidOn && new Date(`${quote.saidOn}T00:00:00Z`)
  const date = day ? day.toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }) : ''
  const alias = customer ? KINDS.customers.title(customer) : 'Somebody unknown'
  const staff = customer?.side === 'staff' ? 'staff' : ''
  const who = [alias, persona?.name ?? '', staff, date].filter(Boolean).join(', ')
  return { id, text, recalled: quote.how === 'recalled', who, stance }
}

/** Those for a claim and those against it one after the other, so that both are seen however few there is room for. */
function inTurn(words: readonly SlideWords[]): SlideWords[] {
  const sides = [
    words.filter(({ stance }) => stance === 'supports'),
    words.filter(({ stance }) => stance !== 'supports'),
  ]
  const [larger = [], smaller = []] = sides.sort((a, b) => b.length - a.length)
  return larger.flatMap((one, index) => {
    const other = smaller[index]
    return other ? [one, other] : [one]
  })
}

/** The claims that would be presented first where nobody chose: the heaviest pains, by severity and then by voices. */
export function heaviestPains(map: MapDocument, evidence: EvidenceIndex): MapDocument['painPoints'] {
  const voices = (id: string) => evidence.tally(id).supports
  return [...map.painPoints]
    .filter(({ status }) => status !== 'moved-on')
    .sort((a, b) => b.severity - a.severity || voices(b.id) - voices(a.id))
}
