import { spliceBetween } from '#shared/doc/typeText.ts'
import { movedCaret } from './movedCaret.ts'

/** The parts of a text field that a binding uses. */
export type TextElement = Pick<
  HTMLTextAreaElement,
  'value' | 'selectionStart' | 'selectionEnd' | 'setSelectionRange' | 'addEventListener' | 'removeEventListener'
>

/** A text that others may change at any time. */
export type SharedValue = {
  /** The text as it stands now. */
  read(): string
  /** Calls back synchronously whenever it may have changed. Returns what stops it. */
  subscribe(listener: () => void): () => void
  /** Takes what somebody typed: the text as it was shown and as it became. */
  type(from: string, to: string): void
  /** Makes what was typed acceptable, for one that has no lines. */
  clean?(text: string): string
  /** Called after the field shows another text, typed or not. */
  shown?(text: string): void
}

/**
 * Keeps a text field and a shared text equal. Every input is typed at once, against the text that was on the screen;
 * what others type is shown at once and the caret stays where it was between the same letters. While an input method
 * composes a character the field is left alone, since a changed value would end the composition. Returns what stops it.
 */
export function bindText(field: TextElement, shared: SharedValue): () => void {
  let shown = shared.read()
  let composing = false
  if (field.value !== shown) field.value = shown
  shared.shown?.(shown)

  const show = () => {
    const next = shared.read()
    if (composing || next === field.value) {
      shown = composing ? shown : next
      return
    }
    const splice = spliceBetween(field.value, next)
    const { selectionStart, selectionEnd } = field
    field.value = next
    shown = next
    if (splice) field.setSelectionRange(movedCaret(selectionStart, splice), movedCaret(selectionEnd, splice))
    shared.shown?.(next)
  }
  const input = () => {
    const from = shown
    const typed = field.value
    const to = shared.clean?.(typed) ?? typed
    shown = to
    if (to !== typed && !composing) {
      const caret = field.selectionStart
      field.value = to
      field.setSelectionRange(caret, caret)
    }
    if (to !== from) shared.type(from, to)
    shared.shown?.(to)
  }
  const startComposing = () => {
    composing = true
  }
  const stopComposing = () => {
    composing = false
    show()
  }

  field.addEventListener('input', input)
  field.addEventListener('compositionstart', startComposing)
  field.addEventListener('compositionend', stopComposing)
  const unsubscribe = shared.subscribe(show)
  return () => {
    unsubscribe()
    field.removeEventListener('input', input)
    field.removeEventListener('compositionstart', startComposing)
    field.removeEventListener('compositionend', stopComposing)
  }
}
