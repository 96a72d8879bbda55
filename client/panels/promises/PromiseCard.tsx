import Trash from 'lucide-react/icons/trash-2'
import type { Standing } from '#shared/model/evidence/promises.ts'
import { DETAILS } from '#shared/model/limits.ts'
import { changePromise, givePromiseTo } from '../../commands/promises.ts'
import { remove } from '../../commands/remove.ts'
import { useCanEdit, useOpenMap } from '../../store/MapContext.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { dotted } from '../dotted.ts'
import { TeamChoice } from '../pains/TeamChoice.tsx'
import { dayWords } from '../quotes/quoteWords.ts'
import { SharedText } from '../SharedText.tsx'
import { Checks } from './Checks.tsx'
import { NewCheck } from './NewCheck.tsx'
import styles from './promises.module.css'
import { ASKS, RHYTHMS, rhythmWords, SIDE_WORDS, standingWords } from './promiseWords.ts'

/** One promise: its words, who keeps it, in which rhythm it is checked, and every check. */
export function PromiseCard({ standing: { promise, state }, today }: { standing: Standing; today: string }) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const { id, side, standard, team, madeOn, everyDays } = promise
  return (
    <div className={styles.card}>
      <header className={styles.cardHead}>
        <span className={styles.label}>
          To {SIDE_WORDS[side].toLowerCase()} · {standingWords(state)}
        </span>
        {canEdit && (
          <IconButton
            label="Delete this promise"
            size="small"
            variant="danger"
            onClick={() => remove(open, 'promises', [id])}
          >
            <Trash />
          </IconButton>
        )}
      </header>
      <SharedText
        at={{ kind: 'promises', id, field: 'text' }}
        label="What we promise"
        placeholder={ASKS[standard][side]}
        maxLength={DETAILS}
        lines
        autoFocus={canEdit && promise.text === ''}
      />
      {standard === 'agreement' && (
        <div>
          <span className={styles.label}>What can’t be done</span>
          <SharedText
            at={{ kind: 'promises', id, field: 'limits' }}
            label="What can’t be done"
            placeholder="Said beforehand, it surprises nobody."
            maxLength={DETAILS}
            lines
          />
        </div>
      )}
      {canEdit ? (
        <div className={styles.dates}>
          <TextField
            type="date"
            label={standard === 'agreement' ? 'Agreed on' : 'Since'}
            value={madeOn ?? ''}
            onChange={day => changePromise(open, id, { madeOn: day === '' ? null : day })}
          />
          <Rhythm days={everyDays} onChange={days => changePromise(open, id, { everyDays: days })} />
        </div>
      ) : (
        <p className={styles.label}>
          {dotted([madeOn && `Since ${dayWords(madeOn)}`, everyDays !== null && rhythmWords(everyDays)])}
        </p>
      )}
      <TeamChoice label="Kept by" team={team} onChoose={wish => givePromiseTo(open, id, wish)} />
      <Checks promise={promise} />
      {canEdit && <NewCheck key={promise.checks.length} promise={promise} today={today} />}
    </div>
  )
}

const NEVER = 'none'

function Rhythm({ days, onChange }: { days: number | null; onChange(days: number | null): void }) {
  const known = RHYTHMS.map(rhythm => ({ value: String(rhythm.days), label: rhythm.words }))
  const isOther = days !== null && !RHYTHMS.some(rhythm => rhythm.days === days)
  const other = isOther ? [{ value: String(days), label: rhythmWords(days) }] : []
  return (
    <Select
      label="Checked"
      value={days === null ? NEVER : String(days)}
      options={[{ value: NEVER, label: 'No rhythm' }, ...known, ...other]}
      onChange={value => onChange(value === NEVER ? null : Number(value))}
    />
  )
}
