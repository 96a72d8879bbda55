import { describe, expect, it } from 'vitest'
import { mapWith } from '#shared/testing/mapWith.ts'
import { FIRST_FILTER, spokenQuotes, trayQuotes, whereWords } from './trayQuotes.ts'

const map = mapWith({
  stages: [{ id: 's', name: 'Wait' }],
  touchpoints: [{ id: 't', title: 'Phone rings', stage: 's' }],
  customers: [{ id: 'gone', consent: 'withdrawn' }],
  quotes: [
    { id: 'placed', text: 'On it', touchpoint: 't', kind: 'worked' },
    { id: 'loose', text: 'Loose', kind: 'wish' },
    { id: 'stage', text: 'Stage', about: 's' },
    { id: 'journey', text: 'All of it', about: 'journey' },
    { id: 'later', text: 'Later', kind: 'worked' },
    { id: 'withdrawn', text: 'Forget me', customer: 'gone' },
  ],
  excerpts: [{ id: 'x', quote: 'later', start: 0, end: 2, touchpoint: 't' }],
})
const quotes = spokenQuotes(map)
const unplaced = new Set(['loose', 'later'])
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)

describe('the quotes tray', () => {
  it('shows what has no place yet', () => {
    expect(ids(trayQuotes(quotes, unplaced, FIRST_FILTER, null))).toEqual(['loose', 'later'])
  })

  it('puts what has no place first when all are shown', () => {
    const all = { ...FIRST_FILTER, placed: 'all' as const }
    expect(ids(trayQuotes(quotes, unplaced, all, null))).toEqual(['loose', 'later', 'placed', 'stage', 'journey'])
  })

  it('shows some kinds, and what a search found in its own order', () => {
    const worked = { placed: 'all' as const, kinds: new Set(['worked'] as const) }
    expect(ids(trayQuotes(quotes, unplaced, worked, null))).toEqual(['later', 'placed'])
    expect(ids(trayQuotes(quotes, unplaced, worked, ['placed', 'loose', 'later', 'deleted']))).toEqual([
      'placed',
      'later',
    ])
  })

  it('never shows words of somebody who withdrew', () => {
    expect(ids(quotes)).not.toContain('withdrawn')
  })

  it('says of each quote where it lies', () => {
    const where = Object.fromEntries(map.quotes.map(quote => [quote.id, whereWords(map, quote)]))
    expect(where).toMatchObject({
      placed: 'On “Phone rings”',
      loose: 'In the tray',
      stage: 'About the stage “Wait”',
      journey: 'About the whole journey',
      later: 'In part on “Phone rings”',
    })
  })
})
