import { useId, useMemo, useState } from 'react'
import { evidenceFollower } from '#shared/model/evidence/evidenceFollower.ts'
import { isOpen, NO_FILTER, type WordsFilter } from '#shared/model/evidence/filter.ts'
import { filterOptions } from '#shared/model/evidence/filterOptions.ts'
import { statusWords } from '#shared/model/evidence/sentence.ts'
import { useMap, useOpenMap, useView } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { KIND_ICONS } from '../quotes/KindChip.tsx'
import { dayWords, KIND_WORDS } from '../quotes/quoteWords.ts'
import { Choices } from './Choices.tsx'
import { Counted } from './Counted.tsx'
import styles from './filter.module.css'

/** Whose words count in every number, quote and curve that this person sees; it is nobody else’s. */
export function FilterForm({ onClose }: { onClose(): void }) {
  const open = useOpenMap()
  const map = useMap(view => view.map)
  const filter = useView(view => view.filter)
  // Of all words, as the numbers beside the options are.
  const [countAll] = useState(evidenceFollower)
  const options = useMemo(
    () => filterOptions(map, countAll(map, new Date().toISOString().slice(0, 10))),
    [map, countAll],
  )
  const title = useId()
  const change = (part: Partial<WordsFilter>) => open.view.setState({ filter: { ...filter, ...part } })
  const kinds = options.kinds.map(option => ({ ...option, label: KIND_WORDS[option.value] }))
  const states = options.states.map(option => {
    const label = option.value === null ? 'No claim' : statusWords(option.value, map.map.voicesNeeded).label
    return { ...option, label }
  })
  const spoken = options.from !== null && options.to !== null ? [options.from, options.to].map(dayWords) : []
  return (
    <section className={styles.form} aria-labelledby={title}>
      <div>
        <h2 id={title} className={styles.title}>
          Which quotes count
        </h2>
        <p className={styles.hint}>Only for you. Every number, quote and curve follows.</p>
      </div>
      <Choices
        legend="What kind of words"
        options={kinds}
        chosen={filter.kinds}
        icon={kind => KIND_ICONS[kind]}
        onChange={chosen => change({ kinds: chosen })}
      />
      {map.personas.length > 0 && (
        <Choices
          legend="Whose words"
          options={options.personas}
          chosen={filter.personas}
          onChange={chosen => change({ personas: chosen })}
        />
      )}
      <Choices
        legend="Over which channel"
        options={options.channels}
        chosen={filter.channels}
        onChange={chosen => change({ channels: chosen })}
      />
      {map.sources.length > 0 && (
        <Choices
          legend="From which source"
          options={options.sources}
          chosen={filter.sources}
          onChange={chosen => change({ sources: chosen })}
          action={
            <button
              type="button"
              className={styles.more}
              onClick={() => {
                onClose()
                open.view.setState({ dialog: 'sources' })
              }}
            >
              How many were asked
            </button>
          }
        />
      )}
      <Choices
        legend="About a claim that is"
        options={states}
        chosen={filter.states}
        onChange={chosen => change({ states: chosen })}
      />
      <fieldset>
        <legend className={styles.legend}>Said</legend>
        <div className={styles.days}>
          <TextField
            type="date"
            label="from"
            value={filter.from ?? ''}
            max={filter.to ?? '9999-12-31'}
            onChange={day => change({ from: day || null })}
          />
          <TextField
            type="date"
            label="to"
            value={filter.to ?? ''}
            min={filter.from ?? '0001-01-01'}
            max="9999-12-31"
            onChange={day => change({ to: day || null })}
          />
        </div>
        <p className={styles.hint}>
          {spoken.length > 0 ? `Quotes with a day are from ${spoken.join(' to ')}.` : 'No quote says its day.'}
        </p>
      </fieldset>
      <div className={styles.foot}>
        <p className={styles.counted}>
          <Counted />
        </p>
        <Button size="small" disabled={isOpen(filter)} onClick={() => open.view.setState({ filter: NO_FILTER })}>
          Show all
        </Button>
        <Button size="small" variant="primary" onClick={onClose}>
          Done
        </Button>
      </div>
    </section>
  )
}
