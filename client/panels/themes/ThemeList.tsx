import type { KeyboardEvent } from 'react'
import { cx } from '../../ui/cx.ts'
import { countWords } from '../countWords.ts'
import type { ShownTheme } from './shownThemes.ts'
import styles from './themes.module.css'

export type ThemeListProps = { themes: readonly ShownTheme[]; chosen: string; onChoose(key: string): void }

/** The themes by their telling words, with how many customers stand behind each. Arrows go through them. */
export function ThemeList({ themes, chosen, onChoose }: ThemeListProps) {
  const move = (event: KeyboardEvent<HTMLUListElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = themes.findIndex(({ key }) => key === chosen)
    const next = themes[at + step]
    if (!next) return
    onChoose(next.key)
    const item = event.currentTarget.children[at + step]?.querySelector('button')
    item?.focus()
  }
  return (
    <ul className={styles.list} aria-label="Themes" onKeyDown={move}>
      {themes.map(({ key, words, quotes, customers, isDismissed }) => (
        <li key={key}>
          <button
            type="button"
            className={cx(styles.item, isDismissed && styles.dismissed)}
            aria-pressed={key === chosen}
            tabIndex={key === chosen ? 0 : -1}
            onClick={() => onChoose(key)}
          >
            <span className={styles.words}>{words.join(', ')}</span>
            <span className={styles.counts}>
              {countWords(customers, 'customer')} · {countWords(quotes.length, 'quote')}
              {isDismissed && ' · no theme'}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
