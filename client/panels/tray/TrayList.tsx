import {
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useRef,
} from 'react'
import type { Quote } from '#shared/model/kinds.ts'
import { keyTarget } from '../lists/keyTarget.ts'
import { useWindow } from '../lists/useWindow.ts'
import { carryQuotes } from '../quotes/carry.ts'
import { setQuotesImage } from '../quotes/quotesImage.ts'
import { quoteLines, rowTops } from './rowHeights.ts'
import { choose, type How, NOTHING, type Selection } from './selection.ts'
import { TrayRow } from './TrayRow.tsx'
import styles from './tray.module.css'
import { useRowMeasure } from './useRowMeasure.ts'

/** Rows that Page Up and Page Down go over: about what a screen shows. */
const PAGE = 6

export type TrayListProps = {
  quotes: readonly Quote[]
  /** Whether each row says where its quote lies; needless while only unplaced ones are shown. */
  withPlace: boolean
  selection: Selection
  /** A quote to bring into view, with the keyboard on it. */
  asked: string | null
  onAsked(): void
  onSelect(selection: Selection): void
  onPlace(): void
  /** Reads one in full. */
  onRead(quote: string): void
  onRemove(): void
}

/** The quotes of the tray, of which only those in view are drawn. */
export function TrayList({
  quotes,
  withPlace,
  selection,
  asked,
  onAsked,
  onSelect,
  onPlace,
  onRead,
  onRemove,
}: TrayListProps) {
  const box = useRef<HTMLDivElement>(null)
  const measure = useRowMeasure(box)
  const tops = useMemo(() => rowTops(quotes, withPlace, measure), [quotes, withPlace, measure])
  const { first, end } = useWindow(box, tops)
  const topOf = (row: number) => tops[row] ?? 0
  const id = useId()
  // Rows are given handlers that never change, so that choosing one of thousands draws two rows again.
  const latest = useRef({ quotes, selection, onSelect })
  useEffect(() => {
    latest.current = { quotes, selection, onSelect }
  })
  const select = useCallback((quote: string, how: How) => {
    const now = latest.current
    const ids = now.quotes.map(one => one.id)
    now.onSelect(choose(now.selection, ids, quote, how))
  }, [])
  const press = useCallback(
    (quote: string, event: MouseEvent) => {
      select(quote, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'one')
    },
    [select],
  )
  const drag = useCallback(
    (quote: string, event: DragEvent) => {
      const now = latest.current
      const isChosen = now.selection.chosen.has(quote)
      if (!isChosen) select(quote, 'one')
      const dragged = now.quotes.filter(one => (isChosen ? now.selection.chosen.has(one.id) : one.id === quote))
      const words = dragged.map(({ text }) => `“${text}”`)
      carryQuotes(
        event.dataTransfer,
        dragged.map(one => one.id),
        words.join('\n\n'),
      )
      setQuotesImage(event.dataTransfer, dragged.length, words[0] ?? '')
    },
    [select],
  )

  const active = quotes.findIndex(quote => quote.id === selection.active)
  const moveTo = (index: number, how: How) => {
    const quote = quotes[index]
    const element = box.current
    if (!quote || !element) return
    select(quote.id, how)
    const below = topOf(index + 1) - element.clientHeight
    if (topOf(index) < element.scrollTop) element.scrollTop = topOf(index)
    else if (below > element.scrollTop) element.scrollTop = below
  }
  const showAsked = useEffectEvent((quote: string) => {
    const index = quotes.findIndex(one => one.id === quote)
    const element = box.current
    if (index < 0 || !element) return
    // In the middle, so that it is plain that it was gone to.
    element.scrollTop = (topOf(index) + topOf(index + 1) - element.clientHeight) / 2
    element.focus({ preventScroll: true })
    onAsked()
  })
  // Once the rows have their heights, of which the first are only known after they are measured.
  useEffect(() => {
    if (asked !== null && tops.length > 0) showAsked(asked)
  }, [asked, tops])

  const key = (event: KeyboardEvent) => {
    const many = event.ctrlKey || event.metaKey
    const target = keyTarget(event.key, active, quotes.length, PAGE)
    if (target !== null) moveTo(target, event.shiftKey ? 'range' : many ? 'move' : 'one')
    else if (event.key === ' ' && active >= 0) moveTo(active, 'toggle')
    else if (event.key === 'a' && many) onSelect({ ...selection, chosen: new Set(quotes.map(quote => quote.id)) })
    else if (event.key === 'r' && !many && selection.active !== null) onRead(selection.active)
    else if (event.key === 'Enter' && selection.chosen.size > 0) onPlace()
    else if (event.key === 'Escape' && selection.chosen.size > 0) onSelect({ ...NOTHING, active: selection.active })
    else if ((event.key === 'Delete' || event.key === 'Backspace') && selection.chosen.size > 0) onRemove()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={box}
      role="listbox"
      aria-label="Quotes"
      aria-multiselectable="true"
      aria-activedescendant={active >= first && active < end ? `${id}-${selection.active}` : undefined}
      tabIndex={0}
      className={styles.list}
      onKeyDown={key}
    >
      <div aria-hidden="true" style={{ height: topOf(first) }} />
      {quotes.slice(first, end).map((quote, index) => (
        <TrayRow
          key={quote.id}
          id={`${id}-${quote.id}`}
          quote={quote}
          place={first + index + 1}
          count={quotes.length}
          height={topOf(first + index + 1) - topOf(first + index)}
          lines={quoteLines(quote, measure)}
          withPlace={withPlace}
          isChosen={selection.chosen.has(quote.id)}
          isActive={selection.active === quote.id}
          onPress={press}
          onDrag={drag}
        />
      ))}
      <div aria-hidden="true" style={{ height: topOf(quotes.length) - topOf(end) }} />
    </div>
  )
}
