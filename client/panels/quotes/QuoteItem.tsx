import GripVertical from 'lucide-react/icons/grip-vertical'
import Pin from 'lucide-react/icons/pin'
import { type ReactNode, useRef, useState } from 'react'
import { beginExcerpt, readQuote } from '../../commands/reading.ts'
import { useCanEdit, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Later, later } from '../../ui/Later.tsx'
import { useSelectedWords } from '../customers/useSelectedWords.ts'
import { FeelingMark } from '../feelings/FeelingMark.tsx'
import { carryQuotes } from './carry.ts'
import { EditQuote } from './EditQuote.tsx'
import { QuoteMenu } from './QuoteMenu.tsx'
import { QuoteSource } from './QuoteMeta.tsx'
import { QuoteWords } from './QuoteWords.tsx'
import styles from './quotes.module.css'
import { setQuotesImage } from './quotesImage.ts'
import type { Spoken } from './spokenOn.ts'
import { WhereSaid } from './WhereSaid.tsx'

const BlackOut = later(async () => (await import('../customers/BlackOut.tsx')).BlackOut)

export type QuoteItemProps = {
  spoken: Spoken
  touchpoint: string
  pinned: boolean
  /** What can be said about it at the left, such as whether it supports a claim. */
  children?: ReactNode
}

/** One quote on a touchpoint, with everything that can be done with it. */
export function QuoteItem({ spoken, touchpoint, pinned, children }: QuoteItemProps) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const [isEditing, setEditing] = useState(false)
  const { quote, text, excerpt } = spoken
  const feeling = excerpt ? excerpt.feeling : quote.feeling
  const item = useRef<HTMLDivElement>(null)
  const selected = useSelectedWords(item, { whole: quote.text, shown: text, marks: quote.how !== 'recalled' })
  const [blacking, setBlacking] = useState<{ marked: typeof selected } | null>(null)
  return (
    <div ref={item} className={styles.item}>
      <QuoteWords
        text={text}
        recalled={quote.how === 'recalled'}
        isPart={excerpt !== null}
        onRead={() => readQuote(open, quote.id, excerpt?.id)}
      />
      <div className={styles.meta}>
        <QuoteSource quote={quote} />
      </div>
      <div className={styles.actions}>
        {feeling !== null && <FeelingMark feeling={feeling} />}
        {children}
        <WhereSaid quote={quote} />
        {pinned && (
          <span className={styles.pinned}>
            <Pin aria-hidden="true" />
            Pinned to the card
          </span>
        )}
        {canEdit && selected && (
          // Pressing them leaves the words selected.
          <>
            <Button
              size="small"
              onPointerDown={event => event.preventDefault()}
              onClick={() => beginExcerpt(open, quote.id, selected)}
            >
              Make an excerpt
            </Button>
            <Button
              size="small"
              onPointerDown={event => event.preventDefault()}
              onClick={() => setBlacking({ marked: selected })}
            >
              Black out
            </Button>
          </>
        )}
        {canEdit && excerpt === null && (
          // biome-ignore lint/a11y/noStaticElementInteractions: for a pointer alone; the menu beside it does the same.
          <span
            className={styles.grip}
            draggable
            title="Drag it onto a pain point, or onto another card"
            onDragStart={event => {
              carryQuotes(event.dataTransfer, [quote.id], `“${text}”`)
              setQuotesImage(event.dataTransfer, 1, `“${text}”`)
            }}
          >
            <GripVertical aria-hidden="true" />
          </span>
        )}
        {canEdit && (
          <QuoteMenu
            spoken={spoken}
            touchpoint={touchpoint}
            pinned={pinned}
            onEdit={() => setEditing(true)}
            onBlackOut={() => setBlacking({ marked: null })}
          />
        )}
      </div>
      {blacking && <Later part={BlackOut} props={{ quote, ...blacking, onClose: () => setBlacking(null) }} />}
      {isEditing && <EditQuote quote={quote} onDone={() => setEditing(false)} />}
    </div>
  )
}
