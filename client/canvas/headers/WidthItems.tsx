import { STAGE_WIDTH } from '#shared/model/layout/MapLayout.ts'
import { widen } from '../../commands/grid.ts'
import { useMap, useOpenMap } from '../../store/MapContext.tsx'
import { MenuItem } from '../../ui/Menu.tsx'

/** Menu items that make a stage wider and narrower by a card. */
export function WidthItems({ id }: { id: string }) {
  const open = useOpenMap()
  const narrow = useMap(({ map }) => (map.stages.find(stage => stage.id === id)?.width ?? 0) <= STAGE_WIDTH)
  return (
    <>
      <MenuItem onSelect={() => widen(open, id, 1)}>Wider</MenuItem>
      <MenuItem disabled={narrow} onSelect={() => widen(open, id, -1)}>
        Narrower
      </MenuItem>
    </>
  )
}
