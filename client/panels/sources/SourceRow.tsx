import { KINDS, type Source } from '#shared/model/kinds.ts'
import { countWords } from '../countWords.ts'
import { askedWords } from './askedWords.ts'
import { sourceDays } from './sourceDays.ts'
import styles from './sources.module.css'

export type SourceRowProps = { source: Source; heard: number; quotes: number; onOpen(): void }

/** One source: how and when it was collected, and of how many who were asked it is. */
export function SourceRow({ source, heard, quotes, onOpen }: SourceRowProps) {
  const facts = [source.method, sourceDays(source), source.collectedBy].filter(Boolean)
  return (
    <li>
      <button type="button" className={styles.row} onClick={onOpen}>
        <span className={styles.name} dir="auto">
          {KINDS.sources.title(source)}
        </span>
        <span className={styles.asked}>{askedWords(source, heard) ?? countWords(heard, 'customer')}</span>
        <span className={styles.facts} dir="auto">
          {facts.length > 0 ? facts.join(' · ') : 'Nothing is known about how it was collected.'}
        </span>
        <span className={styles.quotes}>{countWords(quotes, 'quote')}</span>
      </button>
    </li>
  )
}
