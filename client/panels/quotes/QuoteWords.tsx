import { useState } from 'react'
import { quoted } from '#shared/drawing/quoteMarks.ts'
import { cx } from '../../ui/cx.ts'
import styles from './quotes.module.css'
import { folded } from './quoteWords.ts'

/** UTF-16 code units after which a narrative is folded: about ten lines of the panel. */
const MOST = 420

export type QuoteWordsProps = {
  text: string
  /** Words that a colleague recalls: pencil, and no marks, since nobody knows the words themselves. */
  recalled?: boolean
  most?: number
  /** Shows the quote in full elsewhere; then a long one isn’t unfolded here. */
  onRead?: (() => void) | undefined
  /** Whether these words are a part of the quote, so that there is a rest to show. */
  isPart?: boolean
}

/** A customer's own words, set in serif between quotation marks. A long narrative is folded until somebody asks. */
export function QuoteWords({ text, recalled = false, most = MOST, onRead, isPart = false }: QuoteWordsProps) {
  const [isOpen, setOpen] = useState(false)
  const short = folded(text, most)
  const shown = isOpen ? text : (short ?? text)
  return (
    <blockquote className={cx(styles.quote, recalled && styles.recalled)} dir="auto">
      <p className={styles.words}>{recalled ? shown : quoted(shown)}</p>
      {onRead && (short !== null || isPart) && (
        <button type="button" className={styles.fold} onClick={onRead}>
          {isPart ? 'Show the rest' : 'Read in full'}
        </button>
      )}
      {short !== null && !onRead && (
        <button type="button" className={styles.fold} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Show less' : 'Show all'}
        </button>
      )}
    </blockquote>
  )
}
