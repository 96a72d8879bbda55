import { TriangleAlert } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import type { UnsavedEdit } from '../../session/unsaved.ts'
import { useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import styles from './RefusedBanner.module.css'

/**
 * Says when the server does not take this browser's edits any more: why, what of one's own work is concerned, in words
 * that can be copied, and the way on. Loading the map again lets go of what was refused.
 */
export function RefusedBanner({ onReload }: { onReload(): void }) {
  const { session } = useOpenMap()
  const saved = useSyncExternalStore(
    listener => session.subscribe(listener),
    () => session.saved,
  )
  const [busy, setBusy] = useState(false)
  if (saved.state !== 'refused') return null
  const edits = session.unsavedEdits
  const reload = async () => {
    setBusy(true)
    await session.dropCopy()
    onReload()
  }
  return (
    <div role="alert" className={styles.banner}>
      <TriangleAlert size={18} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <p>
          {saved.reason || 'The server did not take the last edits.'}{' '}
          {edits.length > 0 ? 'These edits of yours are not on the map:' : 'Nothing of yours is lost.'}
        </p>
        {edits.length > 0 && <Edits edits={edits} />}
      </div>
      <Button size="small" busy={busy} onClick={() => void reload()}>
        Load the map again
      </Button>
    </div>
  )
}

function Edits({ edits }: { edits: readonly UnsavedEdit[] }) {
  return (
    <ul className={styles.edits}>
      {edits.map(({ words, at }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list stands still, and two edits may be alike
        <li key={index}>
          <time dateTime={new Date(at).toISOString()}>{new Date(at).toLocaleTimeString('en-GB')}</time> {words}
        </li>
      ))}
    </ul>
  )
}
