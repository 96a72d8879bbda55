import { describe, expect, it } from 'vitest'
import { emptyMap } from '../../model/MapDocument.ts'
import { matchColumns } from './columns.ts'
import { previewImport } from './preview.ts'
import { suggest } from './suggest.ts'
import { tableOf } from './testTools.ts'

describe('the preview', () => {
  const table = tableOf(
    'id,customer,stage,touchpoint,verbatim,date,score,pain_points,source\n' +
      '1,Ada,Wait,Queue,Call 07700 900123,2024-01-02,5,Slow; Far,Survey\n' +
      '2,Ben,Wait,Queue,c d,n/a,1,Slow,Survey\n' +
      '2,Ben,Wait,Queue,e f,2024-01-03,1,,Survey\n' +
      '3,Ben,Overall,,g h,2024-01-03,1,,Survey\n' +
      '4,Cid,Wait,None,i j,,1,,Survey\n' +
      '5,Cid,Wait,,,,1,,Survey\n',
  )
  const choices = suggest(table, matchColumns(table), emptyMap())
  const preview = previewImport(table, choices, emptyMap(), { today: '2024-06-30' })

  it('counts what comes in, what does not, and where it will lie', () => {
    expect(preview.counts).toMatchObject({ rows: 6, added: 4, duplicates: 1, skipped: 1, redacted: 1, customers: 3 })
    expect(preview.adds).toEqual({ stages: 1, touchpoints: 1, customers: 3, sources: 1, personas: 0, painPoints: 0 })
    expect(preview.places).toEqual({ touchpoint: 2, stage: 0, journey: 1, tray: 1 })
    expect(preview.duplicates).toHaveLength(1)
    expect(preview.skipped).toEqual([{ row: 7, reason: 'There are no words in this row.' }])
  })

  it('lists the values of each role with their counts', () => {
    expect(preview.values.stages).toEqual([
      { value: 'Wait', count: 4 },
      { value: 'Overall', count: 1 },
    ])
    expect(preview.values.touchpoints).toEqual([
      { stage: 'Wait', value: 'Queue', count: 3 },
      { stage: 'Wait', value: 'None', count: 1 },
    ])
    expect(preview.values.pains).toEqual([
      { value: 'Slow', count: 2 },
      { value: 'Far', count: 1 },
    ])
  })

  it('shows the first rows as they will stand on the map', () => {
    expect(preview.first[0]).toEqual({
      text: 'Call ████████████',
      customer: 'Customer 1',
      stage: 'Wait',
      touchpoint: 'Queue',
      place: 'touchpoint',
      kind: 'other',
      feeling: null,
      saidOn: '2024-01-02',
      channel: '',
      score: '5',
      source: 'Survey',
    })
    expect(preview.first[2]).toMatchObject({ place: 'journey', stage: null, touchpoint: null })
  })
})
