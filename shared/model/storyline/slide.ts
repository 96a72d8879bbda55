import type { EvidenceIndex } from '../evidence/EvidenceIndex.ts'
import { isOpen } from '../evidence/filter.ts'
import { filterWords } from '../evidence/filterWords.ts'
import { gaps } from '../evidence/gaps.ts'
import type { Stance, Tally } from '../evidence/tally.ts'
import { KINDS, type Scene } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'
import type { NumberName } from '../records/scenes.ts'
import { claimOf } from './claimOf.ts'
import { count } from './count.ts'
import { filterOf, hasLost } from './sceneFilter.ts'

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

/** What a scene shows, read from the map as it is now. */
export type Slide = Body & {
  readonly id: string
  readonly heading: string
  /** Which words count, as in `Only: Parents · since 3 Mar 2026`; '' where all do. */
  readonly only: string
  /** What the presenter should know and the room need not: what the scene named and is gone, and that few are left. */
  readonly hints: readonly string[]
}

/** What a scene shows. `evidence` counts the words that pass its filter, which is up to the caller. */
export function slideOf(scene: Scene, map: MapDocument, evidence: EvidenceIndex): Slide {
  const { lost, ...body } = bodyOf(scene, map, evidence)
  const filter = filterOf(scene, map)
  const only = isOpen(filter) ? '' : `Only: ${filterWords(filter, map)}`
  const hints = [...lost, ...filterHints(scene, map, only === '' ? null : evidence.customersOnMap)]
  const heading = scene.heading.trim()
  const untitled = scene.kind === 'title' ? map.map.title.trim() || 'Untitled map' : ''
  return { id: scene.id, heading: heading || untitled, ...body, only, hints }
}

/** What an own filter brings with it; `left` is how many customers pass it, null where all do. */
function filterHints(scene: Scene, map: MapDocument, left: number | null): string[] {
  const needed = map.map.voicesNeeded
  const rest = left === null ? 'Everybody’s words count now.' : 'The rest of its filter holds.'
  const lost = hasLost(scene, map) ? [`A persona or source that this scene filters by was deleted. ${rest}`] : []
  if (left === null || left >= needed) return lost
  const few =
    left === 0
      ? 'No customer is left by the filter of this scene.'
      : `Only ${count(left, 'customer is', 'customers are')} left by the filter of this scene, and this map needs ${needed}.`
  return [...lost, few]
}

/** A slide of a kind, before what all slides have. `lost` says what the scene named and is gone. */
export type Rest<K extends Slide['kind']> = Extract<Body, { kind: K }> & { readonly lost: readonly string[] }

function bodyOf(scene: Scene, map: MapDocument, evidence: EvidenceIndex): Rest<Slide['kind']> {
  switch (scene.kind) {
    case 'title':
      return titleOf(scene, map, evidence)
    case 'view':
      return viewOf(scene, map)
    case 'claim':
      return claimOf(scene, map, evidence)
    case 'comparison':
      return comparisonOf(scene, map, evidence)
    case 'number':
      return numberOf(scene.number, map, evidence)
  }
}

/** The facts of the map stand under the first title alone; a later one only parts the storyline. */
function titleOf({ id }: Scene, map: MapDocument, evidence: EvidenceIndex): Rest<'title'> {
  const [first] = map.scenes
  if (first && first.id !== id) return { kind: 'title', facts: [], lost: [] }
  const { persona, scenario, goal } = map.map
  const whose = map.personas.find(({ id }) => id === persona)?.name.trim()
  const heard = `${count(evidence.customersOnMap, 'customer')} heard, ${count(evidence.spoken().length, 'quote')}`
  const facts = [whose ? `The journey of ${whose}` : '', scenario.trim(), goal.trim(), heard]
  return { kind: 'title', facts: facts.filter(Boolean), lost: [] }
}

/** The stage that a scene is about; null for the whole journey, also where the stage is gone. */
function stageOf({ stage }: Scene, map: MapDocument): { stage: string | null; lost: string[] } {
  const isThere = stage === null || map.stages.some(({ id }) => id === stage)
  return isThere
    ? { stage, lost: [] }
    : { stage: null, lost: ['The stage of this scene was deleted. It shows the whole journey now.'] }
}

function viewOf(scene: Scene, map: MapDocument): Rest<'view'> {
  const { shows, hides } = scene
  const { stage, lost } = stageOf(scene, map)
  if (stage !== null) return { kind: 'view', focus: { stage }, hides, lost }
  const there = new Set([...map.touchpoints, ...map.notes].map(({ id }) => id))
  const records = shows.filter(id => there.has(id))
  if (records.length === 0) {
    const all = 'What this view went to was deleted. It shows the whole map now.'
    return { kind: 'view', focus: null, hides, lost: shows.length > 0 ? [all] : lost }
  }
  const part = 'Some of what this view went to was deleted. The rest is shown.'
  return { kind: 'view', focus: { records }, hides, lost: records.length < shows.length ? [part] : lost }
}

function comparisonOf(scene: Scene, map: MapDocument, evidence: EvidenceIndex): Rest<'comparison'> {
  const { curves } = scene
  const { stage, lost } = stageOf(scene, map)
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
  return { kind: 'comparison', points, curves, needed: map.map.voicesNeeded, findings, lost }
}

function numberOf(name: NumberName, map: MapDocument, evidence: EvidenceIndex): Rest<'number'> {
  const silent = map.touchpoints.filter(({ id }) => evidence.heard(id) === 0).length
  const claims = [...map.assumptions, ...map.painPoints, ...map.opportunities].map(({ id }) => evidence.tally(id))
  const confirmed = claims.filter(({ status }) => status === 'corroborated').length
  const number = (figure: number, words: string): Rest<'number'> => {
    return { kind: 'number', figure: figure.toLocaleString('en-GB'), words, lost: [] }
  }
  switch (name) {
    case '':
      return { kind: 'number', figure: '', words: '', lost: [] }
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

/** The claims that would be presented first where nobody chose: the heaviest pains, by severity and then by voices. */
export function heaviestPains(map: MapDocument, evidence: EvidenceIndex): MapDocument['painPoints'] {
  const voices = (id: string) => evidence.tally(id).supports
  return [...map.painPoints]
    .filter(({ status }) => status !== 'moved-on')
    .sort((a, b) => b.severity - a.severity || voices(b.id) - voices(a.id))
}
