import type { EvidenceIndex } from '#shared/model/evidence/EvidenceIndex.ts'
import { sentence } from '#shared/model/evidence/sentence.ts'
import { JOURNEY } from '#shared/model/ids.ts'
import { KINDS, type Lane, type Note, type Quote, type Touchpoint } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { laneHolds } from '#shared/model/records/lanes.ts'
import { lookUp } from '../../store/lookUp.ts'
import { believedBefore } from '../claim/believedBefore.ts'
import { countWords } from '../countWords.ts'
import { dotted } from '../dotted.ts'
import { gapWords } from '../feelings/feelingWords.ts'
import { quoteFacts } from '../quotes/quoteFacts.ts'
import { type Spoken, spokenOn } from '../quotes/spokenOn.ts'
import { spokenQuotes } from '../tray/trayQuotes.ts'
import type {
  Outline,
  OutlineCell,
  OutlineClaim,
  OutlineNote,
  OutlineOpportunity,
  OutlinePain,
  OutlineQuote,
  OutlineStage,
  OutlineTouchpoint,
} from './Outline.ts'
import { lessonsIn, promisesOn, weighing } from './outlineParts.ts'

/**
 * The map in the order in which it is read: stage by stage, in each lane by lane. Nothing of it is left out. Promises
 * stand as they do on `today`, an ISO day.
 */
export function outlineOf(map: MapDocument, evidence: EvidenceIndex, today: string): Outline {
  const { voicesNeeded, persona, scenario, goal, whyHired } = map.map
  const spoken = spokenQuotes(map)
  const painsOf = Map.groupBy(map.painPoints, pain => pain.touchpoint)
  const opportunitiesOf = Map.groupBy(map.opportunities, ({ touchpoint }) => touchpoint)
  const linksOf = Map.groupBy(map.links, ({ from }) => from)
  const quotesAbout = Map.groupBy(
    spoken.filter(quote => quote.touchpoint === null),
    quote => quote.about,
  )
  const stageAt = new Map(map.stages.map((stage, index) => [stage.id, index]))

  const claim = (id: string, text: string, touchpoint: string | null): OutlineClaim => {
    const tally = evidence.tally(id)
    const spoke = touchpoint === null ? null : evidence.heard(touchpoint)
    return { id, text, tally, said: `${sentence(tally, spoke, evidence.customersOnMap, voicesNeeded)}.` }
  }
  const assumptionAbout = (subject: string, touchpoint: string | null): OutlineClaim | null => {
    const found = evidence.assumptionAbout(subject)
    return found && claim(found.id, KINDS.assumptions.title(found), touchpoint)
  }
  const wholeQuote = (quote: Quote): OutlineQuote => quoteOf({ id: quote.id, quote, text: quote.text })
  const quoteOf = (
    { id, quote, text }: Pick<Spoken, 'id' | 'quote' | 'text'>,
    side: OutlineQuote['side'] = null,
  ): OutlineQuote => ({
    id,
    text,
    quote,
    facts: dotted(quoteFacts(map, quote)),
    side,
  })
  const painsOn = (touchpoint: string | null): OutlinePain[] =>
    (painsOf.get(touchpoint) ?? [])
      .toSorted((a, b) => b.severity - a.severity)
      .map(pain => ({
        ...claim(pain.id, KINDS.painPoints.title(pain), touchpoint),
        severity: pain.severity,
        status: pain.status,
        lesson: pain.lesson,
        team: lookUp(map.teams, pain.team)?.name ?? null,
      }))
  const weigh = weighing(map, evidence)
  const opportunitiesOn = (touchpoint: string | null): OutlineOpportunity[] =>
    (opportunitiesOf.get(touchpoint) ?? []).map(one => ({
      ...claim(one.id, KINDS.opportunities.title(one), touchpoint),
      decision: one.decision,
      details: one.details,
      facts: weigh(one),
    }))

  const touchpointOf = (touchpoint: Touchpoint): OutlineTouchpoint => {
    const { id } = touchpoint
    const assumed = evidence.assumptionAbout(id)
    const sides = new Map(
      (assumed ? evidence.evidenceFor(assumed.id) : []).map(piece => [piece.evidence.quote, piece.evidence.stance]),
    )
    const onCard = evidence.cardQuotes(id).map(({ quote }) => quote.id)
    const rank = ({ quote }: Spoken) => (onCard.includes(quote.id) ? onCard.indexOf(quote.id) : onCard.length)
    const guess = evidence.assumedFeeling(id)
    const heardFeeling = evidence.heardFeeling(id)
    return {
      id,
      title: KINDS.touchpoints.title(touchpoint),
      facts: factsOf(map, touchpoint),
      details: touchpoint.details,
      heard: evidence.heard(id),
      assumption: assumptionAbout(id, id),
      before: assumed ? believedBefore(map, assumed).map(old => claim(old.id, KINDS.assumptions.title(old), id)) : [],
      feels: guess === null && heardFeeling === null ? null : `${gapWords(guess, heardFeeling)}.`,
      quotes: spokenOn(evidence, id)
        .toSorted((a, b) => rank(a) - rank(b))
        .map(words => quoteOf(words, sides.get(words.id) ?? null)),
      pains: painsOn(id),
      opportunities: opportunitiesOn(id),
      promises: promisesOn(map, id, today),
      leads: (linksOf.get(id) ?? []).flatMap(({ to, label }) => {
        const name = nameOf(map, to)
        return name === null ? [] : [label ? `${label}: “${name}”` : `“${name}”`]
      }),
    }
  }

  const isTouchpointLane = (lane: Lane | undefined) => lane !== undefined && laneHolds(lane.kind) === 'touchpoints'
  const isNoteLane = (lane: Lane | undefined) => lane !== undefined && laneHolds(lane.kind) === 'notes'
  const isPlaced = ({ stage, lane }: Touchpoint) => stageAt.has(stage) && isTouchpointLane(lookUp(map.lanes, lane))
  const isInCell = ({ stage, lane }: Note) => stageAt.has(stage ?? '') && isNoteLane(lookUp(map.lanes, lane))
  const cellKey = (stage: string | null, lane: string | null) => JSON.stringify([stage, lane])
  const cards = Map.groupBy(map.touchpoints.filter(isPlaced), ({ stage, lane }) => cellKey(stage, lane))
  const notes = Map.groupBy(map.notes.filter(isInCell), ({ stage, lane }) => cellKey(stage, lane))

  const stages = map.stages.map((stage): OutlineStage => {
    const cells = map.lanes
      .map((lane): OutlineCell => {
        const key = cellKey(stage.id, lane.id)
        return {
          lane: lane.id,
          name: KINDS.lanes.title(lane),
          touchpoints: (cards.get(key) ?? []).map(touchpointOf),
          notes: (notes.get(key) ?? []).map(noteOf),
        }
      })
      .filter(cell => cell.touchpoints.length + cell.notes.length > 0)
    return {
      id: stage.id,
      name: KINDS.stages.title(stage),
      counts: heardWords(cells.flatMap(cell => cell.touchpoints)),
      assumption: assumptionAbout(stage.id, null),
      cells,
      quotes: (quotesAbout.get(stage.id) ?? []).map(wholeQuote),
    }
  })
  const whose = lookUp(map.personas, persona)
  return {
    title: KINDS.map.title(map.map),
    lens: [
      { name: 'Whose journey', text: whose ? KINDS.personas.title(whose) : '' },
      { name: 'Scenario', text: scenario },
      { name: 'Goal', text: goal },
    ].filter(({ text }) => text !== ''),
    whyHired: whyHired === '' ? null : claim('whyHired', whyHired, null),
    counts: [
      countWords(map.stages.length, 'stage'),
      countWords(map.touchpoints.length, 'touchpoint'),
      `${countWords(spoken.length, 'quote')} from ${countWords(evidence.customersOnMap, 'customer')}`,
    ].join(', '),
    assumption: assumptionAbout(JOURNEY, null),
    quotes: (quotesAbout.get(JOURNEY) ?? []).map(wholeQuote),
    stages,
    unsorted: map.touchpoints.filter(touchpoint => !isPlaced(touchpoint)).map(touchpointOf),
    notes: map.notes.filter(note => !isInCell(note)).map(noteOf),
    pains: painsOn(null),
    opportunities: opportunitiesOn(null),
    lessons: lessonsIn(map, evidence),
    unplaced: evidence.unplaced().length,
    voicesNeeded,
  }
}

function factsOf(map: MapDocument, { channel, momentOfTruth, untilStage }: Touchpoint): string[] {
  const until = lookUp(map.stages, untilStage)
  return [
    ...(channel ? [channel] : []),
    ...(momentOfTruth ? ['Moment of truth'] : []),
    ...(until ? [`Lasts until “${KINDS.stages.title(until)}”`] : []),
  ]
}

function noteOf(note: Note): OutlineNote {
  return {
    id: note.id,
    text: note.text,
    alt: note.image === null ? null : note.alt || 'A picture without a description',
  }
}

function nameOf({ touchpoints, notes }: MapDocument, id: string): string | null {
  const touchpoint = lookUp(touchpoints, id)
  const note = lookUp(notes, id)
  return touchpoint ? KINDS.touchpoints.title(touchpoint) : note ? KINDS.notes.title(note) : null
}

function heardWords(touchpoints: readonly OutlineTouchpoint[]): string {
  if (touchpoints.length === 0) return 'No touchpoints'
  const heard = touchpoints.filter(touchpoint => touchpoint.heard > 0).length
  return `Customers spoke about ${heard.toLocaleString('en-GB')} of ${countWords(touchpoints.length, 'touchpoint')}`
}
