import { KINDS } from '#shared/model/kinds.ts'
import { useMap } from '../../store/MapContext.tsx'
import { NamedValues } from './NamedValues.tsx'
import type { ValuesProps } from './ValueSection.tsx'

/** Whose journey customers of each value travel. */
export function PersonaValues({ values, choices, onChange }: ValuesProps) {
  const personas = useMap(({ map }) => map.personas)
  return (
    <NamedValues
      title="Whose journey is it?"
      entries={choices.personas}
      counts={values.personas}
      known={personas.map(persona => ({ value: `existing ${persona.id}`, label: KINDS.personas.title(persona) }))}
      words={{
        field: value => `Whose journey “${value}” is`,
        fresh: name => `New “${name}”`,
        none: 'Nobody in particular',
      }}
      onLand={(value, landing) => {
        const next = choices.personas.map(entry => (entry.value === value ? { ...entry, landing } : entry))
        onChange({ ...choices, personas: next })
      }}
    />
  )
}
