import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupSimilar } from './groupSimilar.ts'
import { SimilarQuotes } from './SimilarQuotes.ts'
import { suggestPlace } from './suggestPlaces.ts'
import { wordsIn } from './wordsIn.ts'

const WAITING = [
  'I waited three hours in the cold',
  'Waiting for hours, nobody told us',
  'We had to wait two hours again',
  'Hours of waiting',
]
const KIND = [
  'The driver was kind and patient',
  'Such a kind driver',
  'Kind drivers, all of them',
  'My driver was very kind',
]
const OTHERS = [
  'The form was too long',
  'Parking cost a fortune',
  'I liked the soup',
  'Signs lead nowhere',
  'The lift was broken',
]

function quotesOf(texts: readonly string[]) {
  return texts.map((text, at) => ({ id: `q${at}`, text }))
}

const all = [...WAITING, ...KIND, ...OTHERS]
const similar = new SimilarQuotes(quotesOf(all))
const everybody = all.map((_, at) => `c${at}`)

describe('words', () => {
  it.each([
    ['English', 'I didn’t WAIT; we waited—twice!', ['didn’t', 'wait', 'waited', 'twice']],
    ['German', 'Drei Stunden später kam niemand.', ['drei', 'stunden', 'spater', 'kam', 'niemand']],
    ['French without accents', 'Le délai était énorme', ['delai', 'etait', 'enorme']],
    ['Arabic', 'انتظرت ثلاث ساعات', ['انتظرت', 'ثلاث', 'ساعات']],
    ['Chinese', '我等了三个小时', ['小时']],
    ['Thai', 'ฉันรอสามชั่วโมง', ['ชั่วโมง']],
    ['what was struck out', 'Ring me on ████', ['ring']],
  ])('are told apart in %s', (_, text, words) => {
    const found = wordsIn(text)
    expect(found.isUnreadable).toBe(false)
    expect(found.words).toEqual(expect.arrayContaining(words))
  })

  it('of a language without spaces can’t be told where the browser has no segmenter, and this is said', () => {
    expect(wordsIn('我等了三个小时', null)).toEqual({ words: [], isUnreadable: true })
    expect(wordsIn('I waited', null)).toEqual({ words: ['waited'], isUnreadable: false })
  })
})

describe('groups of quotes that say similar things', () => {
  it('are found with the words that tell them from the others', () => {
    const groups = groupSimilar(similar, { speakers: everybody })
    expect(groups.map(({ quotes }) => quotes.map(at => all[at]).sort())).toEqual(
      [[...KIND].sort(), [...WAITING].sort()].sort(),
    )
    const words = groups.map(group => group.words.join(' '))
    expect(words.some(found => /wait/.test(found) && /hours/.test(found))).toBe(true)
    expect(words.some(found => /kind/.test(found) && /driver/.test(found))).toBe(true)
  })

  it('are of two people at least: one who says the same all day is no theme', () => {
    const speakers = all.map((_, at) => (at < WAITING.length ? 'talker' : `c${at}`))
    const groups = groupSimilar(similar, { speakers })
    expect(groups).toHaveLength(1)
    expect(groups[0]?.words.join(' ')).toMatch(/kind/)
  })

  it('are found in Chinese', () => {
    const texts = [
      '我等了三个小时',
      '等了三个小时才有人来',
      '三个小时没有人',
      '司机非常友好',
      '友好的司机',
      '司机很友好',
      '停车太贵',
      '汤很好喝',
    ]
    const groups = groupSimilar(new SimilarQuotes(quotesOf(texts)), { speakers: texts.map((_, at) => `c${at}`) })
    expect(groups.map(({ words }) => words.join(' '))).toEqual(
      expect.arrayContaining([expect.stringContaining('司机'), expect.stringContaining('小时')]),
    )
  })

  it('name quotes of which no words can be told', () => {
    expect(new SimilarQuotes(quotesOf(['I waited', '👍', '', '!!!'])).unreadable).toEqual([1, 2, 3])
  })

  it('hold each quote once, and change with no order of the quotes', () => {
    const word = fc.constantFrom('wait', 'waited', 'hours', 'driver', 'kind', 'soup', 'form', 'lift', 'queue', 'phone')
    const text = fc.array(word, { maxLength: 6 }).map(words => words.join(' '))
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 40 }), texts => {
        const speakers = texts.map((_, at) => `c${at}`)
        const groups = groupSimilar(new SimilarQuotes(quotesOf(texts)), { speakers })
        const members = groups.flatMap(({ quotes }) => quotes)
        expect(new Set(members).size).toBe(members.length)
        for (const { quotes } of groups) expect(quotes.length).toBeGreaterThanOrEqual(3)
      }),
    )
  })

  it('likeness is the same both ways, and that of the same words is one', () => {
    const texts = [
      'wait for hours here',
      'hours of waiting',
      'wait for hours here',
      'a kind driver came',
      'nobody came',
    ]
    const of = new SimilarQuotes(quotesOf(texts))
    const likeness = (a: number, b: number) => of.like(a, 0).find(({ at }) => at === b)?.likeness ?? 0
    expect(likeness(0, 2)).toBeCloseTo(1)
    for (const [a, b] of [
      [0, 1],
      [3, 4],
      [1, 2],
    ] as const)
      expect(likeness(a, b)).toBeCloseTo(likeness(b, a))
  })
})

describe('where an unplaced quote may belong', () => {
  const places = all.map((_, at) => (at === 0 || at > 7 ? null : at < WAITING.length ? 'room' : 'car'))

  it('is suggested by what similar quotes lie there and which words they share', () => {
    const found = suggestPlace(similar, 0, { places, speakers: everybody })
    expect(found).toMatchObject({ place: 'room', quotes: expect.arrayContaining([1, 2, 3]) })
    expect(found?.words).toEqual(expect.arrayContaining(['hours']))
  })

  it('is not suggested by few, by those who disagree, or by the quote’s own customer', () => {
    expect(suggestPlace(similar, 8, { places, speakers: everybody })).toBeNull()
    const spread = places.map((place, at) => (place === 'room' ? `room ${at}` : place))
    expect(suggestPlace(similar, 0, { places: spread, speakers: everybody })).toBeNull()
    expect(suggestPlace(similar, 0, { places, speakers: all.map(() => 'one') })).toBeNull()
  })
})

const FILE = new URL('../../../../shared/data/voices/nhs_ambulance_mapped.csv', import.meta.url)
const where = existsSync(FILE) ? '' : ' (skipped: ../shared/data/voices is missing)'
describe.skipIf(!existsSync(FILE))(`on real comments of patients${where}`, () => {
  it('suggestions are right about three times out of four, where the largest touchpoint alone would be once', async () => {
    const { readVoices } = await import('../../testing/readVoices.ts')
    const quotes = readVoices(readFileSync(FILE, 'utf8'))
    const of = new SimilarQuotes(quotes.map(({ text }, at) => ({ id: `${at}`, text })))
    const placed = { places: quotes.map(({ place }) => place), speakers: quotes.map(({ customer }) => customer) }
    let said = 0
    let right = 0
    for (const [at, place] of placed.places.entries()) {
      const found = place === null ? null : suggestPlace(of, at, placed)
      if (!found) continue
      said++
      if (found.place === place) right++
    }
    expect(said).toBeGreaterThan(quotes.length / 3)
    expect(right / said).toBeGreaterThan(0.75)
  })
})
