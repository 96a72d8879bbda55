import type { Guess } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'

/** What the people of the team guess of one feeling, each once, as they last said. */
export type Guesses = {
  /** Ascending, −2…2. */
  readonly values: readonly number[]
  readonly median: number
  /** From the lowest to the highest. */
  readonly low: number
  readonly high: number
}

/** The guesses for one assumption; null where nobody has guessed. Of one person's the last on the map counts. */
export function guessesFor({ guesses }: Pick<MapDocument, 'guesses'>, assumption: string): Guesses | null {
  const byPerson = new Map<string, number>()
  for (const guess of guesses) if (guess.assumption === assumption) byPerson.set(guess.by, guess.feeling)
  const values = [...byPerson.values()].sort((a, b) => a - b)
  const [low] = values
  const high = values.at(-1)
  if (low === undefined || high === undefined) return null
  return { values, median: medianOf(values), low, high }
}

/** What one person guessed; null where they did not. */
export function guessOf(guesses: readonly Guess[], assumption: string, by: string): Guess | null {
  return guesses.findLast(guess => guess.assumption === assumption && guess.by === by) ?? null
}

/**
 * The whole step that stands for the team once somebody guesses: the median of all guesses, and where that lies between
 * two steps, the one nearer to what was guessed now.
 */
export function teamGuess(others: readonly number[], now: number): number {
  const median = medianOf([...others, now].sort((a, b) => a - b))
  if (Number.isInteger(median)) return median
  return now > median ? Math.ceil(median) + 0 : Math.floor(median) + 0
}

function medianOf(ascending: readonly number[]): number {
  const upper = ascending[Math.floor(ascending.length / 2)] ?? 0
  const lower = ascending[Math.ceil(ascending.length / 2) - 1] ?? upper
  return (lower + upper) / 2
}
