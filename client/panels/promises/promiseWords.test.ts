import { describe, expect, it } from 'vitest'
import type { PromiseState } from '#shared/model/evidence/promiseState.ts'
import { answerWords, rhythmWords, standingWords } from './promiseWords.ts'

const state = (fields: Partial<PromiseState>): PromiseState => ({
  ...{ status: 'kept', dueOn: null, days: null, last: null, failed: false },
  ...fields,
})

describe('how a promise stands, in words', () => {
  it.each<[Partial<PromiseState>, string]>([
    [{ status: 'open' }, 'No day yet'],
    [{ status: 'kept' }, 'Kept'],
    [{ status: 'kept', dueOn: '2026-07-05', days: 20 }, 'Next 5 Jul 2026'],
    [{ status: 'due', dueOn: '2026-07-05', days: 0 }, 'Due today'],
    [{ status: 'due', dueOn: '2026-07-05', days: 1 }, 'Due in 1 day'],
    [{ status: 'overdue', dueOn: '2026-07-05', days: -3 }, '3 days overdue'],
    [{ status: 'broken', dueOn: '2026-07-05', days: -30 }, 'Broken, 30 days overdue'],
    [{ status: 'broken', dueOn: '2026-07-05', days: 12, failed: true }, 'Not kept'],
  ])('%j: %s', (fields, words) => {
    expect(standingWords(state(fields))).toBe(words)
  })

  it('says of how many asked how many would return, and nothing where nobody was asked', () => {
    expect(answerWords({ asked: 20, would: 12 })).toBe('12 of 20')
    expect(answerWords({ asked: 20, would: null })).toBe('0 of 20')
    expect(answerWords({ asked: 3, would: 9 })).toBe('3 of 3')
    expect(answerWords({ asked: 0, would: 0 })).toBeNull()
    expect(answerWords({ asked: null, would: null })).toBeNull()
  })

  it('names a rhythm that nobody offers by its days', () => {
    expect(rhythmWords(7)).toBe('Every week')
    expect(rhythmWords(10)).toBe('Every 10 days')
  })
})
