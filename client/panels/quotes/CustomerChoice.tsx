import CircleHelp from 'lucide-react/icons/circle-question-mark'
import UserPlus from 'lucide-react/icons/user-plus'
import { useCallback } from 'react'
import { lookUp } from '../../store/lookUp.ts'
import { useMap } from '../../store/MapContext.tsx'
import { Chooser } from '../Chooser.tsx'
import { matching } from '../finding.ts'
import type { Choice } from '../Picker.tsx'
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
  return (
    <Chooser
      label="Customer"
      shown={value === 'new' ? NEW.title : speakerWords(lookUp(customers, value))}
      search="Find a customer"
      find={find}
      none=""
      onChoose={({ id }) => onChange(id)}
    />
  )
}
