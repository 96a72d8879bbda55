import type { KeyboardEvent } from 'react'

/** Keys that would delete what is selected on the canvas: not while the focus is on something in a panel. */
export function keepDeleting(event: KeyboardEvent): void {
  if (event.key === 'Delete' || event.key === 'Backspace') event.stopPropagation()
}
