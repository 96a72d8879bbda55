import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import { TextField } from '../ui/TextField.tsx'
import styles from './Picker.module.css'

/** One thing that can be chosen, with a quiet word beside it. */
export type Choice = { id: string; title: string; detail?: string; icon?: ReactNode }

export type PickerProps = {
  label: string
  /** What is left for what was typed; an empty text means all. */
  find(wanted: string): readonly Choice[]
  /** What stands there when nothing is left. */
  none: ReactNode
  onChoose(choice: Choice): void
}

/** Finds one of many by its name: the field keeps the focus, arrows move through the list, Enter chooses. */
export function Picker({ label, find, none, onChoose }: PickerProps) {
  const [wanted, setWanted] = useState('')
  const [active, setActive] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const choices = useMemo(() => find(wanted), [find, wanted])
  const at = Math.min(active, choices.length - 1)
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = choices[at]
    if (step) setActive(Math.min(choices.length - 1, Math.max(0, at + step)))
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) chosen && onChoose(chosen)
    else return
    event.preventDefault()
  }
  return (
    <div className={styles.picker}>
      <TextField
        label={label}
        hideLabel
        placeholder={label}
        value={wanted}
        onChange={text => {
          setWanted(text)
          setActive(0)
        }}
        onKeyDown={press}
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={choices[at] ? `${id}-${at}` : undefined}
        autoComplete="off"
        autoFocus
      />
      {choices.length === 0 && <p className={styles.none}>{none}</p>}
      <div ref={list} id={id} role="listbox" aria-label={label} className={styles.list} tabIndex={-1}>
        {choices.map(({ id: key, title, detail, icon }, index) => (
          <button
            key={key}
            id={`${id}-${index}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={styles.choice}
            onPointerMove={() => setActive(index)}
            onClick={() => choices[index] && onChoose(choices[index])}
          >
            {icon}
            <span className={styles.title}>{title}</span>
            {detail !== undefined && <span className={styles.detail}>{detail}</span>}
          </button>
        ))}
      </div>
    </div>
  )
}
