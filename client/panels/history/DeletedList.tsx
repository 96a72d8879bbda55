import type { Deleted } from '#shared/doc/deleted.ts'
import { knownMap } from '../../api/tokens.ts'
import { bringBack } from '../../commands/history.ts'
import { kindWord } from '../../commands/kindWords.ts'
import { useCanEdit, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { dotted } from '../dotted.ts'
import styles from './history.module.css'
import { dayWords, timeWords } from './historyWords.ts'

/** More rows than this nobody looks through; all of them can come back at once. */
const MOST = 200

type Props = {
  /** The newest first. */
  deleted: readonly Deleted[]
  /** A person's name; null for whoever is unknown. */
  nameOf(person: string): string | null
}

/** What was deleted, to be brought back one by one or all at once. */
export function DeletedList({ deleted, nameOf }: Props) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const me = knownMap(open.id)?.person?.id ?? null
  if (deleted.length === 0) return <EmptyState>What is deleted from the map can be brought back from here.</EmptyState>
  const rest = deleted.length - MOST
  return (
    <>
      <div className={styles.buttons}>
        {canEdit ? (
          deleted.length > 1 && (
            <Button onClick={() => bringBack(open, deleted)}>
              Bring all {deleted.length.toLocaleString('en-GB')} back
            </Button>
          )
        ) : (
          <p className={styles.what}>You can look at what was deleted. Editors can bring it back.</p>
        )}
      </div>
      <ul className={styles.deleted}>
        {deleted.slice(0, MOST).map(one => (
          <li key={`${one.kind} ${one.id}`}>
            <span className={styles.kind}>{kindWord(one.kind)}</span>
            <span className={styles.what}>
              <span className={styles.record}>{one.title}</span>
              <span className={styles.authors}>{goneWords(one, me, nameOf)}</span>
            </span>
            {canEdit && (
              <Button
                size="small"
                variant="quiet"
                aria-label={`Bring back ${kindWord(one.kind)} “${one.title}”`}
                onClick={() => bringBack(open, [one])}
              >
                Bring back
              </Button>
            )}
          </li>
        ))}
      </ul>
      {rest > 0 && <p className={styles.what}>And {rest.toLocaleString('en-GB')} more that were deleted before.</p>}
    </>
  )
}

function goneWords({ by }: Deleted, me: string | null, nameOf: Props['nameOf']): string {
  if (!by) return ''
  const at = new Date(by.at)
  const who = by.person === me ? 'you' : nameOf(by.person)
  return dotted([who !== null && `by ${who}`, `${dayWords(at, new Date())}, ${timeWords(at)}`])
}
