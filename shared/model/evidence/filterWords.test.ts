import { describe, expect, it } from 'vitest'
import { mapWith } from '../../testing/mapWith.ts'
import { NO_FILTER } from './filter.ts'
import { filterWords } from './filterWords.ts'

const map = mapWith({
  personas: [{ id: 'parents', name: 'Parents' }],
  sources: [{ id: 'survey', name: 'Survey 2025' }],
  quotes: [{ id: '1', channel: 'Phone ' }],
})

describe('a filter in words', () => {
  it('names what passes, one kind of choice after the other', () => {
    const filter = {
      ...{ personas: ['parents', null], channels: ['phone', ''], sources: ['survey'] },
      ...{ kinds: ['wish' as const], states: ['contested' as const, null], from: '2025-01-02', to: null },
    }
    expect(filterWords(filter, map)).toBe(
      'Wish · Parents or No persona · Phone or No channel · Survey 2025 · claim: customers disagree or about no claim · since 2 Jan 2025',
    )
  })

  it('says both days, or until when', () => {
    expect(filterWords({ ...NO_FILTER, from: '2025-01-02', to: '2025-02-03' }, map)).toBe(
      'from 2 Jan 2025 to 3 Feb 2025',
    )
    expect(filterWords({ ...NO_FILTER, to: '2025-02-03' }, map)).toBe('until 3 Feb 2025')
  })

  it('says so when what was chosen is gone', () => {
    expect(filterWords({ ...NO_FILTER, personas: ['deleted'] }, map)).toBe('no longer on the map')
  })
})
