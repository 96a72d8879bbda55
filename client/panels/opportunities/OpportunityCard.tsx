import ChevronRight from 'lucide-react/icons/chevron-right'
import Trash from 'lucide-react/icons/trash-2'
import { useEffect, useMemo, useState } from 'react'
import { customersBehind } from '#shared/model/evidence/votes.ts'
import { KINDS, type Opportunity } from '#shared/model/kinds.ts'
import { DETAILS, TITLE } from '#shared/model/limits.ts'
import { changeOpportunity } from '../../commands/opportunities.ts'
import { remove } from '../../commands/remove.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { countWords } from '../countWords.ts'
import { BehindClaim } from '../pains/BehindClaim.tsx'
import pains from '../pains/pains.module.css'
import { ReadNumber } from '../ReadNumber.tsx'
import { SharedText } from '../SharedText.tsx'
import { ToStoryline } from '../storyline/ToStoryline.tsx'
import { FromPains } from './FromPains.tsx'
import styles from './opportunities.module.css'
import { levelWords } from './opportunityWords.ts'
import { VoteButton } from './VoteButton.tsx'

export type OpportunityCardProps = { opportunity: Opportunity; isOpen: boolean; isNew: boolean; onToggle(): void }

/** One opportunity: a line with its votes beside the customers behind it, which opens. */
export function OpportunityCard({ opportunity, isOpen, isNew, onToggle }: OpportunityCardProps) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const map = useMap(view => view.map)
  const evidence = useMap(view => view.evidence)
  const { id, painPoints, effort, effect, touchpoint } = opportunity
  const title = KINDS.opportunities.title(opportunity)
  const customers = customersBehind([id, ...painPoints], evidence)
  const from = useMemo(() => {
    const places = [touchpoint, ...painPoints.map(pain => map.painPoints.find(one => one.id === pain)?.touchpoint)]
    return [...new Set(places.filter(place => place !== null && place !== undefined))]
  }, [map.painPoints, touchpoint, painPoints])
  const facts = [effort && `effort ${effort} of 5`, effect && `effect ${effect} of 5`].filter(Boolean)
  return (
    <li className={pains.card}>
      <div className={pains.line}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-label={isOpen ? `Close ${title}` : undefined}
          onClick={onToggle}
        >
          <ChevronRight className={pains.arrow} aria-hidden="true" />
          {!isOpen && (
            <span>
              <span className={pains.title} dir="auto">
                {title}
              </span>
              <span className={pains.counts}>{facts.join(' · ')}</span>
            </span>
          )}
        </button>
        {isOpen && (
          <SharedText
            at={{ kind: 'opportunities', id, field: 'title' }}
            label="What could be better"
            placeholder="What could be better?"
            maxLength={TITLE}
            autoFocus={isNew}
            className={pains.name}
          />
        )}
      </div>
      <div className={styles.weight}>
        <VoteButton opportunity={id} title={title} />
        <span className={styles.behind}>
          {customers === 0 ? (
            'no customer behind it'
          ) : (
            <ReadNumber
              reading={{ title, behind: { of: 'claims', claims: [id, ...painPoints] }, place: touchpoint }}
              name={`Read what ${countWords(customers, 'customer')} said: ${title}`}
            >
              {countWords(customers, 'customer')} behind it
            </ReadNumber>
          )}
        </span>
        {canEdit && isOpen && (
          <span className={styles.tools}>
            <ToStoryline of={{ claim: id }} name="opportunity" />
            <IconButton
              label="Delete this opportunity"
              size="small"
              variant="danger"
              onClick={() => remove(open, 'opportunities', [id])}
            >
              <Trash />
            </IconButton>
          </span>
        )}
      </div>
      {isOpen && (
        <div className={pains.inside}>
          <FromPains opportunity={opportunity} />
          {canEdit ? (
            <div className={styles.pair}>
              <Level label="Effort" value={effort} onChange={level => changeOpportunity(open, id, { effort: level })} />
              <Level
                label="Expected effect"
                value={effect}
                onChange={level => changeOpportunity(open, id, { effect: level })}
              />
            </div>
          ) : (
            facts.length > 0 && <p className={pains.label}>{facts.join(' · ')}</p>
          )}
          <Decision opportunity={opportunity} />
          <div>
            <span className={pains.label}>Details</span>
            <SharedText
              at={{ kind: 'opportunities', id, field: 'details' }}
              label="Details"
              placeholder="How would it be?"
              maxLength={DETAILS}
              lines
            />
          </div>
          <BehindClaim claim={id} touchpoint={touchpoint} from={from} name="this opportunity" />
        </div>
      )}
    </li>
  )
}

const UNKNOWN = 'unknown'
const LEVELS = [1, 2, 3, 4, 5]

type LevelProps = { label: string; value: number | null; onChange(level: number | null): void }

function Level({ label, value, onChange }: LevelProps) {
  const options = LEVELS.map(level => ({ value: String(level), label: levelWords(level) }))
  return (
    <Select
      label={label}
      value={value === null ? UNKNOWN : String(value)}
      options={[{ value: UNKNOWN, label: 'Not judged' }, ...options]}
      onChange={chosen => onChange(chosen === UNKNOWN ? null : Number(chosen))}
    />
  )
}

/** Written when the field is left: a decision is one value, and the last word counts. */
function Decision({ opportunity: { id, decision } }: { opportunity: Opportunity }) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const [words, setWords] = useState(decision)
  // A colleague may have decided meanwhile.
  useEffect(() => setWords(decision), [decision])
  if (!canEdit) {
    return (
      <div>
        <span className={pains.label}>Decision</span>
        <p dir="auto">{decision || 'None yet'}</p>
      </div>
    )
  }
  return (
    <TextArea
      label="Decision"
      placeholder="None yet"
      value={words}
      maxLength={DETAILS}
      onChange={setWords}
      onBlur={() => words !== decision && changeOpportunity(open, id, { decision: words })}
    />
  )
}
