import ChevronDown from 'lucide-react/icons/chevron-down'
import { type ReactNode, useId, useState } from 'react'
import { Popover } from '../ui/Popover.tsx'
import styles from './Picker.module.css'
import { type Choice, Picker } from './Picker.tsx'

export type ChooserProps = {
  label: string
  /** What is chosen, in words. */
  shown: string
  /** Says in the field what can be found, as in “Find a team”. */
  search: string
  /** What is left for what was typed; an empty text means all. */
  find(wanted: string): readonly Choice[]
  /** What stands there when nothing is left. */
  none: ReactNode
  onChoose(choice: Choice): void
}

/** A field of a form in which one of many is chosen by its name: it looks like a select and opens a picker. */
export function Chooser({ label, shown, search, find, none, onChoose }: ChooserProps) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <div>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <Popover
        label={label}
        open={isOpen}
        onOpenChange={setOpen}
        className={styles.popover ?? ''}
        trigger={
          <button type="button" className={styles.opener} aria-labelledby={`${id} ${id}-value`}>
            <span id={`${id}-value`}>{shown}</span>
            <ChevronDown aria-hidden="true" />
          </button>
        }
      >
        <Picker
          label={search}
          find={find}
          none={none}
          onChoose={choice => {
            onChoose(choice)
            setOpen(false)
          }}
        />
      </Popover>
    </div>
  )
}
