import type { KeyboardEvent } from 'react'

/** Milliseconds after which typed letters begin a new word. */
const TYPING_MS = 700

let typed = { letters: '', at: 0 }

export function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]:enabled')]
}

/** Arrows, Home and End move in a menu, letters look for an item, Tab leaves. Nothing of it reaches the canvas. */
export function moveInMenu(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  event.stopPropagation()
  const items = itemsOf(event.currentTarget)
  const focused = document.activeElement
  const at = focused instanceof HTMLElement ? items.indexOf(focused) : -1
  const next = nextItem(event, items, at, close)
  if (next === undefined) return
  event.preventDefault()
  next?.focus()
}

/** The item to go to; null for staying, undefined for a key that means nothing here. */
function nextItem(event: KeyboardEvent, items: HTMLElement[], at: number, close: () => void) {
  switch (event.key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length] ?? null
    case 'ArrowUp':
      return items.at(at <= 0 ? -1 : at - 1) ?? null
    case 'Home':
      return items[0] ?? null
    case 'End':
      return items.at(-1) ?? null
    case 'Tab':
      close()
      return null
    default: {
      const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
      return isLetter ? lookFor(event.key, event.timeStamp, items, at) : undefined
    }
  }
}

/** Looks on from the item that has the focus; the same letter again goes to the next one that begins with it. */
function lookFor(letter: string, now: number, items: HTMLElement[], at: number): HTMLElement | null {
  const letters = now - typed.at > TYPING_MS ? letter : typed.letters + letter
  typed = { letters, at: now }
  const isOneLetter = [...letters].every(one => one === letters[0])
  const wanted = (isOneLetter ? letter : letters).toLocaleLowerCase()
  const from = Math.max(0, isOneLetter ? at + 1 : at)
  const ordered = [...items.slice(from), ...items.slice(0, from)]
  return ordered.find(item => item.textContent.trim().toLocaleLowerCase().startsWith(wanted)) ?? null
}
