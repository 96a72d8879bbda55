import MoreHorizontal from 'lucide-react/icons/ellipsis'
import type { ReactNode } from 'react'
import { addLane, addStage, shift } from '../../commands/grid.ts'
import { remove } from '../../commands/remove.ts'
import { type OpenMap, useOpenMap } from '../../store/MapContext.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx'

/** What is called differently for stages, which go on to the right, and for lanes, which go on downwards. */
const WORDS = {
  stages: {
    one: 'stage',
    back: 'Move left',
    on: 'Move right',
    before: 'Add a stage before',
    after: 'Add a stage after',
  },
  lanes: { one: 'lane', back: 'Move up', on: 'Move down', before: 'Add a lane above', after: 'Add a lane below' },
} as const

export type HeaderMenuProps = {
  kind: 'stages' | 'lanes'
  id: string
  /** Its name as it is shown. */
  shown: string
  /** How many of its kind come before and after. */
  before: number
  after: number
  onRename(): void
  /** What only this kind has. */
  children: ReactNode
}

/** Adds another of the same kind before a stage or a lane (null: at the end); a lane is of the same kind of lane. */
function addBefore(open: OpenMap, kind: HeaderMenuProps['kind'], id: string, before: string | null): void {
  if (kind === 'stages') addStage(open, before)
  else addLane(open, open.map.getState().map.lanes.find(lane => lane.id === id)?.kind ?? 'steps', before)
}

/** What can be done with a stage or a lane. */
export function HeaderMenu({ kind, id, shown, before, after, onRename, children }: HeaderMenuProps) {
  const open = useOpenMap()
  const words = WORDS[kind]
  const isLane = kind === 'lanes'
  const next = () => open.map.getState().map[kind][before + 1]?.id ?? null
  return (
    <Menu
      label={`${isLane ? 'Lane' : 'Stage'} ${shown}`}
      {...(isLane ? { side: 'right' } : {})}
      trigger={
        <IconButton label={`More for ${words.one} ${shown}`} size="small" {...(isLane ? { tooltipSide: 'right' } : {})}>
          <MoreHorizontal size={16} />
        </IconButton>
      }
    >
      <MenuItem shortcut="F2" onSelect={onRename}>
        Rename
      </MenuItem>
      <MenuLine />
      <MenuItem disabled={before === 0} onSelect={() => shift(open, kind, id, -1)}>
        {words.back}
      </MenuItem>
      <MenuItem disabled={after === 0} onSelect={() => shift(open, kind, id, 1)}>
        {words.on}
      </MenuItem>
      {children}
      <MenuLine />
      <MenuItem onSelect={() => addBefore(open, kind, id, id)}>{words.before}</MenuItem>
      <MenuItem onSelect={() => addBefore(open, kind, id, next())}>{words.after}</MenuItem>
      <MenuLine />
      <MenuItem danger hint="Its cards move to “Unsorted”" onSelect={() => remove(open, kind, [id])}>
        Remove {words.one}
      </MenuItem>
    </Menu>
  )
}
