import { describe, expect, it } from 'vitest'
import { inWhole } from './useSelectedWords.ts'

const whole = 'First this happened. Then Mrs Jones rang.'

function found(shown: string, words: string, marks = true): string | null {
  const page = marks ? `“${shown}”` : shown
  const start = page.indexOf(words)
  const span = inWhole({ start, end: start + words.length }, { whole, shown, marks })
  return span && whole.slice(span.start, span.end)
}

describe('what is selected on the page', () => {
  it('is found in the quote, be it shown whole or in part, with marks or without', () => {
    expect(found(whole, 'Mrs Jones')).toBe('Mrs Jones')
    expect(found(whole, 'Mrs Jones', false)).toBe('Mrs Jones')
    expect(found('[…] Then Mrs Jones rang.', 'Mrs Jones')).toBe('Mrs Jones')
    expect(found('First this happened. […]', 'this happened')).toBe('this happened')
    expect(found(whole, 'rang.”')).toBe('rang.')
  })

  it('is nothing where only a mark is selected', () => {
    expect(found(whole, '“')).toBeNull()
    expect(found('Other words', 'Other')).toBeNull()
  })
})
