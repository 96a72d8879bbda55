import { describe, expect, it } from 'vitest'
import { KINDS } from '#shared/model/kinds.ts'
import { emptyMap } from '#shared/model/MapDocument.ts'
import { quotesCsv } from './quotesCsv.ts'

function mapWith(text: string) {
  const { customers, evidence, painPoints, quotes, stages, touchpoints } = KINDS
  return {
    ...emptyMap(),
    customers: [
      customers.make({ id: 'c', alias: 'Customer 1' }),
      customers.make({ id: 'w', alias: 'Customer 2', consent: 'withdrawn' }),
    ],
    stages: [stages.make({ id: 's', name: 'Repair' })],
    touchpoints: [touchpoints.make({ id: 't', title: 'Pick-up', stage: 's' })],
    painPoints: [painPoints.make({ id: 'p', title: 'Late' }), painPoints.make({ id: 'r', title: 'Dear' })],
    quotes: [
      quotes.make({ id: 'q', text, customer: 'c', touchpoint: 't', kind: 'did-not-work', score: '-1' }),
      quotes.make({ id: 'x', text: 'Gone', customer: 'w' }),
    ],
    evidence: [evidence.make({ id: 'e', claim: 'p', quote: 'q' }), evidence.make({ id: 'f', claim: 'r', quote: 'q' })],
  }
}

function verbatimOf(text: string): string {
  const line = quotesCsv(mapWith(text)).slice(1).split('\r\n').slice(1, -1).join('\r\n')
  return line.slice('q,Customer 1,,,Repair,Pick-up,'.length, -',,-1,did not work,Late; Dear,'.length)
}

describe('the table of quotes', () => {
  it('says of each quote who said it, where, and which pain points it supports', () => {
    expect(quotesCsv(mapWith('It took a week.')).split('\r\n')).toEqual([
      '\uFEFFquote_id,customer,segment,channel,stage,touchpoint,verbatim,date,score,sentiment,pain_points,source',
      'q,Customer 1,,,Repair,Pick-up,It took a week.,,-1,did not work,Late; Dear,',
      '',
    ])
  })

  it('keeps quotation marks, commas and paragraphs', () => {
    expect(verbatimOf('He said "no", twice.\n\nThen left.')).toBe('"He said ""no"", twice.\n\nThen left."')
  })

  it.each(['=HYPERLINK("x")', '+1+1', '-2+3', '@SUM(A1)', '\t=1'])('holds no formula: %j', text => {
    expect(verbatimOf(text)).toMatch(/^"?'/)
  })
})
