import ListFilter from 'lucide-react/icons/list-filter'
import { isOpen as isOff } from '#shared/model/evidence/filter.ts'
import { useView } from '../../store/MapContext.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Later, later } from '../../ui/Later.tsx'
import { Popover } from '../../ui/Popover.tsx'

const FilterForm = later(async () => (await import('./FilterForm.tsx')).FilterForm)

export type FilterButtonProps = { open: boolean; onOpenChange(open: boolean): void; className?: string }

/** Opens the choice of whose words count. It stays pressed while not all of them do. */
export function FilterButton({ open, onOpenChange, className = '' }: FilterButtonProps) {
  const isOn = useView(({ filter }) => !isOff(filter))
  return (
    <Popover
      label="Filter quotes"
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <IconButton label="Filter quotes" shortcut="F" pressed={isOn} className={className}>
          <ListFilter size={18} />
        </IconButton>
      }
    >
      <Later part={FilterForm} props={{ onClose: () => onOpenChange(false) }} />
    </Popover>
  )
}
