import ListFilter from 'lucide-react/icons/list-filter'
import Trash from 'lucide-react/icons/trash-2'
import { useId, useState } from 'react'
import { KINDS, type Source } from '#shared/model/kinds.ts'
import { NAME } from '#shared/model/limits.ts'
import { addSource, changeSource } from '../../commands/sources.ts'
import { useCanEdit, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { countWords } from '../countWords.ts'
import { ReadNumber } from '../ReadNumber.tsx'
import { askedWords } from './askedWords.ts'
import styles from './sources.module.css'

const METHODS = ['Survey', 'Interview', 'Panel session', 'Review site', 'Complaints', 'Observation']
/** The most that a source says were asked. */
const MOST_ASKED = 1_000_000_000

export type SourceFormProps = {
  source: Source
  /** Whether it is only added when it is saved. */
  isNew: boolean
  heard: number
  quotes: number
  onSaved(): void
  /** Lets only its quotes count. */
  onShow(): void
  onRemove(): void
}

/** Everything about one source, changed as one step. */
export function SourceForm({ source, isNew, heard, quotes, onSaved, onShow, onRemove }: SourceFormProps) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const methods = useId()
  const [facts, setFacts] = useState(() => ({
    name: source.name,
    method: source.method,
    from: source.from ?? '',
    to: source.to ?? '',
    asked: source.asked === null ? '' : String(source.asked),
    collectedBy: source.collectedBy,
  }))
  const change = (part: Partial<typeof facts>) => setFacts(now => ({ ...now, ...part }))
  const asked = facts.asked === '' ? null : Number(facts.asked)
  const isOdd = asked !== null && !(Number.isInteger(asked) && asked >= 0 && asked <= MOST_ASKED)
  const isBackwards = facts.from !== '' && facts.to !== '' && facts.from > facts.to
  const save = () => {
    if (isOdd || isBackwards) return
    const { from, to, ...same } = facts
    const known = { ...same, name: facts.name.trim(), from: from || null, to: to || null, asked }
    const changed = Object.entries(known).filter(([name, value]) => source[name as keyof typeof known] !== value)
    if (isNew) addSource(open, known)
    else if (changed.length > 0) changeSource(open, source.id, Object.fromEntries(changed))
    onSaved()
  }
  const count = askedWords({ asked: isOdd ? null : asked }, heard) ?? `${countWords(heard, 'customer')} heard`
  return (
    <form
      className={styles.form}
      aria-label="Source"
      onSubmit={event => {
        event.preventDefault()
        save()
      }}
    >
      {!isNew && (
        <p className={styles.count}>
          <strong>
            {quotes === 0 ? (
              count
            ) : (
              <ReadNumber
                reading={{
                  title: KINDS.sources.title(source),
                  behind: { of: 'source', source: source.id },
                  place: null,
                }}
                name={`Read what ${count}`}
              >
                {count}
              </ReadNumber>
            )}
          </strong>
          <span className={styles.quiet}>{countWords(quotes, 'quote')}</span>
          <Button size="small" icon={<ListFilter />} disabled={quotes === 0} onClick={onShow}>
            Count only these
          </Button>
        </p>
      )}
      <fieldset className={styles.fields} disabled={!canEdit} aria-label="What is known about it">
        <TextField
          label="Name"
          value={facts.name}
          maxLength={NAME}
          onChange={name => change({ name })}
          autoFocus={canEdit && facts.name === ''}
        />
        <TextField
          label="How it was collected"
          list={methods}
          value={facts.method}
          maxLength={NAME}
          onChange={method => change({ method })}
        />
        <TextField
          label="Who collected it"
          value={facts.collectedBy}
          maxLength={NAME}
          onChange={collectedBy => change({ collectedBy })}
        />
        <TextField type="date" label="From" value={facts.from} max="9999-12-31" onChange={from => change({ from })} />
        <TextField
          type="date"
          label="To"
          value={facts.to}
          max="9999-12-31"
          onChange={to => change({ to })}
          error={isBackwards ? 'This is before the first day.' : undefined}
        />
        <TextField
          label="How many were asked"
          inputMode="numeric"
          value={facts.asked}
          onChange={text => change({ asked: text.trim() })}
          error={isOdd ? 'A whole number, or nothing where nobody knows.' : undefined}
        />
        <datalist id={methods}>
          {METHODS.map(method => (
            <option key={method} value={method} />
          ))}
        </datalist>
      </fieldset>
      {canEdit && (
        <div className={styles.buttons}>
          {!isNew && (
            <IconButton label="Delete this source" variant="danger" onClick={onRemove}>
              <Trash />
            </IconButton>
          )}
          <Button variant="quiet" onClick={onSaved}>
            Cancel
          </Button>
          <Button variant="primary" type="submit">
            Save
          </Button>
        </div>
      )}
    </form>
  )
}
