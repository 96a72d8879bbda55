const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The first sign of a name's first and last word, in capitals: `Ada Lovelace` → `AL`. `?` where there is none. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const [first = '', last = ''] = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return `${firstSign(first)}${firstSign(last)}`.toLocaleUpperCase() || '?'
}

function firstSign(word: string): string {
  for (const { segment } of segmenter.segment(word)) return segment
  return ''
}
