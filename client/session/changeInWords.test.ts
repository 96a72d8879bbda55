import { describe, expect, it } from 'vitest'
import { add, set } from '#shared/doc/change.ts'
import { seed } from '#shared/doc/seed.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { mapWith } from '#shared/testing/mapWith.ts'
import { changeInWords, titlesIn } from './changeInWords.ts'

const map = mapWith({
  stages: [{ id: 's', name: 'Waiting' }],
  lanes: [{ id: 'l', name: 'On stage', kind: 'frontstage' }],
  touchpoints: [{ id: 't', title: 'Ring the hotline', stage: 's', lane: 'l' }],
})
const words = (change: Parameters<typeof changeInWords>[0]) =>
  changeInWords(change, titlesIn(seed(map, { person: 'server', now: 1 })))

describe('an edit that the server has not confirmed', () => {
  it('is told with the words that were written', () => {
    expect(words(add('quotes', KINDS.quotes.make({ id: 'q', text: 'They called back' })))).toBe(
      'Added quote: They called back',
    )
    expect(words({ do: 'type', kind: 'stages', id: 's', field: 'name', from: 'W', to: 'Wait' })).toBe(
      'Wrote in stage: Wait',
    )
    expect(words({ do: 'type', kind: 'touchpoints', id: 't', field: 'details', from: '', to: 'Two minutes' })).toBe(
      'Wrote in touchpoint “Ring the hotline”, details: Two minutes',
    )
  })

  it('names the record that it changed, and what that names', () => {
    expect(words(set('touchpoints', 't', { channel: 'phone', momentOfTruth: true }))).toBe(
      'Changed touchpoint “Ring the hotline”: channel phone, moment of truth yes',
    )
    expect(words(set('touchpoints', 't', { stage: 's', lane: 'l', x: 3, y: 4 }))).toBe(
      'Moved touchpoint “Ring the hotline”: stage Waiting, lane On stage',
    )
    expect(words(set('touchpoints', 't', { x: 3, y: 4 }))).toBe('Moved touchpoint “Ring the hotline”')
    expect(words({ do: 'remove', kind: 'lanes', id: 'l' })).toBe('Deleted lane “On stage”')
  })

  it('says what kind of thing it was about when that is gone', () => {
    expect(words({ do: 'remove', kind: 'painPoints', id: 'p' })).toBe('Deleted pain point')
    expect(words(set('touchpoints', 'gone', { channel: '' }))).toBe('Changed touchpoint: channel none')
  })
})
