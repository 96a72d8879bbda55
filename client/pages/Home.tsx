import FolderOpen from 'lucide-react/icons/folder-open'
import Presentation from 'lucide-react/icons/presentation'
import { lazy, Suspense, useRef } from 'react'
import { Button } from '../ui/Button.tsx'
import { Progress } from '../ui/Progress.tsx'
import { ThemeMenu } from '../ui/ThemeMenu.tsx'
import { useTitle } from '../ui/useTitle.ts'
import { Wordmark } from '../ui/Wordmark.tsx'
import styles from './Home.module.css'
import { HomeDrop } from './HomeDrop.tsx'
import { HomeNew } from './HomeNew.tsx'
import { HomeRecent } from './HomeRecent.tsx'
import { useHomeStart } from './HomeStart.ts'

// It brings the whole drawing and a map; nobody waits for it, and without it the page does all it can do.
const HomePicture = lazy(async () => {
  try {
    await import('../panels/import/jitless.ts')
    return { default: (await import('./HomePicture.tsx')).HomePicture }
  } catch {
    return { default: () => null }
  }
})

/** The first page: what this is, ways into a map, and the maps of this browser. */
export function Home() {
  const { state, isBusy, begin, open } = useHomeStart()
  const chooser = useRef<HTMLInputElement>(null)
  useTitle('')
  const isSending = state.state === 'opening' && state.sent !== null && state.sent < 1
  const creating = state.state === 'creating' ? state.from : null
  const isNew = creating !== null && creating !== 'sample' && creating !== 'storyline'

  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <Wordmark />
        <ThemeMenu />
      </header>
      <main className={styles.main}>
        <div className={styles.words}>
          <h1 className={styles.line}>See what your team assumes and what customers really said</h1>
          <p className={styles.more}>
            A journey map that a team draws together, live. What you think is drawn in pencil, what customers said is
            set in ink.
          </p>
          <div className={styles.ways}>
            <Button
              variant="primary"
              size="large"
              busy={creating === 'sample'}
              disabled={isBusy && creating !== 'sample'}
              onClick={() => begin('sample')}
            >
              Try the sample
            </Button>
            <HomeNew busy={isNew} disabled={isBusy && !isNew} onChoose={begin} />
            <div className={styles.quiet}>
              <Button
                variant="quiet"
                size="large"
                icon={<FolderOpen />}
                disabled={isBusy}
                onClick={() => chooser.current?.click()}
              >
                Open a file
              </Button>
              <Button
                variant="quiet"
                size="large"
                icon={<Presentation />}
                busy={creating === 'storyline'}
                disabled={isBusy && creating !== 'storyline'}
                onClick={() => begin('storyline')}
              >
                See it presented
              </Button>
            </div>
          </div>
          <p className={styles.hint}>
            Open or drop a map (JSON, PNG), customers’ quotes (CSV, Excel) or a transcript (VTT, SRT).
          </p>
          <input
            ref={chooser}
            type="file"
            hidden
            aria-label="File to open"
            accept=".json,.png,.csv,.tsv,.tab,.txt,.xlsx,.xlsm,.vtt,.srt"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0]
              currentTarget.value = ''
              if (file) void open(file)
            }}
          />
          <div aria-live="polite">
            {state.state === 'opening' && (
              <div className={styles.progress}>
                <Progress
                  label={`${isSending ? 'Sending' : 'Opening'} “${state.name}”`}
                  value={isSending ? state.sent : null}
                />
              </div>
            )}
            {state.state === 'failed' && (
              <p className={styles.failure} role="alert">
                {state.sentence}
              </p>
            )}
          </div>
          <HomeRecent />
        </div>
        <div className={styles.picture}>
          <Suspense>
            <HomePicture />
          </Suspense>
        </div>
      </main>
      <HomeDrop onFile={open} />
    </div>
  )
}
