import X from 'lucide-react/icons/x'
import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './known.module.css'

export type SidePanelProps = {
  title: string
  note?: ReactNode
  /** What gets the focus with a pointer at hand; without one a keyboard would cover the page. Else the title. */
  focus?: RefObject<HTMLElement | null>
  onClose(): void
  children: ReactNode
}

const hasPointer = typeof matchMedia === 'function' && matchMedia('(pointer: fine)').matches

/** What stands beside the four parts; on a phone over them. It takes the focus, and Escape closes it alone. */
export function SidePanel({ title, note, focus, onClose, children }: SidePanelProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another title is another number that somebody pressed
  useEffect(() => {
    const first = hasPointer ? (focus?.current ?? heading.current) : heading.current
    first?.focus({ preventScroll: true })
  }, [title])
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
