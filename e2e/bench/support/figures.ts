/** The middle one; of an even number the mean of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2
}

/** The value below which so many of a hundred lie. NaN of none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
}

/** Milliseconds that the work took, and what it answered. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; value: T }> {
  const started = performance.now()
  const value = await work()
  return { ms: performance.now() - started, value }
}

/** Two digits that mean something. */
export function ms(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return '–'
  return `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`
}

export function bytes(count: number): string {
  if (count < 10_000) return `${count} B`
  return count < 1e6 ? `${Math.round(count / 1e3)} kB` : `${(count / 1e6).toFixed(count < 1e8 ? 1 : 0)} MB`
}

export function percent(share: number): string {
  return Number.isFinite(share) ? `${(share * 100).toFixed(share > 0.995 && share < 1 ? 1 : 0)} %` : '–'
}

/** `best / median` of several runs. */
export function bestAndMedian(runs: readonly number[]): { best: string; median: string } {
  return { best: ms(Math.min(...runs)), median: ms(median(runs)) }
}
