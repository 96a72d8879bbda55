import {
  cloneElement,
  type FocusEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useId,
  useLayoutEffect,
  useRef,
} from 'react'
import { createPortal } from 'react-dom'
import { Kbd } from './Kbd.tsx'
import type { Side } from './placeBeside.ts'
import { showBeside } from './showBeside.ts'
import styles from './Tooltip.module.css'
import { useHovering } from './useHovering.ts'

type ChildProps = {
  'aria-label'?: string | undefined
  'aria-describedby'?: string | undefined
  onPointerEnter?: (event: PointerEvent<HTMLElement>) => void
  onPointerLeave?: (event: PointerEvent<HTMLElement>) => void
  onPointerDown?: (event: PointerEvent<HTMLElement>) => void
  onFocus?: (event: FocusEvent<HTMLElement>) => void
  onBlur?: (event: FocusEvent<HTMLElement>) => void
}

export type TooltipProps = {
  text: ReactNode
  /** As in `Kbd`. */
  shortcut?: string | undefined
  side?: Side
  /** One element that hands these events and `aria-describedby` on to what it is in the page. */
  children: ReactElement<ChildProps>
}

/** A line of explanation beside what is hovered or focused. Nothing may be told only here. */
export function Tooltip({ text, shortcut, side = 'bottom', children }: TooltipProps) {
  const id = useId()
  const { anchor, near, far, gone } = useHovering()
  const own = children.props
  const isName = own['aria-label'] === text
  const child = cloneElement(children, {
    ...(anchor && !isName ? { 'aria-describedby': id } : {}),
    onPointerEnter: event => {
      own.onPointerEnter?.(event)
      // A finger that presses covers the tooltip, and it would stay.
      if (event.pointerType !== 'touch') near(event.currentTarget)
    },
    onPointerLeave: event => {
      own.onPointerLeave?.(event)
      far()
    },
    onPointerDown: event => {
      own.onPointerDown?.(event)
      gone()
    },
    onFocus: event => {
      own.onFocus?.(event)
      if (event.currentTarget.matches(':focus-visible')) near(event.currentTarget)
    },
    onBlur: event => {
      own.onBlur?.(event)
      gone()
    },
  })
  return (
    <>
      {child}
      {anchor && (
        <Bubble id={id} anchor={anchor} side={side} onEnter={() => near(anchor)} onLeave={far}>
          {text}
          {shortcut !== undefined && <Kbd keys={shortcut} />}
        </Bubble>
      )}
    </>
  )
}

type BubbleProps = {
  id: string
  anchor: HTMLElement
  side: Side
  onEnter(): void
  onLeave(): void
  children: ReactNode
}

function Bubble({ id, anchor, side, onEnter, onLeave, children }: BubbleProps) {
  const bubble = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!bubble.current) return
    return showBeside(bubble.current, anchor, { side, align: 'center', gap: 6, margin: 8 })
  }, [anchor, side])
  return createPortal(
    <div
      ref={bubble}
      id={id}
      popover="manual"
      role="tooltip"
      className={styles.tooltip}
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
    >
      {children}
    </div>,
    document.body,
  )
}
