import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rebase, spliceBetween } from '#shared/doc/typeText.ts'
import { bindText, movedCaret, type TextElement } from './bindText.ts'

/** A text field as a browser has it, without a browser. */
class Field extends EventTarget implements TextElement {
  value = ''
  selectionStart = 0
  selectionEnd = 0
  setSelectionRange(start: number | null, end: number | null): void {
    this.selectionStart = start ?? 0
    this.selectionEnd = end ?? 0
  }
  /** Types over the selection, as a person does. */
  press(letters: string): void {
    this.value = this.value.slice(0, this.selectionStart) + letters + this.value.slice(this.selectionEnd)
    const caret = this.selectionStart + letters.length
    this.setSelectionRange(caret, caret)
    this.dispatchEvent(new Event('input'))
  }
}

/** One text, and a field bound to it for each who joins. */
function sharedText(text: string) {
  const listeners = new Set<() => void>()
  const state = { text }
  const join = () => {
    const field = new Field()
    const stop = bindText(field, {
      read: () => state.text,
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      type(from, to) {
        const typed = spliceBetween(from, to)
        if (!typed) return
        const { start, removed, inserted } = rebase(typed, from, state.text)
        state.text = state.text.slice(0, start) + inserted + state.text.slice(start + removed)
        for (const listener of listeners) listener()
      },
      clean: words => words.replace(/\n/g, ' '),
      shown: () => {},
    })
    return { field, stop }
  }
  return { state, join, listeners }
}

describe('typing in a title together', () => {
  it('shows what a colleague types at once and keeps the caret between its letters', () => {
    const shared = sharedText('brake')
    const { field: ada } = shared.join()
    const { field: ben } = shared.join()
    ada.setSelectionRange(5, 5)
    ben.press('the ')
    expect(ada.value).toBe('the brake')
    expect(ada.selectionStart).toBe(9)
    ada.press('s')
    expect(ben.value).toBe('the brakes')
    expect(ben.selectionStart).toBe(4)
  })

  it('keeps two words apart that two people type at the same place', () => {
    const shared = sharedText('')
    const { field: ada } = shared.join()
    const { field: ben } = shared.join()
    for (const [a, b] of [...'oil '].map((letter, at) => [letter, 'WAX '[at]])) {
      ada.press(a ?? '')
      ben.press(b ?? '')
    }
    expect(shared.state.text).toContain('oil')
    expect(shared.state.text).toContain('WAX')
  })

  it('leaves a character alone while an input method composes it, and shows the rest afterwards', () => {
    const shared = sharedText('')
    const { field: ada } = shared.join()
    const { field: ben } = shared.join()
    ada.dispatchEvent(new Event('compositionstart'))
    ada.press('に')
    ben.setSelectionRange(0, 0)
    ben.press('x')
    expect(ada.value).toBe('に')
    ada.dispatchEvent(new Event('compositionend'))
    expect(ada.value).toBe('xに')
    expect(ada.selectionStart).toBe(2)
  })

  it('keeps a title on one line', () => {
    const shared = sharedText('')
    shared.join().field.press('two\nlines')
    expect(shared.state.text).toBe('two lines')
  })

  it('listens to nothing after it was left', () => {
    const shared = sharedText('a')
    const { field, stop } = shared.join()
    stop()
    field.press('b')
    expect(shared.state.text).toBe('a')
    expect(shared.listeners.size).toBe(0)
  })

  it('shows everybody the same text whatever they type', () => {
    const press = fc.record({ who: fc.nat(1), at: fc.nat(20), over: fc.nat(4), letters: fc.string({ maxLength: 4 }) })
    fc.assert(
      fc.property(fc.array(press, { maxLength: 30 }), presses => {
        const shared = sharedText('start')
        const fields = [shared.join().field, shared.join().field]
        for (const { who, at, over, letters } of presses) {
          const field = fields[who]
          const start = Math.min(at, field?.value.length ?? 0)
          field?.setSelectionRange(start, Math.min(start + over, field.value.length))
          field?.press(letters)
        }
        for (const field of fields) expect(field.value).toBe(shared.state.text)
      }),
    )
  })
})

describe('a caret', () => {
  it('stays before letters that are inserted right at it', () => {
    expect(movedCaret(3, { start: 3, removed: 0, inserted: 'xyz' })).toBe(3)
  })

  it('moves along when letters come or go before it', () => {
    expect(movedCaret(5, { start: 1, removed: 0, inserted: 'ab' })).toBe(7)
    expect(movedCaret(5, { start: 1, removed: 2, inserted: '' })).toBe(3)
  })

  it('stands where the letters around it were removed', () => {
    expect(movedCaret(5, { start: 2, removed: 6, inserted: '' })).toBe(2)
  })
})
