import type { Role } from '#shared/formats/csv/columns.ts'
import { Select } from '../../ui/Select.tsx'
import { countWords } from '../countWords.ts'
import { dotted } from '../dotted.ts'
import { AboutQuotes } from './AboutQuotes.tsx'
import styles from './import.module.css'
import { ROLE_WORDS, roleOf, withRole } from './roles.ts'
import type { Import } from './useImport.ts'
import type { Wizard } from './wizard.ts'

const KEPT = 'kept'
type Choice = Role | typeof KEPT

const OPTIONS: { value: Choice; label: string }[] = [
  { value: KEPT, label: 'Only keep it with the quote' },
  ...Object.entries(ROLE_WORDS).map(([value, label]) => ({ value: value as Role, label })),
]

/** What each column of the file is. Matched by name; a person has the last word. */
export function ColumnsStep({ wizard, doing }: { wizard: Wizard & { step: 'columns' }; doing: Import }) {
  const { opened, choices, file, remembered } = wizard
  return (
    <div className={styles.sides}>
      <section aria-labelledby="import-columns">
        <h3 id="import-columns" className={styles.heading}>
          What each column is
        </h3>
        <p className={styles.quiet}>
          {file.name}: {countWords(opened.rows, 'row')}, {countWords(opened.columns.length, 'column')}.{' '}
          {remembered ? 'Matched as you did the last time.' : 'Matched by name; change what is wrong.'}
        </p>
        {opened.sheets.length > 1 && (
          <div className={styles.sheet}>
            <Select
              label="Sheet"
              options={opened.sheets.map(name => ({ value: name, label: name }))}
              value={opened.sheet}
              onChange={doing.setSheet}
            />
          </div>
        )}
        {opened.warnings.map(warning => (
          <p key={warning} className={styles.warning}>
            {warning}
          </p>
        ))}
        <ul className={styles.columns}>
          {opened.columns.map(({ name, samples, filled }, column) => (
            <li key={name} className={styles.column}>
              <div className={styles.columnWords}>
                <p className={styles.columnName}>{name}</p>
                <p className={styles.samples}>{filled === 0 ? 'empty' : dotted(samples)}</p>
              </div>
              <Select<Choice>
                label={`What is “${name}”?`}
                hideLabel
                options={OPTIONS}
                value={roleOf(choices.columns, column) ?? KEPT}
                onChange={role => doing.setColumns(withRole(choices.columns, column, role === KEPT ? null : role))}
              />
            </li>
          ))}
        </ul>
      </section>
      <AboutQuotes choices={choices} onChange={doing.choose} />
    </div>
  )
}
