/** Scripts that are written without spaces between words, for which only a segmenter knows where one ends. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
/** Letters with their marks, and apostrophes and hyphens inside of words. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’‐-][\p{L}\p{M}\p{N}]+)*/gu
/** Words of letters with capitals or digits that are shorter say too little to compare by; those of other scripts may not be. */
const SHORT = /^(?:[\p{sc=Latin}\p{sc=Cyrl}\p{sc=Greek}\p{M}]{1,2}|\p{N}{1,3})$/u

export type Words = {
  words: readonly string[]
  /** Whether it is written without spaces and nothing here can tell its words apart. */
  isUnreadable: boolean
}

const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter(undefined, { granularity: 'word' }) : null

/**
 * The words of a text in any language, folded for comparing: small letters, no accents (a customer's keyboard may have
 * none), no single letters. What redaction struck out is no word.
 */
export function wordsIn(text: string, segment: Pick<Intl.Segmenter, 'segment'> | null = segmenter): Words {
  const plain = text
    .normalize('NFKD')
    .replace(/(?<=[\p{sc=Latin}\p{sc=Greek}])\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
  if (!UNSPACED.test(plain)) return { words: (plain.match(WORD) ?? []).filter(isTelling), isUnreadable: false }
  if (!segment) return { words: [], isUnreadable: true }
  const words: string[] = []
  for (const { segment: word, isWordLike } of segment.segment(plain))
    if (isWordLike && isTelling(word)) words.push(word)
  return { words, isUnreadable: false }
}

function isTelling(word: string): boolean {
  return !SHORT.test(word)
}
