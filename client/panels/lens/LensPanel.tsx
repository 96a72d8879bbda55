import Plus from 'lucide-react/icons/plus'
import { WHY_HIRED } from '#shared/model/ids.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { DETAILS } from '#shared/model/limits.ts'
import { MATTER } from '#shared/model/questions.ts'
import { changeMap, setWhoseJourney } from '../../commands/lens.ts'
import type { Asked } from '../../store/asked.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Select } from '../../ui/Select.tsx'
import { ClaimRing } from '../claim/ClaimRing.tsx'
import { PersonaChoice } from '../customers/PersonaChoice.tsx'
import { ReadNumber } from '../ReadNumber.tsx'
import { SharedText } from '../SharedText.tsx'
import styles from './lens.module.css'
import { MATTER_WORDS, matterCount } from './lensWords.ts'

const STATES = [
  { value: 'current', label: 'As it is' },
  { value: 'future', label: 'As it could be' },
] as const

/** All that the map says of itself, to be read and written, over the map and not in its way. */
export function LensPanel({ isFolded, onFold }: { isFolded: boolean; onFold(folded: boolean): void }) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const info = useMap(({ map }) => map.map)
  const personas = useMap(({ map }) => map.personas)
  const matter = useMap(({ evidence }) => evidence.tally(MATTER))
  const whose = lookUp(personas, info.persona)
  const shown = whose ? KINDS.personas.title(whose) : 'Nobody’s yet'
  const answer = (asked: Asked) =>
    open.view.setState({ dialog: 'known', knownAt: { part: 'questions', answer: asked } })
  return (
    <div className={styles.panel}>
      <div className={styles.facts}>
        <div>
          <h2 className={styles.heading}>Whose journey</h2>
          {canEdit ? (
            <PersonaChoice label="Whose journey" shown={shown} onChoose={persona => setWhoseJourney(open, persona)} />
          ) : (
            <p dir="auto">{shown}</p>
          )}
          {whose && <p className={styles.quiet}>{whose.description}</p>}
        </div>
        {(['scenario', 'goal'] as const).map(field => (
          <div key={field}>
            <h2 className={styles.heading}>{field === 'scenario' ? 'Scenario' : 'Goal'}</h2>
            <SharedText
              at={{ kind: 'map', id: 'map', field }}
              label={field === 'scenario' ? 'Scenario' : 'Goal'}
              placeholder={field === 'scenario' ? 'What is their situation?' : 'What do they want to reach?'}
              maxLength={DETAILS}
              lines
            />
          </div>
        ))}
      </div>
      <div className={styles.claims}>
        <section aria-labelledby="lens-hired">
          <h2 id="lens-hired" className={styles.heading}>
            Why customers hire us
          </h2>
          <SharedText
            at={{ kind: 'map', id: 'map', field: 'whyHired' }}
            label="Why customers hire us"
            placeholder="What do they get done with us?"
            maxLength={DETAILS}
            lines
          />
          <ClaimRing claim={WHY_HIRED} touchpoint={null} size={40} />
          {canEdit && info.whyHired.trim() !== '' && (
            <Button size="small" icon={<Plus />} onClick={() => answer(WHY_HIRED)}>
              Choose quotes that say this
            </Button>
          )}
        </section>
        <section aria-labelledby="lens-matter">
          <h2 id="lens-matter" className={styles.heading}>
            {MATTER_WORDS}
          </h2>
          <p>
            <ReadNumber
              reading={{ title: MATTER_WORDS, behind: { of: 'question', question: MATTER, part: {} }, place: null }}
            >
              {matterCount(matter, info.voicesNeeded)}
            </ReadNumber>
          </p>
          {canEdit && (
            <Button size="small" icon={<Plus />} onClick={() => answer(MATTER)}>
              Choose quotes that answer it
            </Button>
          )}
        </section>
      </div>
      <footer className={styles.foot}>
        {canEdit ? (
          <Select
            label="This map shows the journey"
            value={info.state}
            options={STATES}
            onChange={state => changeMap(open, { state })}
          />
        ) : (
          <p className={styles.quiet}>
            {info.state === 'future' ? 'The journey as it could be' : 'The journey as it is'}
          </p>
        )}
        <Checkbox checked={isFolded} onChange={onFold}>
          Keep the line short
        </Checkbox>
      </footer>
    </div>
  )
}
