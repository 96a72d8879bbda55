import MoreHorizontal from 'lucide-react/icons/ellipsis'
import { STAGE_WIDTH } from '#shared/model/layout/MapLayout.ts'
import { addStage, shift, widen } from '../../commands/grid.ts'
import { remove } from '../../commands/remove.ts'
import { useMap, useOpenMap } from '../../store/MapContext.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx'

export type StageMenuProps = {
  id: string
  /** Its name as it is shown. */
  shown: string
  /** How many stages are to the left and to the right. */
  before: number
  after: number
  onRename(): void
}

/** What can be done with a stage. */
export function StageMenu({ id, shown, before, after, onRename }: StageMenuProps) {
  const open = useOpenMap()
  const narrow = useMap(({ map }) => (map.stages.find(stage => stage.id === id)?.width ?? 0) <= STAGE_WIDTH)
  const next = () => open.map.getState().map.stages[before + 1]?.id ?? null
  return (
    <Menu
      label={`Stage ${shown}`}
      trigger={
        <IconButton label={`More for stage ${shown}`} size="small">
          <MoreHorizontal size={16} />
        </IconButton>
      }
    >
      <MenuItem shortcut="F2" onSelect={onRename}>
        Rename
      </MenuItem>
      <MenuLine />
      <MenuItem disabled={before === 0} onSelect={() => shift(open, 'stages', id, -1)}>
        Move left
      </MenuItem>
      <MenuItem disabled={after === 0} onSelect={() => shift(open, 'stages', id, 1)}>
        Move right
      </MenuItem>
      <MenuItem onSelect={() => widen(open, id, 1)}>Wider</MenuItem>
      <MenuItem disabled={narrow} onSelect={() => widen(open, id, -1)}>
        Narrower
      </MenuItem>
      <MenuLine />
      <MenuItem onSelect={() => addStage(open, id)}>Add a stage before</MenuItem>
      <MenuItem onSelect={() => addStage(open, next())}>Add a stage after</MenuItem>
      <MenuLine />
      <MenuItem danger hint="Its cards move to “Unsorted”" onSelect={() => remove(open, 'stages', [id])}>
        Remove stage
      </MenuItem>
    </Menu>
  )
}
