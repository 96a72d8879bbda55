import { describe, expect, it } from 'vitest'
import { struckWords } from './struckWords.ts'

describe('a quote that is being typed', () => {
  it('says beforehand which piece will be hidden', () => {
    expect(struckWords('Ring me on 07700 900123 please')).toBe('A phone number will be hidden: Ring me on ███')
  })

  it('names everything that will be hidden', () => {
    expect(struckWords('I wrote to ann@example.com and bo@example.com, then rang 07700 900123')).toBe(
      '2 e-mail addresses and a phone number will be hidden: I wrote to ███',
    )
  })

  it('names postcodes too', () => {
    expect(struckWords('We live at SW1A 1AA in London')).toBe('A postcode will be hidden: We live at ███')
  })

  it('says nothing when nothing will be', () => {
    expect(struckWords('It took 3 hours on 2 May 2026')).toBeNull()
  })
})
