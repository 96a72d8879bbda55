import { describe, expect, it } from 'vitest'
import { readPlain } from '#shared/formats/json/read.ts'
import { buildEvidence } from '#shared/model/evidence/EvidenceIndex.ts'
import { emptyMap, type MapDocument } from '#shared/model/MapDocument.ts'
import sample from '#shared/sample/bicycle-repair.json' with { type: 'json' }
import { mapWith } from '#shared/testing/mapWith.ts'
import type { Outline, OutlineTouchpoint } from './Outline.ts'
import { outlineOf } from './outlineOf.ts'

const TODAY = '2026-04-30'
const outline = (map: MapDocument): Outline => outlineOf(map, buildEvidence(map, TODAY), TODAY)

function touchpointsOf({ stages, unsorted }: Outline): OutlineTouchpoint[] {
  return [...stages.flatMap(({ cells }) => cells.flatMap(cell => cell.touchpoints)), ...unsorted]
}

function sampleMap(): MapDocument {
  const read = readPlain(sample)
  if (!read.ok) throw new Error('the sample is a map')
  return read.map
}

describe('a map as an outline', () => {
  it('leaves nothing of the sample out, and says nothing twice', () => {
    const map = sampleMap()
    const read = outline(map)
    const touchpoints = touchpointsOf(read)
    const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id).sort()
    expect(ids(touchpoints)).toEqual(ids(map.touchpoints))
    const notes = [...read.notes, ...read.stages.flatMap(({ cells }) => cells.flatMap(cell => cell.notes))]
    expect(ids(notes)).toEqual(ids(map.notes))
    expect(ids([...read.pains, ...touchpoints.flatMap(({ pains }) => pains)])).toEqual(ids(map.painPoints))
    const opportunities = [...read.opportunities, ...touchpoints.flatMap(one => one.opportunities)]
    expect(ids(opportunities)).toEqual(ids(map.opportunities))
    const quotes = [
      ...read.quotes,
      ...read.stages.flatMap(stage => stage.quotes),
      ...touchpoints.flatMap(t => t.quotes),
    ]
    const whole = quotes.filter(({ id, quote }) => id === quote.id).map(({ id }) => id)
    expect(new Set(whole).size).toBe(whole.length)
    expect(new Set(quotes.map(({ quote }) => quote.id)).size + read.unplaced).toBe(map.quotes.length)
  })

  it('follows the order of stages and lanes', () => {
    const { stages } = outline(sampleMap())
    expect(stages.map(({ name }) => name)).toEqual(sampleMap().stages.map(({ name }) => name))
    expect(stages[0]?.cells[0]?.name).toBe('What the customer does')
  })

  it('begins with the words that stand on the card, and says which side they take', () => {
    const map = sampleMap()
    const form = touchpointsOf(outline(map)).find(({ id }) => id === 't-form')
    const onCard = buildEvidence(map, TODAY).cardQuotes('t-form')
    expect(form?.quotes.slice(0, onCard.length).map(({ quote }) => quote.id)).toEqual(
      onCard.map(({ quote }) => quote.id),
    )
    expect(form?.quotes.map(({ side }) => side)).toEqual(expect.arrayContaining(['supports', 'contradicts']))
  })

  it('shows a card whose stage or lane is gone among the unsorted', () => {
    const map = mapWith({
      stages: [{ id: 's', name: 'Decide' }],
      lanes: [{ id: 'n', name: 'Notes', kind: 'text' }],
      touchpoints: [
        { id: 'a', title: 'No lane', stage: 's', lane: '' },
        { id: 'b', title: 'In a lane of notes', stage: 's', lane: 'n' },
      ],
      notes: [{ id: 'x', text: 'Beside', stage: 's', lane: null }],
    })
    const read = outline(map)
    expect(read.unsorted.map(({ title }) => title)).toEqual(['No lane', 'In a lane of notes'])
    expect(read.notes.map(({ text }) => text)).toEqual(['Beside'])
    expect(read.stages[0]?.counts).toBe('No touchpoints')
  })

  it('says of a touchpoint what its card and its arrows show, and of a picture what is on it', () => {
    const map = mapWith({
      stages: [
        { id: 's', name: 'Decide' },
        { id: 'u', name: 'Use' },
      ],
      lanes: [{ id: 'l' }, { id: 'n', kind: 'text' }],
      customers: [{ id: 'ada' }],
      touchpoints: [
        { id: 'a', title: 'Ask', stage: 's', lane: 'l', channel: 'Phone', momentOfTruth: true, untilStage: 'u' },
        { id: 'b', title: 'Wait', stage: 's', lane: 'l' },
      ],
      links: [
        { id: 'named', from: 'a', to: 'b', label: 'if nobody answers' },
        { id: 'plain', from: 'a', to: 'x' },
        { id: 'broken', from: 'a', to: 'gone' },
      ],
      notes: [{ id: 'x', text: 'The bell', image: 'hash', alt: 'A bell', stage: 's', lane: 'n' }],
      quotes: [
        { id: 'q', text: 'I rang twice.', customer: 'ada', touchpoint: 'a' },
        { id: 'r', text: 'It took a day to decide.', customer: 'ada', about: 's' },
      ],
      painPoints: [
        { id: 'mild', title: 'A queue', touchpoint: 'a', severity: 2 },
        { id: 'bad', title: 'No bell', touchpoint: 'a', severity: 5 },
      ],
      assumptions: [
        { id: 'old', about: 'a', text: 'They write' },
        { id: 'now', about: 'a', text: 'They ring', replaces: 'old' },
      ],
    })
    const read = outline({ ...map, map: { ...map.map, goal: 'Sleep well' } })
    expect(read.lens).toEqual([{ name: 'Goal', text: 'Sleep well' }])
    const [stage] = read.stages
    expect(stage?.counts).toBe('Customers spoke about 1 of 2 touchpoints')
    expect(stage?.quotes.map(({ text }) => text)).toEqual(['It took a day to decide.'])
    expect(stage?.cells[1]?.notes).toEqual([{ id: 'x', text: 'The bell', alt: 'A bell' }])
    const [ask] = touchpointsOf(read)
    expect(ask?.facts).toEqual(['Phone', 'Moment of truth', 'Lasts until “Use”'])
    expect(ask?.leads).toEqual(['if nobody answers: “Wait”', '“The bell”'])
    expect(ask?.pains.map(({ text }) => text)).toEqual(['No bell', 'A queue'])
    expect([ask?.assumption?.text, ask?.before.map(({ text }) => text)]).toEqual(['They ring', ['They write']])
  })

  it('keeps the words of customers who withdrew out', () => {
    const map = mapWith({
      customers: [{ id: 'c', alias: 'Customer 1', consent: 'withdrawn' }],
      quotes: [{ id: 'q', text: 'Take that back', customer: 'c', about: 'journey' }],
    })
    const read = outline(map)
    expect(read.quotes).toEqual([])
    expect(read.counts).toBe('0 stages, 0 touchpoints, 0 quotes from 0 customers')
  })

  it('says what is promised to customers and staff, how it stands, and of how many asked how many would return', () => {
    const map = mapWith({
      teams: [{ id: 'desk', name: 'Front desk' }],
      touchpoints: [{ id: 't', title: 'Hand over' }],
      promises: [
        {
          id: 'back',
          touchpoint: 't',
          side: 'staff',
          standard: 'return',
          text: 'We ask you every spring.',
          checks: [
            { on: '2026-03-01', kept: true, heard: 'More time.', done: 'One more person.', asked: 20, would: 12 },
          ],
        },
        {
          id: 'call',
          touchpoint: 't',
          standard: 'check-ins',
          text: 'A call every week.',
          limits: 'Not on Sundays.',
          team: 'desk',
          madeOn: '2026-04-20',
          everyDays: 7,
        },
      ],
    })
    const [touchpoint] = touchpointsOf(outline(map))
    expect(touchpoint?.promises).toMatchObject([
      {
        name: 'Check-ins, promised to customers',
        limits: 'Not on Sundays.',
        facts: ['3 days overdue', 'kept by Front desk', 'checked every week'],
        isFlagged: true,
        last: null,
      },
      {
        name: 'At the end, promised to staff',
        facts: ['Kept', '12 of 20 would return or refer'],
        isFlagged: false,
        last: '1 Mar 2026: kept. Heard: More time. Done: One more person.',
      },
    ])
  })

  it('weighs opportunities with customers beside votes, and gathers what was learned', () => {
    const map = mapWith({
      touchpoints: [{ id: 't', title: 'Hand over' }],
      customers: [{ id: 'ada' }],
      quotes: [{ id: 'q', customer: 'ada', touchpoint: 't' }],
      painPoints: [
        { id: 'p', title: 'Nobody calls', touchpoint: 't', status: 'moved-on', lesson: 'Call on day two.' },
        { id: 'o', title: 'Cold' },
      ],
      opportunities: [{ id: 'better', title: 'Call', touchpoint: 't', painPoints: ['p'], effort: 2 }],
      votes: [{ id: 'v', opportunity: 'better', by: 'ben' }],
      evidence: [{ id: 'e', claim: 'p', quote: 'q' }],
    })
    const read = outline(map)
    expect(touchpointsOf(read)[0]?.opportunities[0]?.facts).toEqual([
      'effort 2 of 5',
      '1 customer behind it',
      '1 vote',
      'from “Nobody calls”',
    ])
    expect(read.lessons).toEqual([
      {
        id: 'p',
        words: 'Call on day two.',
        facts: ['from “Nobody calls” on “Hand over”', 'moved on', '1 customer said so'],
      },
    ])
  })

  it('can be made of an empty map', () => {
    const read = outline(emptyMap())
    expect(read.title).toBe('Untitled map')
    expect(read.stages).toEqual([])
  })
})
