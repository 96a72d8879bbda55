import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redact } from './redact.ts'

/** The pieces that were removed, as they stood in the text. */
function removed(text: string): string[] {
  return redact(text).spans.map(({ start, end }) => text.slice(start, end))
}

describe('what is removed', () => {
  it.each([
    ['write to jane.doe+shop@example.co.uk, please', ['jane.doe+shop@example.co.uk']],
    ['my address (a_b@mail.example.org).', ['a_b@mail.example.org']],
    ['müller@straße.example and two@x.example', ['müller@straße.example', 'two@x.example']],
  ])('e-mail addresses: %s', (text, pieces) => {
    expect(removed(text)).toEqual(pieces)
    expect(new Set(redact(text).spans.map(span => span.kind))).toEqual(new Set(['email']))
  })

  it.each([
    ['call 07700 900123 10 minutes later', '07700 900123'],
    ['ring 07700-900-123.', '07700-900-123'],
    ['07700900123', '07700900123'],
    ['(01632) 960 001', '(01632) 960 001'],
    ['020 7946 0958', '020 7946 0958'],
    ['+44 (0)20 7946 0958', '+44 (0)20 7946 0958'],
    ['+44 7700 900123 10 minutes later', '+44 7700 900123'],
    ['0044 7700 900123', '0044 7700 900123'],
    ['01 23 45 67 89', '01 23 45 67 89'],
    ['06.12.34.56.78 svp', '06.12.34.56.78'],
    ['+33 6 12 34 56 78', '+33 6 12 34 56 78'],
    ['+49 151 23 45 67 89', '+49 151 23 45 67 89'],
    ['0151 12345678', '0151 12345678'],
    ['030/1234567', '030/1234567'],
    ['0049 89 1234567', '0049 89 1234567'],
    ['bel 06-12345678', '06-12345678'],
    ['08-123 456 78', '08-123 456 78'],
    ['044 123 45 67', '044 123 45 67'],
    ['612 345 678', '612 345 678'],
    ['91 234 56 78', '91 234 56 78'],
    ['12 34 56 78', '12 34 56 78'],
    ['+1 (555) 123-4567', '+1 (555) 123-4567'],
    ['(555) 123-4567', '(555) 123-4567'],
    ['1-800-555-1234', '1-800-555-1234'],
    ['555.123.4567', '555.123.4567'],
    ['call me on 555-0134', '555-0134'],
    ['Tel.: 123456', '123456'],
    ['٠٧٧٠٠ ٩٠٠١٢٣', '٠٧٧٠٠ ٩٠٠١٢٣'],
  ])('phone numbers: %s', (text, piece) => {
    expect(removed(text)).toEqual([piece])
    expect(redact(text).spans[0]?.kind).toBe('phone')
  })

  it.each([
    ['GB29 NWBK 6016 1331 9268 19 and', 'GB29 NWBK 6016 1331 9268 19'],
    ['DE89370400440532013000', 'DE89370400440532013000'],
    ['nl91 abna 0417 1643 00', 'nl91 abna 0417 1643 00'],
    ['4111 1111 1111 1111', '4111 1111 1111 1111'],
    ['4111-1111-1111-1111', '4111-1111-1111-1111'],
    ['4111111111111111', '4111111111111111'],
    ['3782 822463 10005', '3782 822463 10005'],
    ['sort code 12-05-21', '12-05-21'],
    ['40-47-84', '40-47-84'],
    ['12-05-21 12345678', '12-05-21 12345678'],
    ['account number 1234', '1234'],
    ['Konto-Nr. 12345', '12345'],
  ])('bank accounts and cards: %s', (text, piece) => {
    expect(removed(text)).toEqual([piece])
    expect(redact(text).spans[0]?.kind).toBe('account')
  })

  it.each([
    ['ref 12345678', '12345678'],
    ['ref 12345', '12345'],
    ['order no. AB-1234', 'AB-1234'],
    ['order #4567', '4567'],
    ['my order 123456 came late', '123456'],
    ['case number 20210930', '20210930'],
    ['Reference: 2021/00123', '2021/00123'],
    ['order reference number is: XK-99812-B', 'XK-99812-B'],
    ['policy 12345', '12345'],
    ['my ID: 12345', '12345'],
    ['Kundennummer 54321', '54321'],
    ['dossier n° 1234', '1234'],
    ['NHS number 943 476 5919', '943 476 5919'],
    ['QQ 12 34 56 C', ''],
    ['AB 12 34 56 C', 'AB 12 34 56 C'],
    ['123-45-6789', '123-45-6789'],
    ['the long 1234567 one', '1234567'],
    ['202109301 is no day', '202109301'],
    ['CASE-3136706', '3136706'],
  ])('reference numbers: %s', (text, piece) => {
    expect(removed(text)).toEqual(piece ? [piece] : [])
    if (piece) expect(redact(text).spans[0]?.kind).toBe('reference')
  })
})

describe('what stays', () => {
  it.each([
    'on 21/09/2021. I was there at 10am.',
    '2021-09-30 10:15',
    '2021-09-30T10:15:00Z',
    '2022-31-5',
    '01.02.2021, 01-02-21, 1/2/21, 30 09 2021',
    '20210930',
    'open 08.30-17.00, 09.00 17.00, 0900-1730, 09:30',
    'from 2019-2020 and 2019/20, in 2019 2020 2021',
    'paid £1,234.56, {$25000.00}, $ 1000000, 1000000 EUR, 12345678.90 and 3.500,00 €',
    '1 234 567, 612 000 000 and 10 000 000 and 1,000,000 and 1.234.567 and 7.650.000 people',
    '1234567 km, a wait of 90-120 minutes, 2 x 45 mins',
    'I dialled 999 and then 111, after 32000 steps',
    'NHS 111 phone or online; NHS 111 999 both failed',
    'NEAS PTS 540 - Q1',
    '1 very good .. 5 very poor (6 do not know, 7 undocumented)',
    'XX/XX/XXXX, XXXX XXXX XXXX 1234, account ending in 1234, reached @ XXXX',
    'I had 15000 in my account. I order 200000 units a year.',
    'the case was in 2019, the order of 12/05/2021',
    'version 10.15.7 at 192.168.1.1',
    '54.9712345,-1.6123456',
    'M25, A1, 4x4, covid19, 80331 München',
    '5 5 4 3 5 5 5 and 10, 12, 14 and 3.5/5',
    'in 10-20-30 minutes at the hotel 123456',
    'we waited 10 15 20 25, then 100 200 300 and 12 24 36 48 minutes',
    '24/7, 9-5, 50/50, BP 120/80, flight BA2490, room 1234, iPhone 12, ward 12, bed 4',
    'route 66, 2021-22 2022-23, section 3.2.1, £5-£10, €1.000.000',
    'follow @shop, meet @ 5',
    '',
    '😀 no numbers at all',
  ])('%s', text => {
    expect(redact(text)).toEqual({ text, spans: [] })
  })
})

describe('the redacted text', () => {
  it('keeps its length, so that a span means the same before and after', () => {
    const text = 'I am 😀 jane@example.org, call 07700 900123'
    const result = redact(text)
    expect(result.text).toBe(`I am 😀 ${'█'.repeat(16)}, call ${'█'.repeat(12)}`)
    expect(result.text).toHaveLength(text.length)
    expect(result.spans).toEqual([
      { start: 8, end: 24, kind: 'email' },
      { start: 31, end: 43, kind: 'phone' },
    ])
  })

  const pieces = fc.constantFrom(
    ...['0', '07700', '900123', '44', '612', '345', '678', '12', '05', '2021', '1234', '12345678', '1', '999999'],
    ...[' ', ' ', '-', '.', '/', ', ', '(', ')', '+', '@', '#', ':', '\n', '£', ' € ', 'km', ' miles', '█'],
    ...['ref ', 'order no ', 'account', 'call me on ', 'sort code ', 'GB29', 'NWBK', 'DE', 'a@b.de', 'x', '.com', 'AB'],
  )
  const hostile = fc.oneof(
    fc.array(pieces, { maxLength: 24 }).map(list => list.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(...'0123456789 -./()+@,:a£'), maxLength: 60 }),
  )

  it('is not changed by reading it again', () => {
    fc.assert(
      fc.property(hostile, text => {
        const once = redact(text)
        const twice = redact(once.text)
        expect(twice.text).toBe(once.text)
        expect(twice.spans).toEqual([])
      }),
      { numRuns: 3_000 },
    )
  })

  it('differs from the text within its spans only, which are in order and apart', () => {
    fc.assert(
      fc.property(hostile, text => {
        const { text: after, spans } = redact(text)
        let from = 0
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(from)
          expect(end).toBeGreaterThan(start)
          expect(after.slice(from, start)).toBe(text.slice(from, start))
          expect(after.slice(start, end)).toBe('█'.repeat(end - start))
          from = end
        }
        expect(after.slice(from)).toBe(text.slice(from))
      }),
      { numRuns: 1_000 },
    )
  })

  it.each([
    '1',
    '1 ',
    '0 ',
    '07',
    '(0',
    '+4',
    '1.',
    '12-',
    '123,',
    '@',
    'a@',
    'a.',
    'a@b.',
    'a@b.c1',
    'order ',
    'order-',
    'ref no ',
    'GB29',
    'GB29 ',
    'A1-',
    'tel ',
    '£',
    '12 34 56 78 ',
    '(((1',
    '1)))',
    ' ',
    '1km',
    '123,456.',
    '123 456 ',
    '1.234,',
    'A1/B2-',
    'call me on 1 ',
  ])(
    'comes in one go through 200,000 characters of %j',
    piece => {
      const text = piece.repeat(Math.ceil(200_000 / piece.length))
      expect(redact(text).text).toHaveLength(text.length)
    },
    5_000,
  )
})
