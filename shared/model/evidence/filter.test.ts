import { describe, expect, it } from 'vitest'
import { mapWith } from '../../testing/mapWith.ts'
import { buildEvidence } from './EvidenceIndex.ts'
import { filterer, isOpen, NO_FILTER, type WordsFilter } from './filter.ts'

const map = mapWith({
  personas: [{ id: 'parents' }, { id: 'students' }],
  sources: [{ id: 'survey', to: '2024-12-31' }, { id: 'calls' }],
  customers: [
    { id: 'ada', persona: 'parents' },
    { id: 'ben', persona: 'students' },
    { id: 'cleo', persona: null },
  ],
  touchpoints: [{ id: 't' }],
  assumptions: [{ id: 'claim', about: 't' }],
  quotes: [
    { id: '1', customer: 'ada', touchpoint: 't', channel: 'Phone', kind: 'worked', saidOn: '2025-03-01', feeling: 2 },
    { id: '2', customer: 'ben', touchpoint: 't', channel: ' phone ', kind: 'wish', source: 'survey', feeling: -2 },
    { id: '3', customer: 'cleo', touchpoint: 't', channel: 'Shop', kind: 'did-not-work', source: 'calls' },
    { id: '4', customer: null, touchpoint: 't' },
  ],
  excerpts: [{ id: 'x', quote: '2', end: 3, touchpoint: 't' }],
  evidence: [
    { id: 'e1', claim: 'claim', quote: '1' },
    { id: 'e2', claim: 'claim', quote: 'x', stance: 'contradicts' },
  ],
})

const left = (filter: Partial<WordsFilter>) =>
  filterer()(map, { ...NO_FILTER, ...filter }).quotes.map(quote => quote.id)

describe('which words count', () => {
  it.each<[string, Partial<WordsFilter>, string[]]>([
    ['all without a filter', {}, ['1', '2', '3', '4']],
    ['those of one persona', { personas: ['students'] }, ['2']],
    ['those of nobody’s persona', { personas: [null] }, ['3', '4']],
    ['those of one channel, however it was typed', { channels: ['phone'] }, ['1', '2']],
    ['those without a channel', { channels: [''] }, ['4']],
    ['those of one source, or of none', { sources: ['calls', null] }, ['1', '3', '4']],
    ['wishes', { kinds: ['wish'] }, ['2']],
    ['those of a time, or else of their source’s last day', { to: '2024-12-31' }, ['2']],
    ['those said since a day', { from: '2025-01-01' }, ['1']],
    ['those that pass all of it', { channels: ['Phone'], personas: ['parents'], from: '2025-03-01' }, ['1']],
  ])('%s', (_, filter, ids) => {
    expect(left(filter)).toEqual(ids)
  })

  it('changes every count and feeling, also of claims whose words are out', () => {
    const parents = buildEvidence(filterer()(map, { ...NO_FILTER, personas: ['parents'] }), '2026-01-01')
    expect(parents.heard('t')).toBe(1)
    expect(parents.customersOnMap).toBe(1)
    expect(parents.spoken().map(({ id }) => id)).toEqual(['1'])
    expect(parents.tally('claim')).toMatchObject({ supports: 1, contradicts: 0 })
    expect(parents.heardFeeling('t')?.median).toBe(2)
  })

  it('answers with the same lists while neither words nor filter change', () => {
    const filter = { ...NO_FILTER, kinds: ['wish' as const] }
    const again = filterer()
    const first = again(map, filter)
    expect(again({ ...map, notes: [] }, filter).quotes).toBe(first.quotes)
    expect(again(map, NO_FILTER)).toBe(map)
    expect(isOpen(NO_FILTER)).toBe(true)
    expect(isOpen(filter)).toBe(false)
  })
})
