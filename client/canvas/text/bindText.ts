import { type Splice, spliceBetween } from '#shared/doc/typeText.ts'

/** The parts of a text field that a binding uses. */
export type TextElement = Pick<
  HTMLTextAreaElement,
  'value' | 'selectionStart' | 'selectionEnd' | 'setSelectionRange' | 'addEventListener' | 'removeEventListener'
>

/** A text that others may change at any time. */
export type SharedValue = {
  read(): string
  /** Calls back synchronously whenever it may have changed. Returns what stops it. */
  subscribe(listener: () => void): () => void
  /** Takes what somebody typed: the text as it was shown and as it became. */
  type(from: string, to: string): void
  /** Makes what was typed acceptable. */
  clean(text: string): string
  /** Called after the field shows another text, typed or not. */
  shown(text: string): void
}

/**
 * Where a caret stands after somebody else changed the text: between the same letters as before. What is inserted
 * right at the caret comes after it, so that what two people type at one place stays two words.
 */
export function movedCaret(caret: number, { start, removed, inserted }: Splice): number {
  if (caret <= start) return caret
  if (caret >= start + removed) return caret + inserted.length - removed
  return start + Math.min(caret - start, inserted.length)
}

/**
 * Keeps a text field and a shared text equal. Every input is typed at once, against the text that was on the screen;
 * what others type is shown at once. While an input method composes a character the field is left alone, since a
 * changed value would end the composition. Returns what stops it.
 */
export function bindText(field: TextElement, shared: SharedValue): () => void {
  let composing = false
  let shown = shared.read()
  field.value = shown
  shared.shown(shown)

  const show = () => {
    const next = shared.read()
    if (composing || next === shown) return
    const splice = spliceBetween(shown, next)
    const { selectionStart, selectionEnd } = field
    field.value = next
    shown = next
    if (splice) field.setSelectionRange(movedCaret(selectionStart, splice), movedCaret(selectionEnd, splice))
    shared.shown(next)
  }
  const input = () => {
    const from = shown
    shown = shared.clean(field.value)
    if (shown !== field.value) {
      const caret = field.selectionStart
      field.value = shown
      field.setSelectionRange(caret, caret)
    }
    if (shown !== from) shared.type(from, shown)
    shared.shown(shown)
  }
  const compose = () => {
    composing = true
  }
  const composed = () => {
    composing = false
    show()
  }
  field.addEventListener('input', input)
  field.addEventListener('compositionstart', compose)
  field.addEventListener('compositionend', composed)
  const unsubscribe = shared.subscribe(show)
  return () => {
    unsubscribe()
    field.removeEventListener('input', input)
    field.removeEventListener('compositionstart', compose)
    field.removeEventListener('compositionend', composed)
  }
}
