import { fold } from '#shared/formats/csv/fold.ts'
import { nameFrom } from '#shared/formats/csv/meanings.ts'
import { NAME } from '#shared/model/limits.ts'
import { Select } from '../../ui/Select.tsx'
import styles from './import.module.css'
import { landingValue } from './landings.ts'
import { ValueSection, ValueWords } from './ValueSection.tsx'

/** What a value of the file becomes: a record of the map, a new one of this name, or nothing. */
export type NamedLanding = { to: 'existing'; id: string } | { to: 'new'; name: string } | { to: 'none' }

export type NamedValuesProps = {
  title: string
  /** Where each value lands now. */
  entries: readonly { value: string; landing: NamedLanding }[]
  /** Rows in which each value stands. */
  counts: readonly { value: string; count: number }[]
  /** The records of the map, with their names as values of a select. */
  known: readonly { value: string; label: string }[]
  /** What stands where a row has no value. */
  empty?: string
  words: {
    /** Names the field of a value for those who hear it; '' for rows without one. */
    field(value: string): string
    fresh(name: string): string
    none: string
  }
  onLand(value: string, landing: NamedLanding): void
}

/** Which record of the map each name in a column is. */
export function NamedValues({ title, entries, counts, known, empty, words, onLand }: NamedValuesProps) {
  const countOf = new Map(counts.map(({ value, count }) => [fold(value), count]))
  const land = (value: string, chosen: string) => {
    if (chosen === 'none') onLand(value, { to: 'none' })
    else if (chosen === 'new') onLand(value, { to: 'new', name: nameFrom(value, NAME) })
    else onLand(value, { to: 'existing', id: chosen.slice('existing '.length) })
  }
  return (
    <ValueSection title={title}>
      <ul className={styles.grid}>
        {entries.map(({ value, landing }) => {
          const name = landing.to === 'new' ? landing.name : value
          return (
            <li key={value} className={styles.row}>
              <ValueWords value={value} count={countOf.get(fold(value)) ?? 0} {...(empty ? { none: empty } : {})} />
              <Select
                label={words.field(value)}
                hideLabel
                options={[
                  ...(name ? [{ value: 'new', label: words.fresh(name) }] : []),
                  { value: 'none', label: words.none },
                  ...(known.length > 0 ? [{ group: 'On this map', options: [...known] }] : []),
                ]}
                value={landingValue(landing)}
                onChange={chosen => land(value, chosen)}
              />
            </li>
          )
        })}
      </ul>
    </ValueSection>
  )
}
