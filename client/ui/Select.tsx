import ChevronDown from 'lucide-react/icons/chevron-down'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './Field.module.css'
import { Field, type FieldWords } from './Field.tsx'

export type Option<Value extends string> = { value: Value; label: string; disabled?: boolean }

export type SelectProps<Value extends string> = Omit<
  ComponentProps<'select'>,
  'onChange' | 'value' | 'size' | 'multiple' | 'children' | 'id'
> &
  FieldWords & {
    value: Value
    options: readonly (Option<Value> | { group: string; options: readonly Option<Value>[] })[]
    onChange(value: Value): void
  }

/** One of a list; the browser's own, so that phones and screen readers bring what they are used to. */
export function Select<Value extends string>({
  label,
  hideLabel,
  hint,
  error,
  options,
  onChange,
  className,
  ...rest
}: SelectProps<Value>) {
  const flat = options.flatMap(entry => ('group' in entry ? entry.options : [entry]))
  const choose = (chosen: string) => {
    const option = flat.find(one => one.value === chosen)
    if (option) onChange(option.value)
  }
  return (
    <Field label={label} {...(hideLabel === undefined ? {} : { hideLabel })} hint={hint} error={error}>
      {wiring => (
        <div className={styles.selectBox}>
          <select
            {...rest}
            {...wiring}
            className={cx(styles.control, styles.select, className)}
            onChange={event => choose(event.currentTarget.value)}
          >
            {options.map(entry =>
              'group' in entry ? (
                <optgroup key={`group ${entry.group}`} label={entry.group}>
                  {entry.options.map(item)}
                </optgroup>
              ) : (
                item(entry)
              ),
            )}
          </select>
          <ChevronDown aria-hidden="true" />
        </div>
      )}
    </Field>
  )
}

function item({ value, label, disabled = false }: Option<string>): ReactNode {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  )
}
