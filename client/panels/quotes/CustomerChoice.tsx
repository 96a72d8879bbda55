import ChevronDown from 'lucide-react/icons/chevron-down'
import CircleHelp from 'lucide-react/icons/circle-question-mark'
import UserPlus from 'lucide-react/icons/user-plus'
import { useCallback, useId, useState } from 'react'
import { useMap } from '../../store/MapContext.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { matching } from '../finding.ts'
import { lookUp } from '../lookUp.ts'
import styles from '../Picker.module.css'
import { type Choice, Picker } from '../Picker.tsx'
import { speakerWords } from './quoteWords.ts'

const NEW: Choice = { id: 'new', title: 'Another customer', icon: <UserPlus />, detail: 'gets the next number' }
const UNKNOWN: Choice = { id: '', title: 'Unknown customer', icon: <CircleHelp />, detail: 'fills no ring' }

export type CustomerChoiceProps = {
  /** A customer's id, `new`, or '' for unknown. */
  value: string
  onChange(customer: string): void
  knownOnly?: boolean
}

/** Who said it: somebody who is on the map, somebody new, or nobody knows. */
export function CustomerChoice({ value, onChange, knownOnly = false }: CustomerChoiceProps) {
  const customers = useMap(({ map }) => map.customers)
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const find = useCallback(
    (wanted: string): Choice[] => {
      const known = matching(customers, wanted, speakerWords)
      return [
        ...(knownOnly ? [] : [NEW]),
        UNKNOWN,
        ...known.map(customer => ({ id: customer.id, title: speakerWords(customer) })),
      ]
    },
    [customers, knownOnly],
  )
  const shown = value === 'new' ? NEW.title : speakerWords(lookUp(customers, value))
  return (
    <div>
      <span id={id} className={styles.label}>
        Customer
      </span>
      <Popover
        label="Customer"
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
          label="Find a customer"
          find={find}
          none=""
          onChoose={choice => {
            onChange(choice.id)
            setOpen(false)
          }}
        />
      </Popover>
    </div>
  )
}
