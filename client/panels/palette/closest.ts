import { defaultFilter } from 'cmdk'

/** UTF-16 code units of a title that are compared: the beginning is what people remember. */
const COMPARED = 120
/** Below it the letters only happen to stand in the title one after the other. */
const LEAST = 0.1
/** In longer lists misspelt words are not looked for: it would keep whoever types waiting. */
const MOST_GUESSED = 2_000

/**
 * The entries whose title has words that begin with every typed word, in any order; those that begin as it was typed
 * come first. Where there are none: those in which letters are missing or changed places. Entries that fit equally keep
 * their order.
 */
export function closest<T>(entries: readonly T[], wanted: string, titleOf: (entry: T) => string): T[] {
  const sought = wanted.trim().toLocaleLowerCase()
  const parts = sought.split(/\s+/)
  const byWords = ranked(entries, titleOf, title => {
    if (title.startsWith(sought)) return 2
    return parts.every(part => hasWord(title, part)) ? 1 : 0
  })
  if (byWords.length > 0 || entries.length > MOST_GUESSED) return byWords
  return ranked(entries, titleOf, title => {
    const score = defaultFilter(title, sought, [])
    return score < LEAST ? 0 : score
  })
}

function ranked<T>(entries: readonly T[], titleOf: (entry: T) => string, score: (title: string) => number): T[] {
  return entries
    .map(entry => ({ entry, score: score(titleOf(entry).slice(0, COMPARED).toLocaleLowerCase()) }))
    .filter(one => one.score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry)
}

/** Whether a word of the title begins with these letters. Scripts without spaces have no such beginnings. */
function hasWord(title: string, start: string): boolean {
  for (let at = title.indexOf(start); at >= 0; at = title.indexOf(start, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(title.charAt(at - 1)) || /\p{Lo}/u.test(start)) return true
  }
  return false
}
