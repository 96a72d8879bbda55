import { cloneElement, type KeyboardEvent, type MouseEvent, type ReactElement, useRef, useState } from 'react'

/** What a button needs to take to open something; ours and the browser's do. */
export type TriggerProps = {
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void
  onKeyDown?: (event: KeyboardEvent<HTMLButtonElement>) => void
  'aria-haspopup'?: 'menu' | 'dialog'
  'aria-expanded'?: boolean
}

/** How a panel was opened: whoever used the keyboard goes on with it inside. */
export type OpenedBy = 'pointer' | 'keyboard'

type Controlled = { open?: boolean; onOpenChange?(open: boolean): void }

/** A button that opens and closes what belongs to it, whether its user keeps that state or not. */
export function useTrigger(
  trigger: ReactElement<TriggerProps>,
  kind: 'menu' | 'dialog',
  { open, onOpenChange }: Controlled,
) {
  const [ownOpen, setOwnOpen] = useState(false)
  const openedBy = useRef<OpenedBy>('pointer')
  const isOpen = open ?? ownOpen
  const setOpen = (next: boolean) => {
    setOwnOpen(next)
    onOpenChange?.(next)
  }
  const button = cloneElement(trigger, {
    'aria-haspopup': kind,
    'aria-expanded': isOpen,
    onClick: event => {
      trigger.props.onClick?.(event)
      if (event.defaultPrevented) return
      // A press by key comes as a click that no button of a mouse has made.
      openedBy.current = event.detail === 0 ? 'keyboard' : 'pointer'
      setOpen(!isOpen)
    },
    onKeyDown: event => {
      trigger.props.onKeyDown?.(event)
      if (kind !== 'menu' || event.key !== 'ArrowDown' || event.defaultPrevented || isOpen) return
      event.preventDefault()
      openedBy.current = 'keyboard'
      setOpen(true)
    },
  })
  return { button, isOpen, openedBy, close: () => setOpen(false) }
}
