import { describe, expect, it } from 'vitest'
import { add, set } from '#shared/doc/change.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { changeInWords, Unsaved } from './unsaved.ts'

describe('edits that the server has not confirmed', () => {
  it('are told with the words that were written', () => {
    const quote = KINDS.quotes.make({ id: 'q', text: 'They called back' })
    expect(changeInWords(add('quotes', quote))).toBe('Added quote: They called back')
    expect(changeInWords(set('touchpoints', 't', { channel: 'phone' }))).toBe('Changed touchpoint: channel phone')
    expect(changeInWords({ do: 'type', kind: 'stages', id: 's', field: 'name', from: 'W', to: 'Wait' })).toBe(
      'Wrote in stage: Wait',
    )
    expect(changeInWords({ do: 'remove', kind: 'painPoints', id: 'p' })).toBe('Deleted pain point')
  })

  it('stand as one line for one visit to a text, and are gone once they are saved', () => {
    const unsaved = new Unsaved()
    const type = (to: string) => [{ do: 'type', kind: 'map', id: 'map', field: 'title', from: '', to } as const]
    unsaved.add(type('A'), 1, false)
    unsaved.add(type('Ab'), 2, true)
    unsaved.add(type('Other'), 3, false)
    expect(unsaved.list().map(edit => edit.words)).toEqual(['Wrote in the map: Ab', 'Wrote in the map: Other'])
    unsaved.clear()
    expect(unsaved.list()).toEqual([])
  })
})
