/** A number with its noun: `1 quote`, `3,421 quotes`. */
export function countWords(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? noun : `${noun}s`}`
}
