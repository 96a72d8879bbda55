import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { createPortal } from 'react-dom'
import { cx } from './cx.ts'
import styles from './Floating.module.css'
import { onTurningAway } from './onTurningAway.ts'
import type { Align, Side } from './placeBeside.ts'
import { showBeside } from './showBeside.ts'

export type FloatingProps = {
  /** An element right behind the button that this belongs to. */
  marker: RefObject<HTMLElement | null>
  role: 'menu' | 'dialog'
  label: string | undefined
  side: Side
  align: Align
  className: string | undefined
  /** Chooses what gets the focus; the panel itself when it is null. */
  focus(panel: HTMLElement): HTMLElement | null
  onClose(): void
  onKeyDown(event: KeyboardEvent<HTMLElement>, close: () => void): void
  /** `close` gives the focus back to the button. */
  children(close: () => void): ReactNode
}

/**
 * A panel beside its button, there as long as it is open. It lies at the end of the page, or of the dialog that the
 * button stands in, so that nothing cuts it off and the canvas does not feel what is done in it.
 */
export function Floating({ marker, ...rest }: FloatingProps) {
  const [anchor, setAnchor] = useState<Element | null>(null)
  useLayoutEffect(() => setAnchor(marker.current?.previousElementSibling ?? null), [marker])
  if (!anchor) return null
  return createPortal(<Panel anchor={anchor} {...rest} />, anchor.closest('[role="dialog"]') ?? document.body)
}

function Panel({
  anchor,
  role,
  label,
  side,
  align,
  className,
  focus,
  onClose,
  onKeyDown,
  children,
}: Omit<FloatingProps, 'marker'> & { anchor: Element }) {
  const panel = useRef<HTMLDivElement>(null)
  const close = () => {
    onClose()
    if (anchor instanceof HTMLElement) anchor.focus()
  }
  const turn = useEffectEvent((how: 'away' | 'escape') => (how === 'away' ? onClose() : close()))
  const chooseFocus = useEffectEvent(focus)

  useLayoutEffect(() => {
    const shown = panel.current
    if (!shown) return
    const hide = showBeside(shown, anchor, { side, align, gap: 6, margin: 8 })
    const ignore = onTurningAway(shown, anchor, how => turn(how))
    const target = chooseFocus(shown) ?? shown
    target.focus({ preventScroll: true })
    return () => {
      ignore()
      hide()
    }
  }, [anchor, side, align])

  const widget = {
    role,
    'aria-label': label,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => onKeyDown(event, close),
  }
  return (
    <div ref={panel} popover="manual" tabIndex={-1} {...widget} className={cx(styles.floating, className)}>
      {children(close)}
    </div>
  )
}
