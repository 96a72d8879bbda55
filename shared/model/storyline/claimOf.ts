import type { EvidenceIndex } from '../evidence/EvidenceIndex.ts'
import { sentence, statusWords } from '../evidence/sentence.ts'
import type { Stance } from '../evidence/tally.ts'
import { QUESTIONS, type Question, WHY_HIRED } from '../ids.ts'
import { KINDS, type Quote, type Scene } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'
import { NINE_QUESTIONS, YES_OR_NO } from '../questions.ts'
import { count } from './count.ts'
import type { Rest, SlideWords } from './slide.ts'

/** A claim, a question or a touchpoint, with the words behind it: those for it and against it in turn. */
export function claimOf(scene: Scene, map: MapDocument, evidence: EvidenceIndex): Rest<'claim'> {
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
    lost: ['What this scene showed was deleted. Choose something else for it, or remove the scene.'],
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
    lost: [],
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
    lost: [],
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
