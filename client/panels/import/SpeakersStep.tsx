import { PARTS, type Part } from '#shared/formats/csv/mapping.ts'
import { sessionCalled } from '#shared/formats/transcript/suggestTranscript.ts'
import { NAME } from '#shared/model/limits.ts'
import { useMap } from '../../store/MapContext.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { countWords } from '../countWords.ts'
import { dotted } from '../dotted.ts'
import { HOW_WORDS } from '../quotes/quoteWords.ts'
import styles from './import.module.css'
import type { Import } from './useImport.ts'
import type { Wizard } from './wizard.ts'

const PART_WORDS: Record<Part, string> = {
  customer: 'A customer',
  staff: 'Our staff',
  asks: 'Asks the questions',
  'left-out': 'Leave out',
}
const OPTIONS = PARTS.map(value => ({ value, label: PART_WORDS[value] }))
const HOWS = Object.entries(HOW_WORDS).map(([value, label]) => ({ value: value as keyof typeof HOW_WORDS, label }))

/** Who is who in a transcript, and what the session is called. */
export function SpeakersStep({ wizard, doing }: { wizard: Wizard & { step: 'columns' }; doing: Import }) {
  const { opened, choices, file } = wizard
  const sources = useMap(({ map }) => map.sources)
  const set = (fields: Partial<typeof choices>) => doing.choose({ ...choices, ...fields })
  const setPart = (value: string, part: Part) =>
    set({ speakers: choices.speakers.map(entry => (entry.value === value ? { ...entry, part } : entry)) })
  return (
    <div className={styles.sides}>
      <section aria-labelledby="import-speakers">
        <h3 id="import-speakers" className={styles.heading}>
          Who speaks
        </h3>
        <p className={styles.quiet}>
          {file.name}: {countWords(opened.rows, 'turn')} of {countWords(opened.speakers.length, 'speaker')}. Each turn
          of a customer or of staff becomes a quote, with the question before it. Names stay out of the map.
        </p>
        <ul className={styles.columns}>
          {opened.speakers.map(({ value, count, samples }) => (
            <li key={value} className={styles.column}>
              <div className={styles.columnWords}>
                <p className={styles.columnName}>
                  {value || 'Nobody named'} <span className={styles.count}>{countWords(count, 'turn')}</span>
                </p>
                <p className={styles.samples}>{dotted(samples.map(words => `“${words}”`))}</p>
              </div>
              <Select<Part>
                label={`Who is “${value || 'nobody named'}”?`}
                hideLabel
                options={OPTIONS}
                value={choices.speakers.find(entry => entry.value === value)?.part ?? 'left-out'}
                onChange={part => setPart(value, part)}
              />
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.about} aria-labelledby="import-session">
        <h3 id="import-session" className={styles.heading}>
          About this session
        </h3>
        <TextField
          label="What it is called"
          value={choices.session}
          maxLength={NAME}
          onChange={session => set(sessionCalled(session, { sources }))}
          hint="The same session again adds only what is new. In another one, people of the same name are others."
        />
        <TextField
          type="date"
          label="When it was"
          value={choices.saidOn ?? ''}
          max="9999-12-31"
          onChange={day => set({ saidOn: day || null })}
        />
        <Select
          label="How the words reached us"
          options={HOWS}
          value={choices.how}
          onChange={how => set({ how })}
          hint={choices.how === 'recalled' && 'By a colleague: drawn in pencil, fills no ring.'}
        />
      </section>
    </div>
  )
}
