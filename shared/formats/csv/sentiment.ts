import type { QuoteKind } from '../../model/records/quotes.ts'
import { words } from './fold.ts'

const KINDS: readonly (readonly [RegExp, QuoteKind])[] = [
  [/^(?:mixed|neutral|both|gemischt|mixte|neutre|neutro|mixto|misto|gemengd|neutraal|ambivalent|unclear)$/, 'other'],
  [/^(?:wish|wishes|suggestion|idea|dream|request|wunsch|souhait|deseo|desiderio|wens)$/, 'wish'],
  [
    /^(?:(?:very|strongly|somewhat|slightly|mostly|extremely|sehr|tres|muy|molto|zeer) )?(?:positive?|pos|good|happy|satisfied|worked|praise|compliment|positiv|positif|positivo|positiva|positief|zufrieden|content|lob)$/,
    'worked',
  ],
  [
    /^(?:(?:very|strongly|somewhat|slightly|mostly|extremely|sehr|tres|muy|molto|zeer) )?(?:negative?|neg|bad|unhappy|dissatisfied|did not work|not worked|complaint|negativ|negatif|negativo|negativa|negatief|unzufrieden|mecontent|beschwerde)$/,
    'did-not-work',
  ],
]

/** What a label of sentiment suggests about a quote's kind; null when it is no such label. */
export function sentimentKind(label: string): QuoteKind | null {
  const plain = words(label)
  return KINDS.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

/** How good a label of sentiment is, −2…2, for finding out which end of a score is the good one; null when unknown. */
export function sentimentLevel(label: string): number | null {
  const kind = sentimentKind(label)
  if (kind === null || kind === 'wish') return null
  const strong = /\b(?:very|strongly|extremely|sehr|tres|muy|molto|zeer)\b/.test(words(label)) ? 2 : 1
  return kind === 'worked' ? strong : kind === 'did-not-work' ? -strong : 0
}
