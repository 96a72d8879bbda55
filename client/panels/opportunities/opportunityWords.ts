const LEVELS = ['very small', 'small', 'middling', 'large', 'very large'] as const

/** `4, large`: a level of effort or effect, 1…5. */
export function levelWords(level: number): string {
  return `${level}, ${LEVELS[level - 1] ?? ''}`
}
