import MoreHorizontal from 'lucide-react/icons/ellipsis'
import type { Lane } from '#shared/model/kinds.ts'
import { addLane, shift } from '../../commands/grid.ts'
import { remove } from '../../commands/remove.ts'
import { useOpenMap } from '../../store/MapContext.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx'
import { LineBelowItems } from './LineBelowItems.tsx'

export type LaneMenuProps = {
  lane: Lane
  /** Its name as it is shown. */
  shown: string
  /** How many lanes are above and below. */
  before: number
  after: number
  onRename(): void
}

/** What can be done with a lane. */
export function LaneMenu({ lane: { id, kind, lineBelow }, shown, before, after, onRename }: LaneMenuProps) {
  const open = useOpenMap()
  const next = () => open.map.getState().map.lanes[before + 1]?.id ?? null
  return (
    <Menu
      label={`Lane ${shown}`}
      side="right"
      trigger={
        <IconButton label={`More for lane ${shown}`} size="small" tooltipSide="right">
          <MoreHorizontal size={16} />
        </IconButton>
      }
    >
      <MenuItem shortcut="F2" onSelect={onRename}>
        Rename
      </MenuItem>
      <MenuLine />
      <MenuItem disabled={before === 0} onSelect={() => shift(open, 'lanes', id, -1)}>
        Move up
      </MenuItem>
      <MenuItem disabled={after === 0} onSelect={() => shift(open, 'lanes', id, 1)}>
        Move down
      </MenuItem>
      <MenuLine />
      <MenuItem onSelect={() => addLane(open, kind, id)}>Add a lane above</MenuItem>
      <MenuItem onSelect={() => addLane(open, kind, next())}>Add a lane below</MenuItem>
      <MenuLine />
      <LineBelowItems id={id} lineBelow={lineBelow} />
      <MenuLine />
      <MenuItem danger hint="Its cards move to “Unsorted”" onSelect={() => remove(open, 'lanes', [id])}>
        Remove lane
      </MenuItem>
    </Menu>
  )
}
