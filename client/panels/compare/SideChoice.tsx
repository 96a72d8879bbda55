import { useId } from 'react'
import { isDay } from '#shared/model/field.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { knownMaps } from '../../api/tokens.ts'
import { useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './compare.module.css'
import { fetchMap, readMap } from './otherMap.ts'
import type { Chosen } from './sides.ts'

export type SideChoiceProps = {
  /** A or B. */
  letter: string
  chosen: Chosen
  /** A change of what was chosen before it is dropped when something else was chosen meanwhile. */
  onChange(next: Chosen | ((before: Chosen) => Chosen)): void
}

/** Ids stand in the choice with a word before them, so that none is taken for one of its own words. */
function optionOf(chosen: Chosen): string {
  if (chosen.of === 'persona') return chosen.persona === null ? 'none' : `persona ${chosen.persona}`
  return chosen.of === 'map' ? `map ${chosen.id}` : chosen.of
}

/** Chooses what stands on one side: whose words, of when, or another map of this browser or from a file. */
export function SideChoice({ letter, chosen, onChange }: SideChoiceProps) {
  const open = useOpenMap()
  const personas = useMap(({ map }) => map.personas)
  const file = useId()
  const others = knownMaps().filter(({ id }) => id !== open.id)
  const load = (wish: Extract<Chosen, { read: unknown }>, reading: ReturnType<typeof readMap>) => {
    onChange(wish)
    void reading.then(read => onChange(now => (now === wish ? { ...wish, read } : now)))
  }
  const choose = (value: string) => {
    if (value === 'all') onChange({ of: 'all' })
    else if (value === 'time') onChange({ of: 'time', from: null, to: null })
    else if (value === 'none') onChange({ of: 'persona', persona: null })
    else if (value === 'file') document.getElementById(file)?.click()
    else if (value.startsWith('persona ')) onChange({ of: 'persona', persona: value.slice('persona '.length) })
    else {
      const other = others.find(({ id }) => `map ${id}` === value)
      if (!other) return
      const wish: Chosen = { of: 'map', id: other.id, name: other.title || 'Untitled map', read: null }
      load(wish, fetchMap(other.id, AbortSignal.timeout(60_000)))
    }
  }
  const failed = (chosen.of === 'map' || chosen.of === 'file') && chosen.read?.ok === false ? chosen.read.message : null
  const waiting = (chosen.of === 'map' || chosen.of === 'file') && chosen.read === null
  return (
    <div className={styles.choice}>
      <Select
        label={`Side ${letter}`}
        value={optionOf(chosen)}
        onChange={choose}
        error={failed}
        hint={waiting ? 'Reading the other map' : undefined}
        options={[
          {
            group: 'This map',
            options: [
              { value: 'all', label: 'Everybody' },
              { value: 'time', label: 'A span of time' },
            ],
          },
          ...(personas.length === 0
            ? []
            : [
                {
                  group: 'Whose journey',
                  options: [
                    ...personas.map(record => ({
                      value: `persona ${record.id}`,
                      label: KINDS.personas.title(record),
                    })),
                    { value: 'none', label: 'No persona' },
                  ],
                },
              ]),
          {
            group: 'Another map',
            options: [
              ...others.map(({ id, title }) => ({ value: `map ${id}`, label: title || 'Untitled map' })),
              { value: 'file', label: chosen.of === 'file' ? chosen.name : 'An exported file (JSON)' },
            ],
          },
        ]}
      />
      <input
        id={file}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={`File for side ${letter}`}
        onChange={event => {
          const [given] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          if (given) load({ of: 'file', name: given.name, read: null }, readMap(given))
        }}
      />
      {chosen.of === 'time' && (
        <div className={styles.days}>
          {(['from', 'to'] as const).map(end => (
            <TextField
              key={end}
              type="date"
              label={end === 'from' ? 'From' : 'To'}
              value={chosen[end] ?? ''}
              onChange={day => (day === '' || isDay(day)) && onChange({ ...chosen, [end]: day || null })}
            />
          ))}
        </div>
      )}
    </div>
  )
}
