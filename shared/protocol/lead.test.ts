import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  FOLLOWERS_NAMED,
  type LeadNews,
  type LeadWish,
  readLeadNews,
  readLeadWish,
  writeLeadNews,
  writeLeadWish,
} from './lead.ts'

const text = fc.string({ unit: 'grapheme', maxLength: 20 })
const place = fc.record({ scene: text, words: fc.boolean(), black: fc.boolean() })
const leader = fc.record({ id: text, name: text, color: text })
const nearly = fc.float({ noNaN: true, noDefaultInfinity: true })
const point = fc.option(fc.record({ key: fc.nat(2 ** 32 - 1), x: nearly, y: nearly }))
const news: fc.Arbitrary<LeadNews> = fc.oneof(
  fc.constant({ type: 'nobody' as const }),
  fc.record({ type: fc.constant('lead' as const), mine: fc.boolean(), leader, place }),
  fc.record({ type: fc.constant('place' as const), yours: fc.boolean(), place }),
  fc.record({
    type: fc.constant('following' as const),
    following: fc.record({ count: fc.nat(), people: fc.array(text, { maxLength: 5 }) }),
  }),
  fc.record({ type: fc.constant('point' as const), point }),
  fc.record({ type: fc.constant('asked' as const), by: leader }),
)
const wish: fc.Arbitrary<LeadWish> = fc.oneof(
  fc.record({ type: fc.constant('go' as const), place }),
  fc.record({ type: fc.constant('follow' as const), follows: fc.boolean() }),
  fc.record({ type: fc.constant('point' as const), point }),
  fc.constant({ type: 'ask' as const }),
)

describe('who leads, and where', () => {
  it('arrives as it was said', () => {
    fc.assert(
      fc.property(news, said => {
        expect(readLeadNews(writeLeadNews(said))).toEqual(said)
      }),
    )
    fc.assert(
      fc.property(wish, said => {
        expect(readLeadWish(writeLeadWish(said))).toEqual(said)
      }),
    )
  })

  it('costs a new scene no more than its id and three bytes', () => {
    const place = { scene: 's'.repeat(22), words: true, black: false }
    expect(writeLeadNews({ type: 'place', yours: false, place })).toHaveLength(22 + 4)
    expect(writeLeadWish({ type: 'go', place })).toHaveLength(22 + 3)
  })

  it('is told from any other bytes without throwing', () => {
    const likely = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.nat(255))
    fc.assert(
      fc.property(fc.array(likely, { maxLength: 30 }), bytes => {
        readLeadNews(Uint8Array.from(bytes))
        readLeadWish(Uint8Array.from(bytes))
      }),
      { numRuns: 2_000 },
    )
    const nowhere = [8, 1, 0, 0, 0, 0, 127, 192, 0, 0, 0, 0, 0, 0]
    for (const bytes of [
      [],
      [10],
      [9, 0],
      [8],
      [8, 1, 0],
      nowhere,
      [0, 0],
      [4, 0],
      [4, 0, 4],
      [5, 2],
      [5, 1, 1],
      [5, ...Array(300).fill(255)],
    ]) {
      expect(readLeadWish(Uint8Array.from(bytes))).toBeNull()
    }
    expect(readLeadWish(writeLeadNews({ type: 'nobody' }))).toBeNull()
    expect(readLeadNews(writeLeadWish({ type: 'follow', follows: true }))).toBeNull()
    const long = { scene: 'x'.repeat(201), words: false, black: false }
    expect(readLeadWish(writeLeadWish({ type: 'go', place: long }))).toBeNull()
  })

  it('names so many followers, and counts the rest', () => {
    const people = Array.from({ length: FOLLOWERS_NAMED + 5 }, (_, at) => `p${at}`)
    const read = readLeadNews(writeLeadNews({ type: 'following', following: { count: people.length, people } }))
    expect(read).toMatchObject({ following: { count: people.length, people: people.slice(0, FOLLOWERS_NAMED) } })
  })
})
