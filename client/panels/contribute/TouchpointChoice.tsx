import ChevronDown from 'lucide-react/icons/chevron-down'
import Inbox from 'lucide-react/icons/inbox'
import { useCallback, useId, useMemo, useState } from 'react'
import { KINDS } from '#shared/model/kinds.ts'
import { useMap } from '../../store/MapContext.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { matching } from '../finding.ts'
import { lookUp } from '../lookUp.ts'
import pickers from '../Picker.module.css'
import { type Choice, Picker } from '../Picker.tsx'
import { placesOf } from '../places.ts'

const NONE: Choice = { id: '', title: 'Not sure yet', icon: <Inbox />, detail: 'placed later' }

export type TouchpointChoiceProps = {
  /** A touchpoint's id, or '' for none. */
  value: string
  onChange(touchpoint: string): void
}

/** What a quote is about: one of the map's touchpoints, found by its name, or none yet. */
export function TouchpointChoice({ value, onChange }: TouchpointChoiceProps) {
  const map = useMap(view => view.map)
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const places = useMemo(() => placesOf(map), [map])
  const find = useCallback(
    (wanted: string): Choice[] => {
      const found = matching(places, wanted, place => `${place.title} ${place.detail}`)
      return wanted.trim() === '' ? [NONE, ...found] : found
    },
    [places],
  )
  const chosen = lookUp(map.touchpoints, value)
  return (
    <div>
      <span id={id} className={pickers.label}>
        Touchpoint
      </span>
      <Popover
        label="Touchpoint"
        open={isOpen}
        onOpenChange={setOpen}
        className={pickers.popover ?? ''}
        trigger={
          <button type="button" className={pickers.opener} aria-labelledby={`${id} ${id}-value`}>
            <span id={`${id}-value`}>{chosen ? KINDS.touchpoints.title(chosen) : NONE.title}</span>
            <ChevronDown aria-hidden="true" />
          </button>
        }
      >
        <Picker
          label="Find a touchpoint"
          find={find}
          none="No touchpoint is called that."
          onChoose={choice => {
            onChange(choice.id)
            setOpen(false)
          }}
        />
      </Popover>
    </div>
  )
}
