import { useCallback, useMemo } from 'react'
import { useMap } from '../store/MapContext.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { matching } from './finding.ts'
import { Picker } from './Picker.tsx'
import { placesOf } from './places.ts'

export type PlaceOnProps = {
  /** What is placed, as in “Place 3 quotes on…”. */
  title: string
  onPlace(touchpoint: string): void
  onClose(): void
}

/** Chooses a touchpoint by its name or its stage's. */
export function PlaceOn({ title, onPlace, onClose }: PlaceOnProps) {
  const map = useMap(view => view.map)
  const places = useMemo(() => placesOf(map), [map])
  const find = useCallback(
    (wanted: string) => matching(places, wanted, place => `${place.title} ${place.detail}`),
    [places],
  )
  return (
    <Dialog open onOpenChange={isOpen => !isOpen && onClose()} title={title} size="small">
      <Picker
        label="Find a touchpoint"
        find={find}
        none={places.length === 0 ? 'There is no touchpoint on the map yet.' : 'No touchpoint is called that.'}
        onChoose={({ id }) => {
          onPlace(id)
          onClose()
        }}
      />
    </Dialog>
  )
}
