import { directionOf } from './text.ts'

const LATIN = ['“', '”'] as const
const RIGHT_TO_LEFT = ['«', '»'] as const

/** The marks that a customer's words stand between: those of books in which words run that way. */
export function quoteMarks(words: string): readonly [string, string] {
  return directionOf(words) === 'rtl' ? RIGHT_TO_LEFT : LATIN
}

export function quoted(words: string): string {
  const [open, close] = quoteMarks(words)
  return `${open}${words}${close}`
}
