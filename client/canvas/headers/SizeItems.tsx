import { canResize, type GridKind, resize, SIZE_WORDS } from '../../commands/grid.ts'
import { useMap, useOpenMap } from '../../store/MapContext.tsx'
import { MenuItem } from '../../ui/Menu.tsx'

/** Menu items that make a stage wider and narrower, and a lane taller and lower. */
export function SizeItems({ kind, id }: { kind: GridKind; id: string }) {
  const open = useOpenMap()
  const canShrink = useMap(({ map }) => canResize(map, kind, id, -1))
  return (
    <>
      <MenuItem onSelect={() => resize(open, kind, id, 1)}>{SIZE_WORDS[kind].more}</MenuItem>
      <MenuItem disabled={!canShrink} onSelect={() => resize(open, kind, id, -1)}>
        {SIZE_WORDS[kind].less}
      </MenuItem>
    </>
  )
}
