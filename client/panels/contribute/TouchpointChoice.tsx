import Inbox from 'lucide-react/icons/inbox'
import { useCallback, useMemo } from 'react'
import { KINDS } from '#shared/model/kinds.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useMap } from '../../store/MapContext.tsx'
import { Chooser } from '../Chooser.tsx'
import { matching } from '../finding.ts'
import type { Choice } from '../Picker.tsx'
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
    <Chooser
      label="Touchpoint"
      shown={chosen ? KINDS.touchpoints.title(chosen) : NONE.title}
      search="Find a touchpoint"
      find={find}
      none="No touchpoint is called that."
      onChoose={({ id }) => onChange(id)}
    />
  )
}
