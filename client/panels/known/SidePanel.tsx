import X from 'lucide-react/icons/x'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './known.module.css'

export type SidePanelProps = { title: string; note?: ReactNode; onClose(): void; children: ReactNode }

/** What stands beside the four parts; on a phone over them. It takes the focus, and Escape closes it alone. */
export function SidePanel({ title, note, onClose, children }: SidePanelProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another title is another number that somebody pressed
  useEffect(() => heading.current?.focus({ preventScroll: true }), [title])
  return (
    <section className={styles.side} aria-labelledby={id} data-side>
      <header className={styles.sideHead}>
        <div className={styles.sideTitles}>
          <h2 ref={heading} id={id} tabIndex={-1} className={styles.sideTitle} dir="auto">
            {title}
          </h2>
          {note !== undefined && <p className={styles.quiet}>{note}</p>}
        </div>
        <IconButton label="Close" size="small" onClick={onClose}>
          <X />
        </IconButton>
      </header>
      {children}
    </section>
  )
}
