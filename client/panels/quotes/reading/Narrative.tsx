import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { quoteMarks } from '#shared/drawing/quoteMarks.ts'
import { type ExcerptSpan, excerptSpan } from '#shared/model/evidence/words.ts'
import { cx } from '../../../ui/cx.ts'
import { selectedIn } from '../../customers/useSelectedWords.ts'
import { stretches } from '../excerptEnds.ts'
import styles from './reading.module.css'

const hasPointer = typeof matchMedia === 'function' && matchMedia('(pointer: fine)').matches

export type NarrativeProps = {
  text: string
  recalled: boolean
  excerpts: readonly (ExcerptSpan & { readonly id: string })[]
  /** The excerpt that stands out and is brought into view when it changes. */
  active: string | null
  /** What is selected, on whole characters; null when nothing is. */
  onSelect(span: ExcerptSpan | null): void
  /** Enter, with these words selected: the browser tells of a selection later than of a key. */
  onMake(span: ExcerptSpan | null): void
  canMark: boolean
}

/**
 * A quote in full with its excerpts marked. Words are selected with the pointer, by touch, or with the keyboard: for that
 * the text takes a cursor like one that is written in, and takes in nothing.
 */
export function Narrative({ text, recalled, excerpts, active, onSelect, onMake, canMark }: NarrativeProps) {
  const box = useRef<HTMLParagraphElement>(null)
  // Nothing can keep an input method from writing; then what it wrote is drawn away.
  const [turn, setTurn] = useState(0)
  const selected = () => {
    const found = box.current && selectedIn(box.current)
    return found && excerptSpan(text, found)
  }
  const look = useEffectEvent(() => onSelect(selected()))
  useEffect(() => {
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn brings another element
  useEffect(() => {
    const element = box.current
    if (!element) return
    const refuse = (event: Event) => event.preventDefault()
    const again = () => setTurn(now => now + 1)
    element.addEventListener('beforeinput', refuse)
    element.addEventListener('input', again)
    return () => {
      element.removeEventListener('beforeinput', refuse)
      element.removeEventListener('input', again)
    }
  }, [turn])
  useEffect(() => {
    if (active === null) return
    const mark = box.current?.querySelector(`[data-of~="${CSS.escape(active)}"]`)
    mark?.scrollIntoView({ block: 'center' })
  }, [active])

  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    onMake(selected())
  }
  const [open, close] = quoteMarks(text)
  return (
    <blockquote className={cx(styles.quote, recalled && styles.recalled)} dir="auto">
      <p
        key={turn}
        ref={box}
        dir="auto"
        className={styles.words}
        data-open={open}
        data-close={close}
        {...(canMark && hasPointer
          ? {
              contentEditable: true,
              suppressContentEditableWarning: true,
              spellCheck: false,
              inputMode: 'none' as const,
              role: 'textbox',
              tabIndex: 0,
              'aria-readonly': true,
              'aria-multiline': true,
              'aria-label': 'The quote in full',
              onKeyDown: press,
              onDrop: event => event.preventDefault(),
            }
          : {})}
      >
        {stretches(text.length, excerpts).map(({ start, end, of }) =>
          of.length === 0 ? (
            text.slice(start, end)
          ) : (
            <mark
              key={start}
              data-of={of.join(' ')}
              className={cx(styles.mark, active !== null && of.includes(active) && styles.active)}
            >
              {text.slice(start, end)}
            </mark>
          ),
        )}
      </p>
    </blockquote>
  )
}
