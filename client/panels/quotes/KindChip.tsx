import CircleCheck from 'lucide-react/icons/circle-check'
import CircleX from 'lucide-react/icons/circle-x'
import Sparkle from 'lucide-react/icons/sparkle'
import type { ReactNode } from 'react'
import type { QuoteKind } from '#shared/model/records/quotes.ts'
import styles from './quotes.module.css'
import { KIND_WORDS } from './quoteWords.ts'

/** The shape of each kind; other words have none. */
export const KIND_ICONS: Record<QuoteKind, ReactNode> = {
  worked: <CircleCheck />,
  'did-not-work': <CircleX />,
  wish: <Sparkle />,
  other: null,
}

/** What kind of words these are, as shape and word; nothing for words of no particular kind. */
export function KindChip({ kind }: { kind: QuoteKind }) {
  if (kind === 'other') return null
  return (
    <span className={styles.kind}>
      {KIND_ICONS[kind]}
      {KIND_WORDS[kind]}
    </span>
  )
}
