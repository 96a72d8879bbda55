import { type DragEvent, type MouseEvent, memo } from 'react'
import { quoted } from '#shared/drawing/quoteMarks.ts'
import type { Quote } from '#shared/model/kinds.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useCanEdit, useMap } from '../../store/MapContext.tsx'
import { cx } from '../../ui/cx.ts'
import { dotted } from '../dotted.ts'
import { FeelingMark } from '../feelings/FeelingMark.tsx'
import { KIND_ICONS } from '../quotes/KindChip.tsx'
import { dayWords, KIND_WORDS, speakerWords } from '../quotes/quoteWords.ts'
import { rowWords } from './rowHeights.ts'
import styles from './tray.module.css'
import { whereWords } from './trayQuotes.ts'

export type TrayRowProps = {
  quote: Quote
  /** The place in the whole list, from 1, and its length: only a part of the list is drawn. */
  place: number
  count: number
  id: string
  /** CSS px. */
  height: number
  /** How many lines its words may have. */
  lines: number
  /** Whether it says where the quote lies. */
  withPlace: boolean
  isChosen: boolean
  isActive: boolean
  onPress(quote: string, event: MouseEvent): void
  onDrag(quote: string, event: DragEvent): void
}

/** A quote in the tray: its words, who said them and when, and where it lies. */
export const TrayRow = memo(function TrayRow(props: TrayRowProps) {
  const { quote, place, count, id, height, lines, withPlace, isChosen, isActive, onPress, onDrag } = props
  const canEdit = useCanEdit()
  const customer = useMap(({ map }) => lookUp(map.customers, quote.customer))
  const where = useMap(({ map }) => whereWords(map, quote))
  const isRecalled = quote.how === 'recalled'
  const words = rowWords(quote)
  const facts = [speakerWords(customer), quote.saidOn && dayWords(quote.saidOn)].filter(Boolean)
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names the active row.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys.
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      aria-posinset={place}
      aria-setsize={count}
      className={cx(styles.row, isActive && styles.active)}
      style={{ height }}
      draggable={canEdit}
      onClick={event => onPress(quote.id, event)}
      onDragStart={event => onDrag(quote.id, event)}
    >
      <div className={cx(styles.bar, isRecalled && styles.recalled)} dir="auto">
        <p className={styles.words} style={{ WebkitLineClamp: lines }}>
          {isRecalled ? words : quoted(words)}
        </p>
      </div>
      <p className={styles.facts}>
        {quote.kind !== 'other' && (
          <span className={styles.kind} role="img" aria-label={KIND_WORDS[quote.kind]} title={KIND_WORDS[quote.kind]}>
            {KIND_ICONS[quote.kind]}
          </span>
        )}
        {quote.feeling !== null && <FeelingMark feeling={quote.feeling} />}
        <span className={styles.line}>{dotted(facts)}</span>
      </p>
      {withPlace && <p className={styles.where}>{where}</p>}
    </div>
  )
})
