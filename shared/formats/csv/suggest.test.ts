import { describe, expect, it } from 'vitest'
import { KINDS } from '../../model/kinds.ts'
import { emptyMap, type MapDocument } from '../../model/MapDocument.ts'
import { matchColumns } from './columns.ts'
import { choicesKey, type ImportChoices, importChoicesSchema } from './mapping.ts'
import { suggest } from './suggest.ts'
import { tableOf } from './testTools.ts'

function suggested(text: string, existing: MapDocument = emptyMap(), fileName?: string): ImportChoices {
  const table = tableOf(text)
  return suggest(table, matchColumns(table), existing, fileName === undefined ? {} : { fileName })
}

const mapWith = (): MapDocument => ({
  ...emptyMap(),
  stages: [KINDS.stages.make({ id: 's1', name: 'Wait' })],
  touchpoints: [KINDS.touchpoints.make({ id: 't1', title: 'Queue', stage: 's1', lane: 'l1' })],
  sources: [KINDS.sources.make({ id: 'src1', name: 'Spring survey' })],
  personas: [KINDS.personas.make({ id: 'p1', name: 'Commuter' })],
})

describe('places are suggested', () => {
  it('new ones for new names, the whole journey for "Overall", nothing for "Not assigned"', () => {
    const { stages, touchpoints } = suggested(
      'stage,touchpoint,verbatim\nWait,Queue,a b\nOverall,Praise,c d\nWait,Not assigned,e f\nWait,General,g h\nN/A,Desk,i j',
    )
    expect(stages).toEqual([
      { value: 'Wait', landing: { to: 'new', name: 'Wait' } },
      { value: 'Overall', landing: { to: 'journey' } },
      { value: 'N/A', landing: { to: 'tray' } },
    ])
    expect(touchpoints).toEqual([
      { stage: 'Wait', value: 'Queue', landing: { to: 'new', name: 'Queue' } },
      { stage: 'Overall', value: 'Praise', landing: { to: 'journey' } },
      { stage: 'Wait', value: 'Not assigned', landing: { to: 'tray' } },
      { stage: 'Wait', value: 'General', landing: { to: 'stage', stage: null } },
      { stage: 'N/A', value: 'Desk', landing: { to: 'tray' } },
    ])
  })

  it.each(['overall', 'GENERAL', 'All', 'whole journey'])('%s is the whole journey', value => {
    expect(suggested(`stage,verbatim\n${value},a b`).stages[0]?.landing).toEqual({ to: 'journey' })
  })

  it.each(['Not assigned', 'unassigned', 'N/A', 'n/a', 'None', '-', '—', 'unknown'])('%s is no touchpoint', value => {
    expect(suggested(`stage,touchpoint,verbatim\nWait,${value},a b`).touchpoints[0]?.landing).toEqual({ to: 'tray' })
  })

  it('records of the map with the same name are used again, whatever their spelling', () => {
    const { stages, touchpoints, sources, personas } = suggested(
      'stage,touchpoint,persona,source,verbatim\n wAIT ,queue,COMMUTER,spring  SURVEY,a b',
      mapWith(),
    )
    expect(stages[0]?.landing).toEqual({ to: 'existing', id: 's1' })
    expect(touchpoints[0]?.landing).toEqual({ to: 'existing', id: 't1' })
    expect(sources[0]?.landing).toEqual({ to: 'existing', id: 'src1' })
    expect(personas[0]?.landing).toEqual({ to: 'existing', id: 'p1' })
  })

  it('a touchpoint that occurs in two stages is listed for each, and known only in its own', () => {
    const { touchpoints } = suggested('stage,touchpoint,verbatim\nWait,Queue,a b\nPay,Queue,c d', mapWith())
    expect(touchpoints.map(({ stage, landing }) => [stage, landing.to])).toEqual([
      ['Wait', 'existing'],
      ['Pay', 'new'],
    ])
  })

  it('a column with more values than a map has stages is not made into stages', () => {
    const lines = Array.from({ length: 60 }, (_, at) => `Place number ${at},a b ${at}`)
    const { stages } = suggested(`stage,verbatim\n${lines.join('\n')}`)
    expect(new Set(stages.map(({ landing }) => landing.to))).toEqual(new Set(['tray']))
  })

  it('touchpoints without a stage column get one stage to stand in', () => {
    const { stages, touchpoints } = suggested('touchpoint,verbatim\nDesk,a b')
    expect(stages).toEqual([{ value: '', landing: { to: 'new', name: 'Journey' } }])
    expect(touchpoints[0]?.landing).toEqual({ to: 'new', name: 'Desk' })
    expect(suggested('touchpoint,verbatim\nQueue,a b', mapWith()).touchpoints[0]?.landing).toEqual({
      to: 'existing',
      id: 't1',
    })
  })

  it.each([
    [
      'by the sense of the journey',
      ['Leave', 'Use', 'Pay and fees', 'Discover', 'Support and disputes', 'Open or apply'],
      ['Discover', 'Open or apply', 'Use', 'Pay and fees', 'Support and disputes', 'Leave'],
    ],
    ['by their numbers', ['3 Fly', '1 Dream', '2 Pack', '10 Back'], ['1 Dream', '2 Pack', '3 Fly', '10 Back']],
    ['as they come, when nobody knows', ['Purple', 'Green', 'Use'], ['Purple', 'Green', 'Use']],
  ])('new stages stand %s', (_name, given, expected) => {
    const { stages } = suggested(`stage,verbatim\n${given.map(stage => `${stage},a b`).join('\n')}`)
    expect(stages.map(({ value }) => value)).toEqual(expected)
  })
})

describe('nothing is decided that a person must decide', () => {
  const choices = suggested(
    'stage,verbatim,pain_points,sentiment,score\nWait,a b,Slow; Far,very positive,5\nWait,c d,Slow,negative,1\nWait,e f,,mixed,3',
  )

  it('no pain point is ticked', () => {
    expect(choices.pains).toEqual([
      { value: 'Slow', ticked: false, landing: { to: 'new', name: 'Slow' } },
      { value: 'Far', ticked: false, landing: { to: 'new', name: 'Far' } },
    ])
  })

  it('sentiment suggests kinds and is not accepted', () => {
    expect(choices.sentiments).toEqual([
      { value: 'very positive', kind: 'worked' },
      { value: 'negative', kind: 'did-not-work' },
      { value: 'mixed', kind: 'other' },
    ])
    expect(choices.acceptSentiment).toBe(false)
  })

  it('scores rate the whole experience', () => {
    expect(choices.score).toEqual({
      good: 'high',
      rates: 'whole',
      values: [
        { value: '1', feeling: -2 },
        { value: '3', feeling: 0 },
        { value: '5', feeling: 2 },
      ],
    })
  })
})

describe('the source and the question', () => {
  it('the source is called by its column, or else by the file', () => {
    expect(suggested('verbatim,source\na b,NPS survey 2024').sources).toEqual([
      { value: 'NPS survey 2024', landing: { to: 'new', name: 'NPS survey 2024', method: 'Survey' } },
    ])
    expect(suggested('verbatim\na b', emptyMap(), 'customer_interviews-May.csv').sources).toEqual([
      { value: '', landing: { to: 'new', name: 'customer interviews May', method: 'Interviews' } },
    ])
    expect(suggested('verbatim\na b').sources).toEqual([{ value: '', landing: { to: 'none' } }])
  })

  it('a column of answers that is called by its question keeps it', () => {
    const text =
      'id,What is the main reason for your score?\n1,They were so very kind to me\n2,It was too slow for my taste'
    expect(suggested(text).prompt).toBe('What is the main reason for your score?')
  })
})

describe('choices', () => {
  it('travel as JSON through their schema unchanged', () => {
    const choices = suggested('stage,touchpoint,verbatim,score,source,persona,pain_points\nWait,Queue,a b,1,S,P,Slow')
    expect(importChoicesSchema.parse(JSON.parse(JSON.stringify(choices)))).toEqual(choices)
  })

  it.each([
    { columns: { words: -1 } },
    { withoutCustomer: 'nobody' },
    { stages: [{ value: 'x', landing: { to: 'moon' } }] },
    { score: { good: 'high', rates: 'whole', values: [{ value: '1', feeling: 3 }] } },
  ])('are refused when they make no sense: %j', change => {
    expect(importChoicesSchema.safeParse({ ...suggested('verbatim\na b'), ...change }).success).toBe(false)
  })

  it('are remembered for the same columns, whatever the spelling of their names', () => {
    expect(choicesKey(['ID', ' Comment '])).toBe(choicesKey(['id', 'comment']))
    expect(choicesKey(['a,b', 'c'])).not.toBe(choicesKey(['a', 'b,c']))
  })
})
