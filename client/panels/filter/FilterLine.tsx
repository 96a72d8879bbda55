import { isOpen } from '#shared/model/evidence/filter.ts'
import { useView } from '../../store/MapContext.tsx'
import { Later, later } from '../../ui/Later.tsx'

const FilterSaid = later(async () => (await import('./FilterSaid.tsx')).FilterSaid)

/** Says for as long as a filter is on that not all words count; nobody comes to a map with one. */
export function FilterLine() {
  const isOn = useView(({ filter }) => !isOpen(filter))
  return isOn && <Later part={FilterSaid} props={{}} />
}
