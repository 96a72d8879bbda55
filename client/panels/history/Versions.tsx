import { useState } from 'react'
import { knownMap } from '../../api/tokens.ts'
import { useCanEdit, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import styles from './history.module.css'
import { authorsWords, byDay } from './historyWords.ts'
import { KeepNow } from './KeepNow.tsx'
import type { Listed } from './useVersions.ts'
import { VersionRow } from './VersionRow.tsx'
import { VersionView } from './VersionView.tsx'

/** Wide enough for a version beside the list. */
const WIDE = '(min-width: 721px)'

type Props = { listed: Listed; onReload(): Promise<void>; onRestored(): void }

/** The versions by day, and the one that is looked at. */
export function Versions({ listed, onReload, onRestored }: Props) {
  const [chosen, setChosen] = useState<number | null>(null)
  const canEdit = useCanEdit()
  const me = knownMap(useOpenMap().id)?.person?.id ?? null
  if (listed.state === 'loading') {
    return (
      <p className={styles.loading} role="status">
        <Spinner /> Loading the versions
      </p>
    )
  }
  if (listed.state === 'failed') {
    return <EmptyState action={<Button onClick={() => void onReload()}>Try again</Button>}>{listed.message}</EmptyState>
  }
  const { versions, since } = listed
  const [newest] = versions
  // On a phone the list comes first, and a version takes its place.
  const shown = versions.find(({ number }) => number === chosen) ?? (matchMedia(WIDE).matches ? newest : undefined)
  const sinceWords = authorsWords(since, me)
  return (
    <div className={styles.versions} data-chosen={chosen !== null || undefined}>
      <div className={styles.list}>
        {canEdit && <KeepNow onKept={onReload} />}
        {sinceWords !== '' && <p className={styles.since}>Edited since the newest version: {sinceWords}</p>}
        {byDay(versions, new Date()).map(({ day, versions: those }) => (
          <section key={day}>
            <h3 className={styles.day}>{day}</h3>
            <ul className={styles.rows}>
              {those.map(version => (
                <VersionRow
                  key={version.number}
                  version={version}
                  authors={authorsWords(version.authors, me)}
                  chosen={version.number === shown?.number}
                  onChoose={() => setChosen(version.number)}
                  onNamed={onReload}
                />
              ))}
            </ul>
          </section>
        ))}
        {versions.length === 0 && <p className={styles.none}>No version is kept yet. The first comes by itself.</p>}
      </div>
      <div className={styles.view}>
        {shown ? (
          <VersionView key={shown.number} version={shown} onBack={() => setChosen(null)} onRestored={onRestored} />
        ) : (
          <EmptyState>Here a version is shown as the map was then, and can be restored.</EmptyState>
        )}
      </div>
    </div>
  )
}
