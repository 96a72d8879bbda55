import X from 'lucide-react/icons/x'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useRef, useState } from 'react'
import { cx } from './cx.ts'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton.tsx'
import { useKeyScroll } from './useKeyScroll.ts'

export type DialogProps = {
  open: boolean
  onOpenChange(open: boolean): void
  title: string
  /** One sentence under the title, read out with it. */
  description?: ReactNode
  /** 420, 640 or 960 px wide; on a phone a sheet from below. */
  size?: 'small' | 'medium' | 'large'
  children?: ReactNode
  /** Buttons at the lower right, the one that goes on last. They stay in view while the body scrolls. */
  footer?: ReactNode
  /** False while something runs that must not be left by a stray press outside or Escape. */
  dismissible?: boolean
}

export function Dialog({ open, onOpenChange, ...rest }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={styles.scrim} />
        <Content {...rest} />
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Mounted only while the dialog is open. */
function Content({
  title,
  description,
  size = 'medium',
  children,
  footer,
  dismissible = true,
}: Omit<DialogProps, 'open' | 'onOpenChange'>) {
  // Before anything inside takes the focus for itself, which it may do as soon as it is on the page.
  const [opener] = useState(() => document.activeElement)
  const body = useRef<HTMLDivElement>(null)
  useKeyScroll(body)
  const guard = dismissible ? undefined : (event: Event) => event.preventDefault()
  return (
    <Radix.Content
      className={cx(styles.dialog, styles[size])}
      {...(description === undefined ? { 'aria-describedby': undefined } : {})}
      onOpenAutoFocus={event => {
        // The dialog itself, and not its way out, which comes first and would show its tooltip.
        event.preventDefault()
        const { currentTarget } = event
        if (!(currentTarget instanceof HTMLElement) || currentTarget.contains(document.activeElement)) return
        currentTarget.focus()
      }}
      onCloseAutoFocus={event => {
        // The part itself knows only a trigger of its own; ours are opened by state.
        event.preventDefault()
        if (opener instanceof HTMLElement) opener.focus()
      }}
      {...(guard ? { onEscapeKeyDown: guard, onInteractOutside: guard } : {})}
    >
      <header className={styles.header}>
        <Radix.Title className={styles.title}>{title}</Radix.Title>
        {dismissible && (
          <Radix.Close asChild>
            <IconButton label="Close" className={cx(styles.close)}>
              <X />
            </IconButton>
          </Radix.Close>
        )}
        {description !== undefined && (
          <Radix.Description className={styles.description}>{description}</Radix.Description>
        )}
      </header>
      <div ref={body} className={styles.body}>
        {children}
      </div>
      {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
    </Radix.Content>
  )
}
