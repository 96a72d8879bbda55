import { type DragEvent, type KeyboardEvent, type MouseEvent, useCallback, useEffect, useId, useRef } from 'react'
import type { Quote } from '#shared/model/kinds.ts'
import { carryQuotes } from '../quotes/carry.ts'
import { setQuotesImage } from './dragImage.ts'
import { choose, type How, keyTarget, NOTHING, type Selection } from './selection.ts'
import { TrayRow } from './TrayRow.tsx'
import styles from './tray.module.css'
import { useWindow } from './useWindow.ts'

/** Height of every row, CSS px: three lines of words and two of facts. Equal, so that 3,000 rows need no measuring. */
const ROW = 132

export type TrayListProps = {
  quotes: readonly Quote[]
  selection: Selection
  onSelect(selection: Selection): void
  onPlace(): void
  onRemove(): void
}

/** The quotes of the tray, of which only those in view are drawn. */
export function TrayList({ quotes, selection, onSelect, onPlace, onRemove }: TrayListProps) {
  const box = useRef<HTMLDivElement>(null)
  const { first, end } = useWindow(box, ROW, quotes.length)
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
    const top = index * ROW
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + ROW > element.scrollTop + element.clientHeight) element.scrollTop = top + ROW - element.clientHeight
  }
  const key = (event: KeyboardEvent) => {
    const many = event.ctrlKey || event.metaKey
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? ROW) / ROW) - 1)
    const target = keyTarget(event.key, active, quotes.length, page)
    if (target !== null) moveTo(target, event.shiftKey ? 'range' : many ? 'move' : 'one')
    else if (event.key === ' ' && active >= 0) moveTo(active, 'toggle')
    else if (event.key === 'a' && many) onSelect({ ...selection, chosen: new Set(quotes.map(quote => quote.id)) })
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
      <div style={{ height: first * ROW }} />
      {quotes.slice(first, end).map((quote, index) => (
        <TrayRow
          key={quote.id}
          id={`${id}-${quote.id}`}
          quote={quote}
          place={first + index + 1}
          count={quotes.length}
          isChosen={selection.chosen.has(quote.id)}
          isActive={selection.active === quote.id}
          onPress={press}
          onDrag={drag}
        />
      ))}
      <div style={{ height: (quotes.length - end) * ROW }} />
    </div>
  )
}
