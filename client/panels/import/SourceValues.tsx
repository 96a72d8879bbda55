import { KINDS } from '#shared/model/kinds.ts'
import { useMap } from '../../store/MapContext.tsx'
import { NamedValues } from './NamedValues.tsx'
import type { ValuesProps } from './ValueSection.tsx'

/** Which source on the map each source of the file is. */
export function SourceValues({ values, choices, onChange }: ValuesProps) {
  const sources = useMap(({ map }) => map.sources)
  return (
    <NamedValues
      title="Where are they from?"
      entries={choices.sources}
      counts={values.sources}
      known={sources.map(source => ({ value: `existing ${source.id}`, label: KINDS.sources.title(source) }))}
      empty="No source"
      words={{
        field: value => (value ? `Which source “${value}” is` : 'Where rows without a source are from'),
        fresh: name => `New source “${name}”`,
        none: 'No source',
      }}
      onLand={(value, landing) => {
        const source = landing.to === 'new' ? { ...landing, method: '' } : landing
        const next = choices.sources.map(entry => (entry.value === value ? { ...entry, landing: source } : entry))
        onChange({ ...choices, sources: next })
      }}
    />
  )
}
