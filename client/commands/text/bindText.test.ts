import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rebase, spliceBetween } from '#shared/doc/typeText.ts'
import { bindText, type TextElement } from './bindText.ts'
import { movedCaret } from './movedCaret.ts'

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

/** One text that the field of each person is bound to. */
function sharedText(text: string) {
  const listeners = new Set<() => void>()
  const state = { text }
  const change = (from: string, to: string) => {
    const typed = spliceBetween(from, to)
    if (!typed) return
    const { start, removed, inserted } = rebase(typed, from, state.text)
    state.text = state.text.slice(0, start) + inserted + state.text.slice(start + removed)
    for (const listener of listeners) listener()
  }
  const join = (clean?: (text: string) => string) => {
    const field = new Field()
    const stop = bindText(field, {
      read: () => state.text,
      subscribe: listener => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      type: change,
      ...(clean ? { clean } : {}),
    })
    return { field, stop }
  }
  return { state, join, listeners }
}

describe('typing into a shared text', () => {
  it('shows what a colleague types at once and keeps the caret between its letters', () => {
    const shared = sharedText('brake')
    const { field: ada } = shared.join()
    const { field: ben } = shared.join()
    ada.setSelectionRange(5, 5)
    ben.setSelectionRange(0, 0)
    ben.press('the ')
    expect(ada.value).toBe('the brake')
    expect(ada.selectionStart).toBe(9)
    ada.press('s')
    expect(ben.value).toBe('the brakes')
    expect(ben.selectionStart).toBe(4)
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
    ada.press('ほ')
    expect(ben.value).toBe('xにほ')
    ada.dispatchEvent(new Event('compositionend'))
    expect(ada.value).toBe('xにほ')
    expect(ada.selectionStart).toBe(3)
  })

  it('keeps a title on one line', () => {
    const shared = sharedText('')
    const { field } = shared.join(text => text.replace(/\n/g, ' '))
    field.press('two\nlines')
    expect(field.value).toBe('two lines')
    expect(shared.state.text).toBe('two lines')
  })

  it('listens to nothing after it was stopped', () => {
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
          if (!field) continue
          const start = Math.min(at, field.value.length)
          field.setSelectionRange(start, Math.min(start + over, field.value.length))
          field.press(letters)
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

  it('stands where the letters around it were removed', () => {
    expect(movedCaret(5, { start: 2, removed: 6, inserted: '' })).toBe(2)
  })

  it('has the same letters behind it as before, wherever others change the text in front', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.nat(), (front, behind, other, part) => {
        const start = part % (front.length + 1)
        const before = front + behind
        const after = front.slice(0, start) + other + before.slice(front.length)
        const caret = movedCaret(front.length, { start, removed: front.length - start, inserted: other })
        if (start < front.length) expect(after.slice(caret)).toBe(behind)
      }),
    )
  })
})
