import X from 'lucide-react/icons/x'
import { type ReactNode, useEffect, useState } from 'react'
import { IconButton } from '../../ui/IconButton.tsx'
import { keepDeleting } from '../panelKeys.ts'
import styles from './contribute.module.css'

export type SheetProps = { title: string; onClose(): void; children: ReactNode }

/** What stands over the lower edge of the map while the map itself stays in reach. Escape closes it. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // Only where the focus was lost with the sheet; the bar is back by now.
      if (document.activeElement !== document.body) return
      const back =
        opener?.isConnected && opener !== document.body ? opener : document.querySelector('[data-contribute]')
      if (back instanceof HTMLElement) back.focus()
    },
    [opener],
  )
  return (
    <section
      className={styles.sheet}
      aria-label={title}
      onKeyDown={event => {
        keepDeleting(event)
        if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
        event.preventDefault()
        onClose()
      }}
    >
      <header className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <IconButton label="Close" size="small" onClick={onClose}>
          <X />
        </IconButton>
      </header>
      {children}
    </section>
  )
}
