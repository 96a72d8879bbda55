import { fold } from '#shared/formats/csv/fold.ts'
import type { PersonaLanding } from '#shared/formats/csv/mapping.ts'
import { nameFrom } from '#shared/formats/csv/meanings.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { NAME } from '#shared/model/limits.ts'
import { useMap } from '../../store/MapContext.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './import.module.css'
import { landingValue } from './landings.ts'
import { ValueSection, type ValuesProps, ValueWords } from './ValueSection.tsx'

/** Whose journey customers of each value travel. */
export function PersonaValues({ values, choices, onChange }: ValuesProps) {
  const personas = useMap(({ map }) => map.personas)
  const counts = new Map(values.personas.map(({ value, count }) => [fold(value), count]))
  const known = personas.map(persona => ({ value: `existing ${persona.id}`, label: KINDS.personas.title(persona) }))
  const set = (value: string, chosen: string) => {
    const landing: PersonaLanding = chosen.startsWith('existing ')
      ? { to: 'existing', id: chosen.slice(9) }
      : chosen === 'none'
        ? { to: 'none' }
        : { to: 'new', name: nameFrom(value, NAME) }
    onChange({
      ...choices,
      personas: choices.personas.map(entry => (entry.value === value ? { ...entry, landing } : entry)),
    })
  }
  return (
    <ValueSection title="Whose journey is it?">
      <ul className={styles.grid}>
        {choices.personas.map(({ value, landing }) => (
          <li key={value} className={styles.row}>
            <ValueWords value={value} count={counts.get(fold(value)) ?? 0} />
            <Select
              label={`Whose journey “${value}” is`}
              hideLabel
              options={[
                { value: 'new', label: `New “${value}”` },
                { value: 'none', label: 'Nobody in particular' },
                ...(known.length > 0 ? [{ group: 'On this map', options: known }] : []),
              ]}
              value={landingValue(landing)}
              onChange={chosen => set(value, chosen)}
            />
          </li>
        ))}
      </ul>
    </ValueSection>
  )
}
