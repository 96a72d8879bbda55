import { useView } from '../../store/MapContext.tsx'
import { Later, later } from '../../ui/Later.tsx'
import { useMayContribute } from './useMayContribute.ts'

export type ContributeProps = {
  /** Opens the map anew under the name that was just said. */
  onNamed(): void
  /** Brings a card or a note into view. */
  onReveal(id: string): void
}

const Contributing = later(async () => (await import('./Contributing.tsx')).Contributing)

/**
 * What people add who may not edit: contributors, and editors while the map is locked. A form that is open stays when
 * the map is unlocked meanwhile, so that nobody loses their sentence to it.
 */
export function Contribute(props: ContributeProps) {
  const may = useMayContribute()
  const isOpen = useView(view => view.contributing !== null)
  return may || isOpen ? <Later part={Contributing} props={{ ...props, may }} /> : null
}
