import ArrowLeft from 'lucide-react/icons/arrow-left'
import { useEffect, useMemo, useState } from 'react'
import { readPlain } from '#shared/formats/json/read.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { api } from '../../api/api.ts'
import type { Version } from '../../api/types.ts'
import { restoreVersion } from '../../commands/history.ts'
import { kindCounts, sumOf } from '../../commands/kindWords.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { type Differences, differences } from './differences.ts'
import styles from './history.module.css'
import { dayWords, timeWords } from './historyWords.ts'
import { VersionPicture } from './VersionPicture.tsx'

type Loaded = { state: 'loading' } | { state: 'failed'; message: string } | { state: 'here'; map: MapDocument }

type Props = { version: Version; onBack(): void; onRestored(): void }

/** A version to look at, what of it is different now, and the way back to it. */
export function VersionView({ version, onBack, onRestored }: Props) {
  const [attempt, setAttempt] = useState(0)
  const loaded = useVersion(version.number, attempt)
  const at = new Date(version.at)
  const moment = `${dayWords(at, new Date())}, ${timeWords(at)}`
  return (
    <article className={styles.version} aria-label={version.name ?? moment}>
      <header className={styles.title}>
        <Button size="small" variant="quiet" className={styles.back} icon={<ArrowLeft size={15} />} onClick={onBack}>
          All versions
        </Button>
        <h3>{version.name ?? moment}</h3>
        {version.name !== null && <p className={styles.moment}>{moment}</p>}
      </header>
      {loaded.state === 'loading' && (
        <p className={styles.loading} role="status">
          <Spinner /> Opening the version
        </p>
      )}
      {loaded.state === 'failed' && (
        <EmptyState action={<Button onClick={() => setAttempt(attempt + 1)}>Try again</Button>}>
          {loaded.message}
        </EmptyState>
      )}
      {loaded.state === 'here' && (
        <>
          <VersionPicture map={loaded.map} label={`The map as it was: ${moment}`} />
          <Restore version={version.number} then={loaded.map} onRestored={onRestored} />
        </>
      )}
    </article>
  )
}

function useVersion(number: number, attempt: number): Loaded {
  const { id, token } = useOpenMap()
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    const leaving = new AbortController()
    setLoaded({ state: 'loading' })
    void api(token)
      .version(id, number, leaving.signal)
      .then(answer => {
        if (leaving.signal.aborted) return
        if (!answer.ok) return setLoaded({ state: 'failed', message: answer.message })
        const read = readPlain(answer.value)
        setLoaded(read.ok ? { state: 'here', map: read.map } : { state: 'failed', message: read.refusal.message })
      })
    return () => leaving.abort()
  }, [id, token, number, attempt])
  return loaded
}

function Restore({ version, then, onRestored }: { version: number; then: MapDocument; onRestored(): void }) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const now = useMap(view => view.map)
  const found = useMemo(() => differences(then, now), [then, now])
  const [busy, setBusy] = useState<'all' | 'deleted' | null>(null)
  const isSame = !found.reordered && sumOf(found.back) + sumOf(found.changed) + sumOf(found.gone) === 0
  const restore = async (what: 'all' | 'deleted') => {
    setBusy(what)
    const isDone = await restoreVersion(open, version, what === 'deleted' ? 'deleted' : undefined)
    setBusy(null)
    if (isDone) onRestored()
  }
  if (isSame) return <p className={styles.same}>The map is the same now.</p>
  return (
    <>
      <DifferenceList found={found} />
      {canEdit ? (
        <>
          <div className={styles.buttons}>
            <Button
              variant="primary"
              busy={busy === 'all'}
              disabled={busy === 'deleted'}
              onClick={() => void restore('all')}
            >
              Restore this version
            </Button>
            {sumOf(found.back) > 0 && (
              <Button busy={busy === 'deleted'} disabled={busy === 'all'} onClick={() => void restore('deleted')}>
                Bring back what was deleted since
              </Button>
            )}
          </div>
          <p className={styles.what}>
            Restoring makes the map what it was, for everybody. The map as it is now is kept as a version.
            {sumOf(found.back) > 0 && ' Bringing back only adds what was deleted; what came after stays as it is.'}
          </p>
        </>
      ) : (
        <p className={styles.what}>You can look at versions. Editors can restore them.</p>
      )}
    </>
  )
}

function DifferenceList({ found: { back, changed, gone, reordered } }: { found: Differences }) {
  const lines = [
    ['Then and not now', kindCounts(back)],
    ['Different then', kindCounts(changed)],
    ['Now and not then', kindCounts(gone)],
    ['Order', reordered ? 'some stood elsewhere' : ''],
  ].filter(([, words]) => words !== '')
  return (
    <dl className={styles.differences} aria-label="What is different now">
      {lines.map(([name, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}
