import { type ReactNode, useState } from 'react'
import type { FilterOption } from '#shared/model/evidence/filterOptions.ts'
import styles from './filter.module.css'

/** More are shown when somebody asks. */
const SHOWN = 8

export type ChoicesProps<Value> = {
  legend: string
  options: readonly FilterOption<Value>[]
  chosen: readonly Value[]
  icon?(value: Value): ReactNode
  /** Something that leads on from here. */
  action?: ReactNode
  /** None lets all pass. */
  onChange(chosen: Value[]): void
}

/** Some of a list, each pressed or not, with how many quotes it has. One that everything belongs to chooses nothing. */
export function Choices<Value extends string | null>({
  legend,
  options,
  chosen,
  icon = () => null,
  action,
  onChange,
}: ChoicesProps<Value>) {
  const [isAll, setAll] = useState(false)
  const isLong = options.length > SHOWN + 1
  const shown = isAll || !isLong ? options : options.filter((o, at) => at < SHOWN || chosen.includes(o.value))
  // A chosen thing that somebody has deleted meanwhile can still be let go.
  const lost = chosen.filter(value => !options.some(option => option.value === value))
  if (options.length < 2 && chosen.length === 0) return null
  const toggle = (value: Value) =>
    onChange(chosen.includes(value) ? chosen.filter(other => other !== value) : [...chosen, value])
  return (
    <fieldset>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.options}>
        {shown.map(({ value, label, quotes }) => (
          <button
            key={String(value)}
            type="button"
            className={styles.option}
            aria-pressed={chosen.includes(value)}
            title={label}
            onClick={() => toggle(value)}
          >
            {icon(value)}
            <span className={styles.word} dir="auto">
              {label}
            </span>
            <span className={styles.number}>{quotes.toLocaleString('en-GB')}</span>
          </button>
        ))}
        {lost.map(value => (
          <button
            key={`lost ${value}`}
            type="button"
            className={styles.option}
            aria-pressed="true"
            onClick={() => toggle(value)}
          >
            No longer on the map
          </button>
        ))}
        {action}
        {isLong && (
          <button type="button" className={styles.more} aria-expanded={isAll} onClick={() => setAll(!isAll)}>
            {isAll ? 'Show fewer' : `Show all ${options.length.toLocaleString('en-GB')}`}
          </button>
        )}
      </div>
    </fieldset>
  )
}
