/** Median per customer first, then over customers, so that a talkative one counts once. −2…2. */
export type HeardFeeling = {
  median: number
  customers: number
  /** One per customer, ascending. */
  values: readonly number[]
}

/** The middle of ascending values, or between the middle two. */
function medianOf(ascending: readonly number[]): number {
  const upper = ascending[Math.floor(ascending.length / 2)] ?? 0
  const lower = ascending[Math.ceil(ascending.length / 2) - 1] ?? upper
  return (lower + upper) / 2
}

function ascending(values: Iterable<number>): number[] {
  return [...values].sort((a, b) => a - b)
}

/** The middle of what one customer felt. */
export function middleOf(values: Iterable<number>): number {
  return medianOf(ascending(values))
}

/** The feelings of each customer, by the customer's id, drawn together; null where nobody felt anything. */
export function heardFeelingOf(feelings: ReadonlyMap<string, readonly number[]>): HeardFeeling | null {
  if (feelings.size === 0) return null
  const values = ascending([...feelings.values()].map(middleOf))
  return { median: medianOf(values), customers: values.length, values }
}
