import { Progress } from '../../ui/Progress.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { countWords } from '../countWords.ts'
import styles from './import.module.css'
import { LeftOut } from './LeftOut.tsx'
import { leftOutOf, type Wizard } from './wizard.ts'

/** What a map of ours would add to this one, before anything does. */
export function MapStep({ wizard: { file, report, sent, problem } }: { wizard: Wizard & { step: 'map' } }) {
  if (sent !== null) {
    return (
      <div className={styles.sending}>
        <Progress
          label={sent < 1 ? 'Sending the map' : 'Putting it on this map'}
          value={sent < 1 ? sent : null}
          detail={countWords(report?.added ?? 0, 'record')}
        />
      </div>
    )
  }
  const rows = report ? leftOutOf(report) : []
  return (
    <div className={styles.preview}>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {report === null ? (
        problem === null && (
          <p className={styles.waiting} role="status">
            <Spinner /> Looking into {file.name}
          </p>
        )
      ) : (
        <>
          <h3 className={styles.heading}>A map of ours: {file.name}</h3>
          <p>{addedWords(report.counts)}</p>
          <p className={styles.quiet}>
            Everything gets its own place. Stages and lanes of the same name are shared; title, goal and scenario of
            this map stay as they are.
            {report.duplicates > 0 &&
              ` ${countWords(report.duplicates, 'record')} came in earlier and stay as they are.`}
          </p>
          <LeftOut rows={rows} count={rows.length} name={file.name} all={async () => rows} />
        </>
      )}
    </div>
  )
}

const KIND_NOUNS: Readonly<Record<string, string>> = {
  stages: 'stage',
  lanes: 'lane',
  touchpoints: 'touchpoint',
  notes: 'note',
  quotes: 'quote',
  customers: 'customer',
  personas: 'persona',
  sources: 'source',
  painPoints: 'pain point',
  assumptions: 'assumption',
}

/** “It brings 25 touchpoints, 80 quotes and 40 other records.” */
export function addedWords(counts: Readonly<Record<string, number>>): string {
  const named = Object.entries(KIND_NOUNS).flatMap(([kind, noun]) =>
    counts[kind] ? [countWords(counts[kind], noun)] : [],
  )
  const others = Object.entries(counts).reduce((sum, [kind, count]) => sum + (kind in KIND_NOUNS ? 0 : count), 0)
  const all = [...named, ...(others > 0 ? [countWords(others, 'other record')] : [])]
  if (all.length === 0) return 'Everything in it is on this map already.'
  const last = all.at(-1)
  return `It brings ${all.length === 1 ? last : `${all.slice(0, -1).join(', ')} and ${last}`}.`
}
