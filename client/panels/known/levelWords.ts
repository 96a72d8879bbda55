import type { Covered, Level } from '#shared/model/evidence/coverage.ts'
import { dayWords } from '../quotes/quoteWords.ts'

/** From nobody to as many as the map needs. */
export const LEVELS: readonly Level[] = ['empty', 'single', 'few', 'enough']

/** What a level means on a map that needs so many voices. */
export function levelWords(level: Level, needed: number): string {
  switch (level) {
    case 'empty':
      return 'nobody heard'
    case 'single':
      return 'one customer alone'
    case 'few':
      return `fewer than ${needed}`
    case 'enough':
      return `${needed} or more`
  }
}

/** What a cell says under its number: what is missing, and how old it is. */
export function cellWords({ customers, level, stale, newest, touchpoints }: Covered, needed: number): string {
  if (level === 'empty') return touchpoints.length === 0 ? 'no touchpoint' : 'nobody heard'
  const missing = needed - customers
  const words = missing > 0 ? `${missing} more needed` : 'enough'
  return stale && newest !== null ? `${words}, old: ${dayWords(newest)}` : words
}
