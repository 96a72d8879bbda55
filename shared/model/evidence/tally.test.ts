import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthsBefore, type Piece, type Status, tallyOf } from './tally.ts'

const FIVE = { needed: 5, oldBefore: '2024-06-01' }

/** Pieces from a line such as `+ada +ada -ben`: a sign for the side, then who said it. */
function said(line: string, more: Partial<Piece> = {}): Piece[] {
  const words = line.split(' ').filter(Boolean)
  return words.map((word, index) => ({
    stance: word.startsWith('+') ? 'supports' : 'contradicts',
    voice: 'customer',
    customer: word.slice(1),
    quote: `${word.slice(1)}-${index}`,
    day: '2025-01-01',
    ...more,
  }))
}

/** So many different customers for a claim, and so many others against it. */
function sides(supports: number, contradicts: number): Piece[] {
  const people = (sign: string, count: number) =>
    Array.from({ length: count }, (_, i) => `${sign}${sign}${i}`).join(' ')
  return said(`${people('+', supports)} ${people('-', contradicts)}`)
}

describe('what a claim is called', () => {
  it.each<[number, number, Status, boolean]>([
    // for, against, status, overturned
    [0, 0, 'assumption', false],
    [1, 0, 'single', false],
    [2, 0, 'heard', false],
    [4, 0, 'heard', false],
    [5, 0, 'corroborated', false],
    [63, 0, 'corroborated', false],
    [1, 1, 'single', false],
    [5, 1, 'corroborated', false],
    [2, 2, 'contested', false],
    [5, 2, 'contested', false],
    [8, 2, 'contested', false],
    [9, 2, 'corroborated', false],
    [40, 10, 'contested', false],
    [41, 10, 'corroborated', false],
    [2, 3, 'contested', false],
    [2, 5, 'contested', true],
    [2, 8, 'contested', true],
    [2, 9, 'heard', true],
    [3, 5, 'contested', false],
    [3, 6, 'contested', true],
    [0, 4, 'assumption', false],
    [0, 5, 'assumption', true],
    [1, 5, 'single', true],
    [5, 30, 'corroborated', true],
  ])('%i for and %i against: %s, overturned %s', (supports, contradicts, status, overturned) => {
    expect(tallyOf(sides(supports, contradicts), FIVE)).toMatchObject({
      supports,
      contradicts,
      mixed: 0,
      status,
      overturned,
    })
  })

  it.each<[number, number, Status]>([
    // needed, for, status
    [1, 0, 'assumption'],
    [1, 1, 'corroborated'],
    [2, 1, 'single'],
    [2, 2, 'corroborated'],
    [3, 2, 'heard'],
    [3, 3, 'corroborated'],
  ])('on a map that needs %i, %i for: %s', (needed, supports, status) => {
    expect(tallyOf(sides(supports, 0), { ...FIVE, needed }).status).toBe(status)
  })
})

describe('who counts', () => {
  it('counts a talkative customer once', () => {
    expect(tallyOf(said('+ada +ada +ada +ada +ada +ada'), FIVE)).toMatchObject({ supports: 1, status: 'single' })
  })

  it('puts a customer with words on both sides on neither', () => {
    const tally = tallyOf(said('+ada -ada +ben -cleo'), FIVE)
    expect(tally).toMatchObject({ supports: 1, contradicts: 1, mixed: 1, status: 'single' })
  })

  it('does not let those on both sides make a claim contested', () => {
    expect(tallyOf(said('+ada -ada +ben -ben +cleo +dan'), FIVE)).toMatchObject({ mixed: 2, status: 'heard' })
  })

  it('counts staff apart, by person', () => {
    const tally = tallyOf(said('+sam +sam +tim -uma +val -val', { voice: 'staff' }), FIVE)
    expect(tally).toMatchObject({
      supports: 0,
      contradicts: 0,
      status: 'assumption',
      staffSupports: 2,
      staffContradicts: 1,
    })
  })

  it('fills no ring with recalled words or words of unknown people, and counts each quote once', () => {
    const recalled = said('+ada', { voice: 'recalled', quote: 'r1' })
    const unknown = said('+x +x', { voice: 'unknown', customer: null, quote: 'u1' })
    const tally = tallyOf(
      [...recalled, ...recalled, ...unknown, ...said('+y', { voice: 'unknown', customer: null })],
      FIVE,
    )
    expect(tally).toMatchObject({ supports: 0, status: 'assumption', recalled: 1, unknown: 2 })
  })
})

describe('what is old', () => {
  it.each([
    ['everyone said it before the limit', said('+ada +ben', { day: '2024-05-31' }), true],
    [
      'one said it on the day of the limit',
      [...said('+ada', { day: '2024-05-31' }), ...said('+ben', { day: '2024-06-01' })],
      false,
    ],
    ['a customer said it long ago and again', [...said('+ada', { day: '2019-01-01' }), ...said('+ada')], false],
    ['nobody knows when one said it', [...said('+ada', { day: '2019-01-01' }), ...said('+ben', { day: null })], false],
    ['only the opposite is new', [...said('+ada', { day: '2019-01-01' }), ...said('-ben')], true],
    ['nobody said it', said('-ben', { day: '2019-01-01' }), false],
  ])('%s', (_, pieces, stale) => {
    expect(tallyOf(pieces, FIVE).stale).toBe(stale)
  })

  it.each([
    ['2026-02-28', 24, '2024-02-28'],
    ['2026-03-31', 1, '2026-02-28'],
    ['2024-03-31', 1, '2024-02-29'],
    ['2026-01-15', 1, '2025-12-15'],
    ['2026-01-31', 600, '1976-01-31'],
  ])('%s less %i months is %s', (day, months, before) => {
    expect(monthsBefore(day, months)).toBe(before)
  })
})

describe('counting in any order', () => {
  const somePiece = fc.record<Piece>({
    stance: fc.constantFrom('supports', 'contradicts'),
    voice: fc.constantFrom('customer', 'staff', 'recalled', 'unknown'),
    customer: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    quote: fc.constantFrom('1', '2', '3', '4'),
    day: fc.constantFrom('2020-01-01', '2025-01-01', null),
  })
  const reordered = fc
    .array(somePiece, { maxLength: 30 })
    .chain(pieces => fc.tuple(fc.constant(pieces), fc.shuffledSubarray(pieces, { minLength: pieces.length })))

  it('gives the same numbers, and repeats change nothing', () => {
    fc.assert(
      fc.property(reordered, fc.integer({ min: 1, max: 6 }), ([pieces, shuffled], needed) => {
        const rules = { ...FIVE, needed }
        expect(tallyOf([...shuffled, ...pieces], rules)).toEqual(tallyOf(pieces, rules))
      }),
    )
  })

  it('counts each customer exactly once', () => {
    fc.assert(
      fc.property(reordered, ([pieces]) => {
        const { supports, contradicts, mixed } = tallyOf(pieces, FIVE)
        const customers = new Set(pieces.filter(piece => piece.voice === 'customer').map(piece => piece.customer))
        expect(supports + contradicts + mixed).toBe(customers.size)
      }),
    )
  })
})
