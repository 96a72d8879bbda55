import { type ReactNode, useMemo } from 'react'
import type { WordsFilter } from '#shared/model/evidence/filter.ts'
import { filterOptions } from '#shared/model/evidence/filterOptions.ts'
import { statusWords } from '#shared/model/evidence/sentence.ts'
import { useMap } from '../../store/MapContext.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { KIND_ICONS } from '../quotes/KindChip.tsx'
import { dayWords, KIND_WORDS } from '../quotes/quoteWords.ts'
import { Choices } from './Choices.tsx'
import styles from './filter.module.css'

export type FilterFieldsProps = {
  filter: WordsFilter
  onChange(part: Partial<WordsFilter>): void
  /** Something that leads on from the sources. */
  sources?: ReactNode
}

/** All by which words can be filtered, with how many each choice lets pass by itself. */
export function FilterFields({ filter, onChange, sources }: FilterFieldsProps) {
  const map = useMap(view => view.map)
  const options = useMemo(() => filterOptions(map), [map])
  const kinds = options.kinds.map(option => ({ ...option, label: KIND_WORDS[option.value] }))
  const states = options.states.map(option => {
    const label = option.value === null ? 'No claim' : statusWords(option.value, map.map.voicesNeeded).label
    return { ...option, label }
  })
  const spoken = options.from !== null && options.to !== null ? [options.from, options.to].map(dayWords) : []
  return (
    <>
      <Choices
        legend="What kind of words"
        options={kinds}
        chosen={filter.kinds}
        icon={kind => KIND_ICONS[kind]}
        onChange={chosen => onChange({ kinds: chosen })}
      />
      {map.personas.length > 0 && (
        <Choices
          legend="Whose words"
          options={options.personas}
          chosen={filter.personas}
          onChange={chosen => onChange({ personas: chosen })}
        />
      )}
      <Choices
        legend="Over which channel"
        options={options.channels}
        chosen={filter.channels}
        onChange={chosen => onChange({ channels: chosen })}
      />
      {map.sources.length > 0 && (
        <Choices
          legend="From which source"
          options={options.sources}
          chosen={filter.sources}
          onChange={chosen => onChange({ sources: chosen })}
          action={sources}
        />
      )}
      <Choices
        legend="About a claim that is"
        options={states}
        chosen={filter.states}
        onChange={chosen => onChange({ states: chosen })}
      />
      <fieldset>
        <legend className={styles.legend}>Said</legend>
        <div className={styles.days}>
          <TextField
            type="date"
            label="from"
            value={filter.from ?? ''}
            max={filter.to ?? '9999-12-31'}
            onChange={day => onChange({ from: day || null })}
          />
          <TextField
            type="date"
            label="to"
            value={filter.to ?? ''}
            min={filter.from ?? '0001-01-01'}
            max="9999-12-31"
            onChange={day => onChange({ to: day || null })}
          />
        </div>
        <p className={styles.hint}>
          {spoken.length > 0 ? `Quotes with a day are from ${spoken.join(' to ')}.` : 'No quote says its day.'}
        </p>
      </fieldset>
    </>
  )
}
