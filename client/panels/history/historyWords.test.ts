import { describe, expect, it } from 'vitest'
import { authorsWords, byDay } from './historyWords.ts'

const people = (...names: (string | null)[]) => names.map((name, index) => ({ id: `p${index}`, name }))

describe('who wrote', () => {
  it.each([
    [people(), ''],
    [people('Ada'), 'Ada'],
    [people('Ada', 'Ben', 'Cem'), 'Cem, Ben and Ada'],
    [people('Ada', 'Ben', 'Cem', 'Dot'), 'Dot, Cem and 2 others'],
    [people('Ada', null), 'Ada and 1 other'],
    [people(null), 'somebody with a link'],
    [people(null, null), '2 people with a link'],
  ])('%j is “%s”', (authors, words) => {
    expect(authorsWords(authors, null)).toBe(words)
  })

  it('is “you” for oneself', () => {
    expect(authorsWords(people('Ada', 'Ben'), 'p0')).toBe('Ben and you')
  })
})

it('versions stand under the days that people remember', () => {
  const now = new Date(2026, 2, 3, 12)
  const at = [new Date(2026, 2, 3, 9), new Date(2026, 2, 3, 0, 1), new Date(2026, 2, 2, 23), new Date(2026, 1, 20, 8)]
  const versions = at.map((time, index) => ({ number: 4 - index, at: time.toISOString(), name: null, authors: [] }))
  expect(byDay(versions, now).map(({ day, versions: those }) => [day, those.map(({ number }) => number)])).toEqual([
    ['Today', [4, 3]],
    ['Yesterday', [2]],
    ['Friday 20 February 2026', [1]],
  ])
})
