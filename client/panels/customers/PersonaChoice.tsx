import ChevronDown from 'lucide-react/icons/chevron-down'
import Plus from 'lucide-react/icons/plus'
import { useCallback, useState } from 'react'
import { KINDS } from '#shared/model/kinds.ts'
import { useMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { matching } from '../finding.ts'
import { type Choice, Picker } from '../Picker.tsx'
import styles from './customers.module.css'

/** Ids of records never hold a space. */
const MAKE = 'make a new persona'
const NONE = 'no persona'

export type PersonaChoiceProps = {
  /** What is chosen, for those who hear it. */
  label: string
  /** What stands on the button. */
  shown: string
  onChoose(persona: string | null | { name: string }): void
}

/** A persona of the map, a new one by its name, or none. */
export function PersonaChoice({ label, shown, onChoose }: PersonaChoiceProps) {
  const [isOpen, setOpen] = useState(false)
  const personas = useMap(({ map }) => map.personas)
  const find = useCallback(
    (wanted: string): Choice[] => {
      const name = wanted.trim()
      const found: Choice[] = matching(personas, name, KINDS.personas.title).map(persona => ({
        id: persona.id,
        title: KINDS.personas.title(persona),
      }))
      if (!name) found.push({ id: NONE, title: 'No persona' })
      const isKnown = personas.some(persona => persona.name.toLocaleLowerCase() === name.toLocaleLowerCase())
      if (name && !isKnown) found.push({ id: MAKE, title: name, detail: 'new persona', icon: <Plus /> })
      return found
    },
    [personas],
  )
  return (
    <Popover
      label={label}
      open={isOpen}
      onOpenChange={setOpen}
      className={styles.popover ?? ''}
      trigger={
        <Button aria-label={`${label}: ${shown}`} className={styles.pick ?? ''}>
          <span>{shown}</span>
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      }
    >
      <Picker
        label="Find or name a persona"
        find={find}
        none="Type the name of a persona."
        onChoose={({ id, title }) => {
          onChoose(id === MAKE ? { name: title } : id === NONE ? null : id)
          setOpen(false)
        }}
      />
    </Popover>
  )
}
