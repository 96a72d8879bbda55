import { type ClipboardEvent, type CSSProperties, type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'
import type { Beside } from '../../commands/drafts.ts'
import { pressName } from '../../commands/keyboard.ts'
import { NEXT_CARD, type PlaceKeys, TEXT_KEYS } from '../../commands/placeKeys.ts'
import { command } from '../../commands/registry.ts'
import { bindText } from '../../commands/text/bindText.ts'
import { startEditing, type } from '../../commands/typing.ts'
import { type OpenMap, useOpenMap } from '../../store/MapContext.tsx'
import type { Editing } from '../../store/viewState.ts'
import { cx } from '../../ui/cx.ts'
import styles from './TextEditor.module.css'

export type TextEditorProps = {
  at: Editing
  /** Its accessible name. */
  label: string
  placeholder: string
  /** UTF-16 code units. */
  maxLength: number
  /** Enter makes a new line instead of leaving. */
  lines?: boolean
  className?: string | undefined
  style?: CSSProperties
  /** Called after somebody left by a key, so that the focus can go back to what was edited. */
  onLeave?(): void
  /** Goes on to another text of the same kind: Enter, Tab and Shift+Tab. Returns whether there is one. */
  onNext?(where: Beside): boolean
  /** Takes pasted text that means more than words for this text. Returns whether it did. */
  onPasteText?(text: string): boolean
}

/** Where a key goes on to. */
function nextOf(name: string): Beside | undefined {
  const all = Object.entries(NEXT_CARD) as [Beside, PlaceKeys][]
  return all.find(([, { keys }]) => keys.includes(name))?.[0]
}

const DONE: readonly string[] = TEXT_KEYS.done.keys
const DONE_LINES: readonly string[] = TEXT_KEYS.lines.keys

/** The text of a record as it stands now, or null for a record that is gone. */
function textAt({ map }: OpenMap, { kind, id, field }: Editing): string | null {
  const { map: document } = map.getState()
  const record: object | undefined =
    kind === 'map' ? document.map : document[kind].find(candidate => candidate.id === id)
  const value = (record as Record<string, unknown> | undefined)?.[field]
  return typeof value === 'string' ? value : null
}

/** A text of the map that is typed where it stands, together with whoever else types in it. */
export function TextEditor({ at, label, placeholder, maxLength, lines, className, style, ...on }: TextEditorProps) {
  const open = useOpenMap()
  const area = useRef<HTMLTextAreaElement>(null)
  /** One visit is one step of undo; taking something back in between begins another. */
  const visited = useRef(false)
  const { kind, id, field } = at

  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    const edited: Editing = { kind, id, field }
    visited.current = false
    return bindText(element, {
      read: () => textAt(open, edited) ?? element.value,
      subscribe: listener => open.map.subscribe(listener),
      type(from, to) {
        type(open, edited, from, to, visited.current)
        visited.current = true
      },
      clean: text => (lines ? text : text.replace(/[\r\n]+/g, ' ')),
      shown: () => grow(element),
    })
  }, [open, kind, id, field, lines])

  useEffect(() => {
    const element = area.current
    element?.focus({ preventScroll: true })
    // Behind the last letter and not selecting all: what a colleague is typing here must not be replaced unseen.
    element?.setSelectionRange(element.value.length, element.value.length)
  }, [])

  const leave = () => {
    // Another window came to the front; the text is still being typed here.
    if (document.activeElement === area.current && !document.hasFocus()) return
    const { editing } = open.view.getState()
    if (editing?.id === id && editing.field === field) startEditing(open, null)
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Keys of a text are nobody else's.
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const name = pressName(event)
    // The browser's own undo forgets everything as soon as a colleague types in the same text.
    const step = (['undo', 'redo'] as const).find(id => command(id).keys.includes(name))
    if (step) {
      event.preventDefault()
      if (command(step).can(open)) command(step).run(open)
      visited.current = false
    }
    const done = DONE.includes(name) || (lines ? DONE_LINES.includes(name) : name === 'Enter')
    const next = nextOf(name)
    if (!done && !(next && on.onNext)) return
    event.preventDefault()
    // Enter in an empty text has nothing to go on from.
    const goesOn = next && !(name === 'Enter' && event.currentTarget.value.trim() === '')
    if (goesOn && on.onNext?.(next)) return
    leave()
    on.onLeave?.()
  }
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    if (!on.onPasteText || event.currentTarget.value !== '') return
    if (!on.onPasteText(event.clipboardData.getData('text/plain'))) return
    event.preventDefault()
    on.onLeave?.()
  }
  return (
    <textarea
      ref={area}
      rows={1}
      aria-label={label}
      placeholder={placeholder}
      maxLength={maxLength}
      className={cx('nodrag nopan nowheel', styles.editor, className)}
      style={style}
      dir="auto"
      spellCheck={false}
      onKeyDown={press}
      onPaste={paste}
      onBlur={leave}
    />
  )
}

const growsByItself = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content')

function grow(area: HTMLTextAreaElement): void {
  if (growsByItself) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight}px`
}
