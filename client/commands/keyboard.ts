import type { OpenMap } from '../store/MapContext.tsx'
import { COMMANDS } from './registry.ts'

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** A key press as commands write it: `Mod+Shift+z`, `Delete`, `q`, `?`. */
export function pressName({ key, ctrlKey, metaKey, shiftKey, altKey }: Press): string {
  const letter = key.length === 1 ? key.toLowerCase() : key
  const shifted = shiftKey && (key.length > 1 || /[a-z]/i.test(key))
  return [ctrlKey || metaKey ? 'Mod' : '', altKey ? 'Alt' : '', shifted ? 'Shift' : '', letter]
    .filter(Boolean)
    .join('+')
}

/** Whether keys belong to a menu or a dialog that stands open. */
export function isOverMap(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="menu"]') !== null
}

/** Whether keys belong to a text that is being typed. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null
}

/** Enter and Space belong to a focused button before they belong to a command. */
function takesEnter(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, [role="button"], summary') !== null
}

/** Runs commands by their keys while the page is open. Returns what stops it. */
export function bindKeys(open: OpenMap, page: Pick<Window, 'addEventListener' | 'removeEventListener'>): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isOverMap(event.target)) return
    const name = pressName(event)
    if (name === 'Enter' && takesEnter(event.target)) return
    // A key may mean one thing where something is selected and another where nothing is.
    const command = COMMANDS.find(({ keys, can }) => keys.includes(name) && can(open))
    if (!command || command.byBrowser || (isTyping(event.target) && !command.whileTyping)) return
    event.preventDefault()
    command.run(open)
  }
  page.addEventListener('keydown', press)
  return () => page.removeEventListener('keydown', press)
}
