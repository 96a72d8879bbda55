import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { pressName } from '../commands/keyboard.ts'
import { command } from '../commands/registry.ts'
import { useCanEdit, useMap, useOpenMap } from '../store/MapContext.tsx'
import type { Editing } from '../store/viewState.ts'
import { cx } from '../ui/cx.ts'
import styles from './text/SharedText.module.css'
import { textAt, useSharedText } from './text/useSharedText.ts'

export type SharedTextProps = {
  /** Which text; null while its record does not exist. */
  at: Editing | null
  /** Its accessible name. */
  label: string
  /** What stands there while it is empty. */
  placeholder: string
  /** UTF-16 code units. */
  maxLength: number
  /** Enter makes a new line instead of leaving the field. */
  lines?: boolean
  /** Makes the record of a text that has none yet, from the first letters. */
  onFirst?(text: string): void
  autoFocus?: boolean
  className?: string | undefined
}

/** A text that several people can type in at once; plain words for those who may only read. */
export function SharedText(props: SharedTextProps) {
  return useCanEdit() ? <Typed {...props} /> : <Read {...props} />
}

function Read({ at, placeholder, className }: SharedTextProps) {
  const text = useMap(view => (at ? textAt(view, at) : ''))
  return <p className={cx(styles.text, styles.read, !text && styles.missing, className)}>{text || placeholder}</p>
}

const growsByItself = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content')

function Typed({ at, label, placeholder, maxLength, lines = false, onFirst, autoFocus, className }: SharedTextProps) {
  const open = useOpenMap()
  const area = useRef<HTMLTextAreaElement>(null)
  const grow = () => {
    if (growsByItself || !area.current) return
    area.current.style.height = 'auto'
    area.current.style.height = `${area.current.scrollHeight + 2}px`
  }
  useSharedText(area, { at, onFirst, oneLine: !lines, onShown: grow })
  useLayoutEffect(() => {
    if (autoFocus) area.current?.focus()
  }, [autoFocus])

  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    const name = pressName(event)
    // The browser's own undo forgets everything as soon as a colleague types in the same text.
    const step = (['undo', 'redo'] as const).find(id => command(id).keys.includes(name))
    if (step) {
      event.preventDefault()
      if (command(step).can(open)) command(step).run(open)
    }
    if (name === 'Escape' || (name === 'Enter' && !lines)) {
      event.preventDefault()
      event.currentTarget.blur()
    }
  }
  return (
    <textarea
      ref={area}
      data-record={at?.id}
      rows={1}
      aria-label={label}
      placeholder={placeholder}
      maxLength={maxLength}
      onKeyDown={press}
      className={cx(styles.text, className)}
      dir="auto"
    />
  )
}
