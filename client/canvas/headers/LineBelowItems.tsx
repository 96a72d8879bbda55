import { LINES, type Line } from '#shared/drawing/lines.ts'
import type { Lane } from '#shared/model/kinds.ts'
import { changeLane } from '../../commands/grid.ts'
import { useOpenMap } from '../../store/MapContext.tsx'
import { MenuCheck, MenuLabel } from '../../ui/Menu.tsx'

/** Menu items that draw one of the lines of a service blueprint below a lane, or take it away. */
export function LineBelowItems({ id, lineBelow }: Pick<Lane, 'id' | 'lineBelow'>) {
  const open = useOpenMap()
  return (
    <>
      <MenuLabel>Line below</MenuLabel>
      {(Object.keys(LINES) as Line[]).map(line => (
        <MenuCheck
          key={line}
          checked={lineBelow === line}
          onChange={checked => changeLane(open, id, { lineBelow: checked ? line : null })}
        >
          {LINES[line]}
        </MenuCheck>
      ))}
    </>
  )
}
