import type { Source } from '#shared/model/kinds.ts'
import { dayWords } from '../quotes/quoteWords.ts'

/** When a source was collected, in words; empty where nobody knows. */
export function sourceDays({ from, to }: Pick<Source, 'from' | 'to'>): string {
  if (from !== null && to !== null) return from === to ? dayWords(from) : `${dayWords(from)} to ${dayWords(to)}`
  return from !== null ? `since ${dayWords(from)}` : to !== null ? `until ${dayWords(to)}` : ''
}
