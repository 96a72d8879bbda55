import type { QuoteKind } from '#shared/model/records/quotes.ts'
import { KIND_ICONS } from '../quotes/KindChip.tsx'
import { KIND_WORDS, QUOTE_KINDS } from '../quotes/quoteWords.ts'
import styles from './tray.module.css'
import type { TrayFilter } from './trayQuotes.ts'

export type TrayFiltersProps = {
  filter: TrayFilter
  unplaced: number
  all: number
  onChange(filter: TrayFilter): void
}

/** Which quotes the tray shows. */
export function TrayFilters({ filter, unplaced, all, onChange }: TrayFiltersProps) {
  const toggle = (kind: QuoteKind) => {
    const kinds = new Set(filter.kinds)
    if (!kinds.delete(kind)) kinds.add(kind)
    onChange({ ...filter, kinds })
  }
  const places = [
    { placed: 'unplaced', words: 'Unplaced', count: unplaced },
    { placed: 'all', words: 'All', count: all },
  ] as const
  return (
    <fieldset className={styles.filters} aria-label="Show">
      {places.map(({ placed, words, count }) => (
        <button
          key={placed}
          type="button"
          className={styles.filter}
          aria-pressed={filter.placed === placed}
          onClick={() => onChange({ ...filter, placed })}
        >
          {words} <span>{count.toLocaleString('en-GB')}</span>
        </button>
      ))}
      <span className={styles.divider} aria-hidden="true" />
      {QUOTE_KINDS.map(kind => (
        <button
          key={kind}
          type="button"
          className={styles.filter}
          aria-pressed={filter.kinds.has(kind)}
          onClick={() => toggle(kind)}
        >
          {KIND_ICONS[kind]}
          {KIND_WORDS[kind]}
        </button>
      ))}
    </fieldset>
  )
}
