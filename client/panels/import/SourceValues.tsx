import { fold } from '#shared/formats/csv/fold.ts'
import type { SourceLanding } from '#shared/formats/csv/mapping.ts'
import { nameFrom } from '#shared/formats/csv/meanings.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { NAME } from '#shared/model/limits.ts'
import { useMap } from '../../store/MapContext.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './import.module.css'
import { landingValue } from './landings.ts'
import { ValueSection, type ValuesProps, ValueWords } from './ValueSection.tsx'

/** Which source on the map each source of the file is. */
export function SourceValues({ values, choices, onChange }: ValuesProps) {
  const sources = useMap(({ map }) => map.sources)
  const counts = new Map(values.sources.map(({ value, count }) => [fold(value), count]))
  const known = sources.map(source => ({ value: `existing ${source.id}`, label: KINDS.sources.title(source) }))
  const set = (value: string, chosen: string) => {
    const landing: SourceLanding = chosen.startsWith('existing ')
      ? { to: 'existing', id: chosen.slice(9) }
      : chosen === 'none'
        ? { to: 'none' }
        : { to: 'new', name: nameFrom(value, NAME), method: '' }
    onChange({
      ...choices,
      sources: choices.sources.map(entry => (entry.value === value ? { ...entry, landing } : entry)),
    })
  }
  return (
    <ValueSection title="Where are they from?">
      <ul className={styles.tree}>
        {choices.sources.map(({ value, landing }) => {
          const name = landing.to === 'new' ? landing.name : value
          return (
            <li key={value} className={styles.row}>
              <ValueWords value={value} count={counts.get(fold(value)) ?? 0} none="No source" />
              <Select
                label={value ? `Which source “${value}” is` : 'Where rows without a source are from'}
                hideLabel
                options={[
                  ...(name ? [{ value: 'new', label: `New source “${name}”` }] : []),
                  { value: 'none', label: 'No source' },
                  ...(known.length > 0 ? [{ group: 'On this map', options: known }] : []),
                ]}
                value={landingValue(landing)}
                onChange={chosen => set(value, chosen)}
              />
            </li>
          )
        })}
      </ul>
    </ValueSection>
  )
}
