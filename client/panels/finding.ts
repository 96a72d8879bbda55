/** More are not read by anybody; a letter more finds the right one. */
const SHOWN = 200

/** The first entries whose words hold every word that was typed, in their own order. */
export function matching<T>(
  entries: readonly T[],
  wanted: string,
  wordsOf: (entry: T) => string,
  most: number = SHOWN,
): T[] {
  const words = wanted.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const found: T[] = []
  for (const entry of entries) {
    const text = wordsOf(entry).toLocaleLowerCase()
    if (words.every(word => text.includes(word))) found.push(entry)
    if (found.length === most) break
  }
  return found
}
