import { KINDS, type Source } from '#shared/model/kinds.ts'
import type { Reading } from '../../store/reading.ts'
import { countWords } from '../countWords.ts'
import { ReadNumber } from '../ReadNumber.tsx'
import { askedWords } from './askedWords.ts'
import { sourceDays } from './sourceDays.ts'
import styles from './sources.module.css'

export type SourceRowProps = { source: Source; heard: number; quotes: number; onOpen(): void }

/** One source: how and when it was collected, and of how many who were asked it is. */
export function SourceRow({ source, heard, quotes, onOpen }: SourceRowProps) {
  const facts = [source.method, sourceDays(source), source.collectedBy].filter(Boolean)
  const title = KINDS.sources.title(source)
  const count = askedWords(source, heard) ?? countWords(heard, 'customer')
  const reading: Reading = { title, behind: { of: 'source', source: source.id }, place: null }
  return (
    <li className={styles.row}>
      <button type="button" className={styles.name} onClick={onOpen} dir="auto">
        {title}
      </button>
      <span className={styles.asked}>
        {quotes === 0 ? count : <ReadNumber {...{ reading, name: `Read what ${count}: ${title}` }}>{count}</ReadNumber>}
      </span>
      <span className={styles.facts} dir="auto">
        {facts.length > 0 ? facts.join(' · ') : 'Nothing is known about how it was collected.'}
      </span>
      <span className={styles.quotes}>{countWords(quotes, 'quote')}</span>
    </li>
  )
}
