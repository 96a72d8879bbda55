import { describe, expect, it } from 'vitest'
import { mapWith } from '#shared/testing/mapWith.ts'
import { mainPlace } from '../../commands/themes.ts'
import { shownThemes } from './shownThemes.ts'

const map = mapWith({
  customers: [{ id: 'ada' }, { id: 'ben' }, { id: 'sam', side: 'staff' }],
  quotes: [
    { id: '1', customer: 'ada', touchpoint: 'room' },
    { id: '2', customer: 'ada', touchpoint: 'room' },
    { id: '3', customer: 'ben', touchpoint: 'desk' },
    { id: '4', customer: 'sam' },
    { id: '5', customer: 'ben', how: 'recalled' },
    { id: '6', customer: null },
  ],
})
const now = {
  quotes: new Map(map.quotes.map(quote => [quote.id, quote])),
  customers: new Map(map.customers.map(customer => [customer.id, customer])),
  dismissed: (key: string) => key === 'no',
}
const theme = (key: string, ...quotes: string[]) => ({ key, quotes, words: [key] })

describe('themes', () => {
  it('count each customer once, and neither staff nor memory nor unknown people', () => {
    const [only] = shownThemes([theme('a', '1', '2', '3', '4', '5', '6')], now)
    expect(only).toMatchObject({ customers: 2, isDismissed: false })
    expect(only?.quotes).toHaveLength(6)
  })

  it('begin with those of most customers and end with those that nobody wanted', () => {
    const shown = shownThemes([theme('no', '1', '3'), theme('one', '1', '2'), theme('two', '2', '3')], now)
    expect(shown.map(({ key }) => key)).toEqual(['two', 'one', 'no'])
  })

  it('lose quotes that are gone or do not count, and go with the last but one', () => {
    expect(shownThemes([theme('a', '1', 'gone')], now)).toEqual([])
  })

  it('lie where more than half of their quotes do', () => {
    expect(mainPlace(map, new Set(['1', '2', '3']))).toBe('room')
    expect(mainPlace(map, new Set(['1', '3']))).toBeNull()
    expect(mainPlace(map, new Set(['4']))).toBeNull()
  })
})
