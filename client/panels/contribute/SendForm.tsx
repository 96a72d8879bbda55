import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import styles from './contribute.module.css'
import { Failed } from './Failed.tsx'

export type SendFormProps = {
  label: string
  /** What is on the button that sends it. */
  send: string
  /** Which key sends it too. */
  keys?: string
  /** Whether there is anything to send or to throw away. */
  begun: boolean
  busy: boolean
  failure: string | null
  onSend(): void
  onDiscard(): void
  children: ReactNode
}

/** What somebody adds to a map, with why it did not arrive, and the buttons that send it and throw it away. */
export function SendForm({ label, send, keys, begun, busy, failure, onSend, onDiscard, children }: SendFormProps) {
  return (
    <form
      className={styles.form}
      aria-label={label}
      onSubmit={event => {
        event.preventDefault()
        onSend()
      }}
    >
      <div className={styles.fields}>{children}</div>
      <Failed failure={failure} />
      <footer className={styles.foot}>
        {keys && <span className={styles.keys}>{keys}</span>}
        {begun && !busy && (
          <Button variant="quiet" onClick={onDiscard}>
            Discard
          </Button>
        )}
        <Button variant="primary" type="submit" disabled={!begun} busy={busy}>
          {send}
        </Button>
      </footer>
    </form>
  )
}
