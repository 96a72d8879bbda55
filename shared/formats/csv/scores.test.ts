import { describe, expect, it } from 'vitest'
import { findGoodEnd, readScale, type ScoreContext, scoreFeelings } from './scores.ts'

const context = (given: Partial<ScoreContext> = {}): ScoreContext => ({
  name: 'score',
  scale: '',
  sentiments: new Map(),
  ...given,
})
const FFT = 'FFT 1 very good .. 5 very poor (6 do not know, 7 undocumented)'

describe('the text of a scale is read', () => {
  it.each([
    [FFT, { good: 1, bad: 5, none: [6, 7] }],
    ['1 = poor, 5 = excellent, 9 = no answer', { good: 5, bad: 1, none: [9] }],
    ['very unlikely (0) to very likely (10)', { good: 10, bad: 0, none: [] }],
    ['1: sehr gut – 6: ungenügend', { good: 1, bad: 6, none: [] }],
    ['none (all are complaints); outcome in pain_points', { good: undefined, bad: undefined, none: [] }],
  ])('%s', (text, expected) => {
    const { none, ...ends } = readScale(text)
    expect({ ...ends, none: [...none] }).toEqual(expected)
  })
})

describe('the good end is found', () => {
  it('from the text of the scale', () => {
    expect(findGoodEnd(['1', '5'], context({ scale: FFT }))).toBe('low')
  })

  it('from the sentiment beside the scores', () => {
    const sentiments = new Map([
      ['1', { sum: 20, count: 10 }],
      ['3', { sum: 0, count: 5 }],
      ['5', { sum: -10, count: 10 }],
    ])
    expect(findGoodEnd(['1', '3', '5'], context({ sentiments }))).toBe('low')
  })

  it('from the name, and else it is the high one', () => {
    expect(findGoodEnd(['1', '5'], context({ name: 'Customer effort' }))).toBe('low')
    expect(findGoodEnd(['1', '5'], context({ name: 'stars' }))).toBe('high')
  })
})

describe('values become feelings', () => {
  const feelings = (values: string[], good: 'high' | 'low', given: Partial<ScoreContext> = {}) =>
    values.map(value => scoreFeelings(values, good, context(given)).get(value))

  it('over the scale that the text describes, nothing for what lies outside or means nothing', () => {
    expect(feelings(['1', '2', '3', '4', '5', '6', '7'], 'low', { scale: FFT })).toEqual([2, 1, 0, -1, -2, null, null])
  })

  it.each([
    ['one to five', ['1', '2', '5'], [-2, -1, 2]],
    ['stars', ['1 star', '4 stars', '4,5/5'], [-2, 1, 2]],
    ['nought to ten', ['0', '5', '10'], [-2, 0, 2]],
    ['one to seven', ['1', '4', '7'], [-2, 0, 2]],
    ['per cent', ['0', '50', '100'], [-2, 0, 2]],
    ['with 99 for no answer', ['1', '5', '99'], [-2, 2, null]],
    ['in words', ['Very satisfied', 'OK', 'very poor', "Don't know", 'purple'], [2, 0, -2, null, null]],
  ])('%s', (_name, values, expected) => {
    expect(feelings(values, 'high')).toEqual(expected)
  })

  it('turned round when the person says that the other end is good', () => {
    expect(feelings(['1', '2', '3', '4', '5'], 'low')).toEqual([2, 1, 0, -1, -2])
  })
})
