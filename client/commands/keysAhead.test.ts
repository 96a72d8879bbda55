import { describe, expect, it } from 'vitest'
import { createViewStore } from '../store/viewState.ts'
import { holdKeysAhead } from './keysAhead.ts'

/** A page that only hands key presses on, and notes which of them went past. */
function pressing(isComing: () => boolean) {
  const view = createViewStore()
  let listener: ((event: KeyboardEvent) => void) | null = null
  const page = {
    addEventListener: (_: string, heard: unknown) => {
      listener = heard as typeof listener
    },
    removeEventListener: () => {
      listener = null
    },
  } as Pick<Window, 'addEventListener' | 'removeEventListener'>
  const stop = holdKeysAhead({ view }, page, isComing)
  const press = (key: string, more: Partial<KeyboardEvent> = {}) => {
    let held = false
    const event = { key, target: null, preventDefault() {}, stopPropagation: () => (held = true), ...more }
    listener?.(event as unknown as KeyboardEvent)
    return held ? 'held' : 'went on'
  }
  return { view, press, stop }
}

// Vitest runs these in Node, which has no elements.
globalThis.Element ??= class {} as unknown as typeof Element

describe('keys that come before the dialog that was asked for', () => {
  it('wait as words for the palette', () => {
    const { view, press } = pressing(() => true)
    view.setState({ dialog: 'palette' })
    for (const key of ['t', 'ü', ' ', 'x', 'Backspace']) expect(press(key)).toBe('held')
    expect(view.getState().ahead).toBe('tü ')
  })

  it('do nothing to the map, whichever dialog it is', () => {
    const { view, press } = pressing(() => true)
    view.setState({ dialog: 'share' })
    expect([press('Delete'), press('n'), press('d', { ctrlKey: true })]).toEqual(['held', 'held', 'held'])
    expect(view.getState().ahead).toBe('')
    expect(press('Tab')).toBe('went on')
  })

  it('take the wish back with Escape', () => {
    const { view, press } = pressing(() => true)
    view.setState({ dialog: 'palette', ahead: 'tu' })
    expect(press('Escape')).toBe('held')
    expect(view.getState()).toMatchObject({ dialog: null, ahead: '' })
  })

  it('belong to the dialog once it is there, and to the map while none is asked for', () => {
    let coming = false
    const { view, press, stop } = pressing(() => coming)
    view.setState({ dialog: 'palette' })
    expect(press('t')).toBe('went on')
    coming = true
    view.setState({ dialog: null })
    expect(press('t')).toBe('went on')
    view.setState({ dialog: 'palette' })
    stop()
    expect(press('t')).toBe('went on')
  })
})
