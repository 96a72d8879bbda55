import { type KeyboardEvent, type ReactElement, type ReactNode, useRef } from 'react'
import { cx } from './cx.ts'
import { Floating } from './Floating.tsx'
import styles from './Popover.module.css'
import type { Align, Side } from './placeBeside.ts'
import { type TriggerProps, useTrigger } from './useTrigger.ts'

const FOCUSABLE =
  'a[href], button:enabled, input:enabled:not([type="hidden"]), select:enabled, textarea:enabled, [tabindex]:not([tabindex="-1"])'

export type PopoverProps = {
  /** The button that opens it. */
  trigger: ReactElement<TriggerProps>
  label: string
  align?: Align
  side?: Side
  open?: boolean
  onOpenChange?(open: boolean): void
  className?: string
  children: ReactNode
}

/** A small panel beside its button; a press elsewhere or Escape closes it. */
export function Popover({
  trigger,
  label,
  align = 'start',
  side = 'bottom',
  className,
  children,
  ...state
}: PopoverProps) {
  const marker = useRef<HTMLSpanElement>(null)
  const { button, isOpen, close } = useTrigger(trigger, 'dialog', state)
  return (
    <>
      {button}
      <span ref={marker} hidden />
      {isOpen && (
        <Floating
          marker={marker}
          role="dialog"
          label={label}
          side={side}
          align={align}
          className={cx(styles.popover, className)}
          focus={panel => panel.querySelector<HTMLElement>(FOCUSABLE)}
          onClose={close}
          onKeyDown={leaveAtTheEnds}
        >
          {() => children}
        </Floating>
      )}
    </>
  )
}

/** The panel lies at the end of the page, but for the keyboard it is part of its button. */
function leaveAtTheEnds(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  if (event.key !== 'Tab') return
  const inside = [...event.currentTarget.querySelectorAll<HTMLElement>(FOCUSABLE)]
  const end = event.shiftKey ? inside[0] : inside.at(-1)
  if (end !== undefined && document.activeElement !== end && document.activeElement !== event.currentTarget) return
  if (document.activeElement === event.currentTarget && !event.shiftKey && end !== undefined) return
  event.preventDefault()
  close()
}
