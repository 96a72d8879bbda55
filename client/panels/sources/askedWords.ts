import type { Source } from '#shared/model/kinds.ts'

/** How many of those who were asked are heard on the map, as in `37 of 212 asked`; null where nobody knows. */
export function askedWords({ asked }: Pick<Source, 'asked'>, heard: number): string | null {
  if (asked === null || asked === 0) return null
  return `${heard.toLocaleString('en-GB')} of ${asked.toLocaleString('en-GB')} asked`
}
