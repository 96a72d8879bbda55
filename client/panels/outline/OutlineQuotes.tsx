import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { countWords } from '../countWords.ts'
import { FeelingMark } from '../feelings/FeelingMark.tsx'
import { KindChip } from '../quotes/KindChip.tsx'
import { QuoteWords } from '../quotes/QuoteWords.tsx'
import type { OutlineQuote } from './Outline.ts'
import styles from './outline.module.css'

/** Quotes that are read at once; the others are asked for. */
const SHOWN_FIRST = 3

const SIDE_WORDS = { supports: 'Supports our assumption', contradicts: 'Contradicts our assumption' } as const

export type OutlineQuotesProps = {
  quotes: readonly OutlineQuote[]
  /** What they are about, for those who hear the button. */
  about: string
  /** Whether all are shown without being asked for. */
  all: boolean
}

/** Customers' words, the first few of them until somebody asks for all. */
export function OutlineQuotes({ quotes, about, all }: OutlineQuotesProps) {
  const [isOpen, setOpen] = useState(false)
  if (quotes.length === 0) return null
  const shown = all || isOpen ? quotes : quotes.slice(0, SHOWN_FIRST)
  const rest = quotes.length - SHOWN_FIRST
  return (
    <div className={styles.quotes}>
      <ul>
        {shown.map(one => (
          <Quote key={one.id} one={one} />
        ))}
      </ul>
      {rest > 0 && !all && (
        <>
          <Button
            size="small"
            variant="quiet"
            className={styles.more}
            aria-expanded={isOpen}
            aria-label={`${isOpen ? 'Show fewer' : `Show all ${quotes.length.toLocaleString('en-GB')}`} quotes on ${about}`}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? 'Show fewer' : `Show all ${countWords(quotes.length, 'quote')}`}
          </Button>
          {!isOpen && <p className={styles.printed}>and {countWords(rest, 'more quote')}</p>}
        </>
      )}
    </div>
  )
}

function Quote({ one: { text, quote, facts, side } }: { one: OutlineQuote }) {
  const isRecalled = quote.how === 'recalled'
  return (
    <li className={styles.quote}>
      <QuoteWords text={text} recalled={isRecalled} most={900} />
      <p className={styles.facts}>
        <span>{facts}</span>
        {quote.kind !== 'other' && <KindChip kind={quote.kind} />}
        {quote.feeling !== null && <FeelingMark feeling={quote.feeling} />}
        {side && <span className={styles[side]}>{SIDE_WORDS[side]}</span>}
      </p>
    </li>
  )
}
