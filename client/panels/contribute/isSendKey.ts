import type { KeyboardEvent } from 'react'

/** On a touch keyboard Enter is the only way to a new line. */
const hasKeyboard = typeof matchMedia === 'function' && matchMedia('(pointer: fine)').matches

/** Whether a press in a text sends it: `Enter` alone where that is wanted, `Mod+Enter` always. */
export function isSendKey(event: KeyboardEvent, key: 'Enter' | 'Mod+Enter'): boolean {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return false
  return event.ctrlKey || event.metaKey || (key === 'Enter' && hasKeyboard && !event.shiftKey)
}
