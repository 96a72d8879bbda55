import type { ImportChoices } from '#shared/formats/csv/mapping.ts'
import { NAME, TITLE } from '#shared/model/limits.ts'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { HOW_WORDS } from '../quotes/quoteWords.ts'
import styles from './import.module.css'

type How = ImportChoices['how']
const HOWS = Object.entries(HOW_WORDS).map(([value, label]) => ({ value: value as How, label }))
const FOUND = 'found'

/** What holds for all quotes of a file, since no column says it. */
export function AboutQuotes({ choices, onChange }: { choices: ImportChoices; onChange(choices: ImportChoices): void }) {
  const set = (fields: Partial<ImportChoices>) => onChange({ ...choices, ...fields })
  const { columns } = choices
  const source = choices.sources.find(({ value }) => value === '')
  const sourceName = source?.landing.to === 'new' ? source.landing.name : ''
  const nameSource = (name: string) => {
    const landing = name.trim() ? { to: 'new' as const, name, method: '' } : { to: 'none' as const }
    set({ sources: [...choices.sources.filter(({ value }) => value !== ''), { value: '', landing }] })
  }
  return (
    <section className={styles.about} aria-labelledby="import-about">
      <h3 id="import-about" className={styles.heading}>
        About these quotes
      </h3>
      {columns.customer === null && (
        <Select
          label="Without a column of customers, each row is"
          options={[
            { value: 'unknown', label: 'of nobody known: fills no ring' },
            { value: 'each-row-another', label: 'another customer' },
          ]}
          value={choices.withoutCustomer}
          onChange={withoutCustomer => set({ withoutCustomer })}
        />
      )}
      <Select
        label="Who speaks"
        options={[
          { value: 'customer', label: 'Customers' },
          { value: 'staff', label: 'Our staff: counted apart' },
        ]}
        value={choices.side}
        onChange={side => set({ side })}
      />
      <Select
        label="How the words reached us"
        options={HOWS}
        value={choices.how}
        onChange={how => set({ how })}
        hint={choices.how === 'recalled' && 'By a colleague: drawn in pencil, fills no ring.'}
      />
      {columns.source === null && (
        <TextField label="Where they are from" value={sourceName} maxLength={NAME} onChange={nameSource} />
      )}
      {columns.prompt === null && (
        <TextField
          label="The question that was asked"
          value={choices.prompt}
          maxLength={TITLE}
          onChange={prompt => set({ prompt })}
        />
      )}
      {columns.date !== null && (
        <Select
          label="In dates such as 03/04/2026"
          options={[
            { value: FOUND, label: 'as the other dates show' },
            { value: 'day first', label: 'the day comes first' },
            { value: 'month first', label: 'the month comes first' },
          ]}
          value={choices.dayOrder ?? FOUND}
          onChange={order => set({ dayOrder: order === FOUND ? null : order })}
        />
      )}
    </section>
  )
}
