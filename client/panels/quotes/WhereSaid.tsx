import { useState } from 'react'
import type { Quote } from '#shared/model/kinds.ts'
import styles from './quotes.module.css'
import { SaidAt } from './SaidAt.tsx'

/** One press to where words were said: the source, and the row, the session or the minute in it. */
export function WhereSaid({ quote }: { quote: Quote }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className={styles.link} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Where it was said
      </button>
      {isOpen && <SaidAt quote={quote} />}
    </>
  )
}
