import { type ReactNode, useEffect, useState } from 'react'
import { rememberMap } from '../api/tokens.ts'
import { MapProvider, type OpenMap } from '../store/MapContext.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import styles from './MapDoor.module.css'
import { NoAccess } from './NoAccess.tsx'
import { keepOpen, type Opening } from './openMap.ts'

/** What can be asked of the door by those who are inside. */
export type Doorway = {
  /** Comes in anew. */
  again(): void
  /** Comes in anew under the name that was just said, once everything is on the server. */
  named(): void
}

/** Opens a map by the token in the address or in this browser, and shows what is inside once it is open. */
export function MapDoor({ id, children }: { id: string; children(door: Doorway): ReactNode }) {
  const [opening, setOpening] = useState<Opening>({ state: 'asking' })
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt opens the map anew
  useEffect(() => keepOpen(id, setOpening), [id, attempt])
  const again = () => setAttempt(attempt + 1)

  switch (opening.state) {
    case 'asking':
      return (
        <main className={styles.waiting} aria-busy="true">
          <Spinner />
        </main>
      )
    case 'shut':
      return <NoAccess message={opening.message} onLink={again} />
    case 'failed':
      return (
        <main className={styles.waiting}>
          <EmptyState action={<Button onClick={again}>Try again</Button>}>{opening.message}</EmptyState>
        </main>
      )
    case 'open': {
      const named = () =>
        whenSaved(opening.open.session, () => {
          rememberMap(id, { person: null })
          again()
        })
      return <MapProvider open={opening.open}>{children({ again, named })}</MapProvider>
    }
  }
}

/**
 * Calls back once everything is on the server. Somebody who says another name is another person to it, and edits that
 * are still under way belong to the one who made them.
 */
function whenSaved(session: OpenMap['session'], then: () => void): void {
  if (session.saved.state === 'saved') {
    then()
    return
  }
  const stop = session.subscribe(() => {
    if (session.saved.state !== 'saved') return
    stop()
    then()
  })
}
