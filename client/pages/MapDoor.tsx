import { type ReactNode, useEffect, useState } from 'react'
import { StoredSightPart } from '../canvas/sight/storedSightPart.ts'
import { MapProvider } from '../store/MapContext.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Later, later, withPart } from '../ui/Later.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import { keepOpen } from './keepOpen.ts'
import styles from './MapDoor.module.css'
import type { Opening } from './openMap.ts'

const SayName = later(async () => (await import('./sayName.ts')).sayName)
const NoAccess = later(async () => (await import('./NoAccess.tsx')).NoAccess)

/** What can be asked of the door by those who are inside. */
export type Doorway = {
  /** Comes in anew. */
  again(): void
  /** Tells the server the name that was just said. */
  named(): void
}

/** Opens a map by the token in the address or in this browser, and shows what is inside once it is open. */
export function MapDoor({ id, children }: { id: string; children(door: Doorway): ReactNode }) {
  const [opening, setOpening] = useState<Opening>({ state: 'asking', sight: null })
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt opens the map anew
  useEffect(() => keepOpen(id, setOpening), [id, attempt])
  const again = () => setAttempt(attempt + 1)

  switch (opening.state) {
    case 'asking':
      return opening.sight ? (
        <main className={styles.ahead} aria-busy="true">
          <div className={styles.canvas} style={opening.sight.at}>
            <Later part={StoredSightPart} props={{ sight: opening.sight }} />
          </div>
        </main>
      ) : (
        <main className={styles.waiting} aria-busy="true">
          <Spinner />
        </main>
      )
    case 'shut':
      return <Later part={NoAccess} props={{ message: opening.message, edits: opening.edits, onLink: again }} />
    case 'failed':
      return (
        <main className={styles.waiting}>
          <EmptyState action={<Button onClick={again}>Try again</Button>}>{opening.message}</EmptyState>
        </main>
      )
    case 'open': {
      const named = () => withPart(SayName, sayName => void sayName(opening.open, again))
      return <MapProvider open={opening.open}>{children({ again, named })}</MapProvider>
    }
  }
}
