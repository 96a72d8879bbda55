import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mapWith } from '../../testing/mapWith.ts'
import { CLAIM_STATES } from '../evidence/claimStates.ts'
import { buildEvidence } from '../evidence/EvidenceIndex.ts'
import { NO_FILTER, type WordsFilter } from '../evidence/filter.ts'
import { KINDS, type Scene } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'
import { QUOTE_KINDS } from '../records/quotes.ts'
import { draftStoryline } from './draft.ts'
import { filterOf, sceneFilter } from './sceneFilter.ts'
import { slideOf } from './slide.ts'
import { storylineOf, storylineReader } from './storyline.ts'

const TODAY = '2026-06-01'
const lists = mapWith({
  personas: [{ id: 'p', name: 'Parents' }],
  stages: [
    { id: 's2', name: 'Book' },
    { id: 's1', name: 'Pay' },
    { id: 's3', name: 'Empty' },
  ],
  lanes: [{ id: 'l', name: 'Where we meet', kind: 'frontstage' }],
  touchpoints: [
    { id: 'pay', title: 'Pay at the till', channel: 'shop', stage: 's1', lane: 'l' },
    { id: 'form', title: 'Fill in the form', stage: 's2', lane: 'l' },
    { id: 'quiet', title: 'Wait', stage: 's2', lane: 'l' },
  ],
  customers: [
    { id: 'c1', alias: 'Customer 1', persona: 'p' },
    { id: 'c2', alias: 'Customer 2' },
    { id: 'c3', alias: 'Customer 3', consent: 'withdrawn' },
  ],
  quotes: [
    { id: 'a', text: 'It took an hour.', customer: 'c1', touchpoint: 'pay', feeling: -2, saidOn: '2026-03-02' },
    { id: 'b', text: 'It was quick.', customer: 'c2', touchpoint: 'pay', feeling: -1 },
    { id: 'c', text: 'Nobody may read this.', customer: 'c3', touchpoint: 'pay', feeling: 2 },
    { id: 'd', text: 'Yes, you matter.', customer: 'c2' },
  ],
  assumptions: [{ id: 'easy', about: 'pay', text: 'Paying is easy', feeling: 2 }],
  painPoints: [
    { id: 'slow', title: 'Paying takes long', touchpoint: 'pay', severity: 4 },
    { id: 'past', title: 'Long gone', touchpoint: 'pay', severity: 5, status: 'moved-on' },
    { id: 'small', title: 'The till beeps', touchpoint: 'pay', severity: 1 },
  ],
  evidence: [
    { id: 'e1', claim: 'slow', quote: 'a' },
    { id: 'e2', claim: 'slow', quote: 'b', stance: 'contradicts' },
    { id: 'e3', claim: 'q9', quote: 'd' },
  ],
})
const map: MapDocument = { ...lists, map: { ...lists.map, title: 'A journey', whyHired: 'To be done by noon' } }
const show = (fields: Partial<Scene>, on = map) =>
  slideOf(KINDS.scenes.make({ id: 'x', ...fields }), on, buildEvidence(on, TODAY))

describe('a drafted storyline', () => {
  const scenes = draftStoryline(map, buildEvidence(map, TODAY), () => 'x')

  it('goes from the title through the journey to what hurts and what is not known', () => {
    expect(scenes.map(({ kind, heading }) => `${kind}: ${heading}`)).toEqual([
      'title: A journey',
      'claim: Why customers hire us',
      'view: The whole journey',
      'view: Book',
      'view: Pay',
      'comparison: Where we were most wrong',
      'claim: Pay at the till',
      'claim: What hurts most',
      'claim: What hurts most',
      'claim: Do we matter to them?',
      'number: What we don’t know yet',
    ])
    expect(scenes.flatMap(({ claim }) => claim ?? [])).toEqual(['whyHired', 'slow', 'small', 'q9'])
  })

  it('of a map with nothing on it is its title', () => {
    const empty = mapWith({})
    expect(draftStoryline(empty, buildEvidence(empty, TODAY), () => 'x').map(({ kind }) => kind)).toEqual(['title'])
  })
})

describe('what a scene shows', () => {
  it('is the claim as it is counted now, with the words on both sides and who said them', () => {
    expect(show({ kind: 'claim', claim: 'slow' })).toMatchObject({
      label: 'Pain point, severity 4',
      statement: 'Paying takes long',
      counts: { supports: 1, contradicts: 1, needed: 5 },
      words: [
        { id: 'a', text: 'It took an hour.', who: 'Customer 1, Parents, March 2026', stance: 'supports' },
        { id: 'b', who: 'Customer 2', stance: 'contradicts' },
      ],
      hints: [],
    })
  })

  it('is a touchpoint with all that was said there, and nothing of who withdrew', () => {
    const slide = show({ kind: 'claim', touchpoint: 'pay' })
    if (slide.kind !== 'claim') throw new Error('It is a claim')
    expect(slide.label).toBe('Touchpoint, shop')
    expect(slide.sentence).toBe('2 customers spoke about this. We assumed: Paying is easy')
    expect(slide.words.map(({ id }) => id).sort()).toEqual(['a', 'b'])
  })

  it('answers a question by yes and no', () => {
    expect(show({ kind: 'claim', claim: 'q9' })).toMatchObject({
      label: 'Question 9 of 9',
      sentence: '1 customer says yes, 0 no',
    })
  })

  it('follows the map: what is edited is shown at once, and what is deleted is said to the presenter alone', () => {
    const painPoints = map.painPoints.map(pain => (pain.id === 'slow' ? { ...pain, title: 'Paying takes ages' } : pain))
    expect(show({ kind: 'claim', claim: 'slow' }, { ...map, painPoints })).toMatchObject({
      statement: 'Paying takes ages',
    })
    const gone = show({ kind: 'claim', heading: 'What hurts', claim: 'slow' }, { ...map, painPoints: [] })
    expect(gone).toMatchObject({ heading: 'What hurts', statement: '', words: [] })
    expect(gone.hints).toEqual([expect.stringContaining('deleted')])
    const rest = show({ kind: 'view', shows: ['pay', 'gone'] })
    expect(rest).toMatchObject({ focus: { records: ['pay'] }, hints: [expect.stringContaining('Some of what')] })
    const nothing = show({ kind: 'view', shows: ['gone'] })
    expect(nothing).toMatchObject({ focus: null, hints: [expect.stringContaining('whole map')] })
    const stage = show({ kind: 'comparison', stage: 'gone' })
    expect(stage).toMatchObject({ points: [{ touchpoint: 'pay' }], hints: [expect.stringContaining('whole journey')] })
  })

  it('compares along the journey, in the order of stages, with the widest gaps in words', () => {
    expect(show({ kind: 'comparison' })).toMatchObject({
      points: [{ touchpoint: 'pay', assumed: 2, heard: { median: -1.5, customers: 2 } }],
      findings: ['Pay at the till: 2 customers feel 3.5 steps worse than we assumed.'],
    })
    expect(show({ kind: 'comparison', curves: 'assumed' })).toMatchObject({ points: [{ assumed: 2, heard: null }] })
    expect(show({ kind: 'comparison', stage: 's2' })).toMatchObject({ points: [], findings: [] })
  })

  it.each([
    ['customers', '2', 'different customers are heard on this map'],
    ['quotes', '3', 'quotes, in customers’ own words'],
    ['notHeard', '2', 'of 3 touchpoints nobody has spoken about yet'],
    ['confirmed', '0', 'of 4 claims confirmed by 5 or more'],
    ['wrong', '1', 'touchpoints where customers feel otherwise than we assumed'],
    ['pains', '2', 'pain points to be mended'],
  ] as const)('counts %s as %s', (number, figure, words) => {
    expect(show({ kind: 'number', number })).toMatchObject({ figure, words })
  })

  it('of a title is the map’s own where nobody gave one', () => {
    expect(show({ kind: 'title' })).toMatchObject({ heading: 'A journey', facts: ['2 customers heard, 3 quotes'] })
  })
})

describe('the filter of a scene', () => {
  const scene = (fields: Partial<Scene>) => KINDS.scenes.make({ id: 'x', kind: 'claim', claim: 'slow', ...fields })
  const shown = (fields: Partial<Scene>, on = map) => {
    const [first] = storylineOf({ ...on, scenes: [scene(fields)] }, TODAY)
    if (!first) throw new Error('There is a scene')
    return first.slide
  }

  it('keeps every filter that somebody can have on the map', () => {
    const some = <T>(...values: T[]) => fc.uniqueArray(fc.constantFrom(...values))
    const day = fc.constantFrom(null, '2025-01-02', '2026-03-04')
    const filters: fc.Arbitrary<WordsFilter> = fc.record({
      ...{ personas: some('p', null), channels: some('shop', 'phone', ''), sources: some('s', null) },
      ...{ kinds: some(...QUOTE_KINDS), states: some(...CLAIM_STATES, null), from: day, to: day },
    })
    const there = { personas: map.personas, sources: mapWith({ sources: [{ id: 's' }] }).sources }
    fc.assert(
      fc.property(filters, filter => {
        const { id, ...kept } = KINDS.scenes.make({ id: 'x', kind: 'view', ...sceneFilter(filter) })
        expect(filterOf(KINDS.scenes.repair(id, kept), there)).toEqual(filter)
      }),
    )
  })

  it('counts only the words that pass, and says so on the slide', () => {
    const only = shown({ personas: ['p'], from: '2026-01-01' })
    expect(only).toMatchObject({
      only: 'Only: Parents · since 1 Jan 2026',
      counts: { supports: 1, contradicts: 0 },
      words: [{ id: 'a' }],
    })
    expect(shown({ personas: [''] })).toMatchObject({ only: 'Only: No persona', words: [{ id: 'b' }] })
    expect(shown({})).toMatchObject({ only: '', counts: { supports: 1, contradicts: 1 } })
  })

  it('reads the one persona of an older map', () => {
    expect(shown({ persona: 'p' })).toMatchObject({ only: 'Only: Parents', words: [{ id: 'a' }] })
  })

  it('tells the presenter when fewer customers are left than the map needs', () => {
    expect(shown({ personas: ['p'] }).hints).toEqual([
      'Only 1 customer is left by the filter of this scene, and this map needs 5.',
    ])
    expect(shown({ kinds: ['wish'] }).hints).toEqual(['No customer is left by the filter of this scene.'])
    expect(shown({}).hints).toEqual([])
  })

  it('passes over a persona that is gone, and tells the presenter', () => {
    const slide = shown({ personas: ['gone'] })
    expect(slide).toMatchObject({ only: '', words: [{ id: 'a' }, { id: 'b' }] })
    expect(slide.hints).toEqual([expect.stringMatching(/was deleted\. Everybody’s words count now/)])
    expect(shown({ personas: ['gone', 'p'] }).only).toBe('Only: Parents')
  })

  it('is none for a title, and for a sentence without a number', () => {
    expect(shown({ kind: 'title', personas: ['p'] })).toMatchObject({ only: '', hints: [] })
    expect(shown({ kind: 'number', personas: ['p'] })).toMatchObject({ only: '', hints: [] })
    expect(shown({ kind: 'number', number: 'customers', personas: ['p'] })).toMatchObject({ figure: '1' })
  })

  it('is counted on as the map changes, as if it were read afresh', () => {
    const read = storylineReader()
    const scenes = [scene({ personas: ['p'] }), { ...scene({ kinds: ['wish'] }), id: 'y' }]
    const maps = [map, { ...map, quotes: map.quotes.map(quote => ({ ...quote, kind: 'wish' as const })) }, map]
    for (const one of maps) {
      const now = { ...one, scenes }
      const storyline = read(now, buildEvidence(now, TODAY), TODAY)
      const slides = scenes.map(each => slideOf(each, now, storyline.evidenceFor(each)))
      expect(slides).toEqual(storylineOf(now, TODAY).map(({ slide }) => slide))
    }
  })

  it('lets everything pass where nothing is named', () => {
    expect(filterOf(scene({}), map)).toEqual(NO_FILTER)
  })
})
