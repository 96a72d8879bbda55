import { useStore as useFlow } from '@xyflow/react'
import AlignVerticalSpaceAround from 'lucide-react/icons/align-vertical-space-around'
import ArrowRightLeft from 'lucide-react/icons/arrow-right-left'
import Group from 'lucide-react/icons/group'
import Ungroup from 'lucide-react/icons/ungroup'
import { useStore } from 'zustand'
import { union } from '#shared/model/layout/MapLayout.ts'
import { command } from '../../commands/registry.ts'
import { hiding } from '../../commands/tidy.ts'
import { canTurn, TURN_WORDS, turnSelected } from '../../commands/turns.ts'
import { useCanEdit, useMap, useOpenMap, useView } from '../../store/MapContext.tsx'
import type { Turn } from '../../store/viewState.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { useCanvas } from '../canvasState.ts'
import type { CanvasScene } from '../scene/buildScene.ts'
import type { HeaderSizes } from '../viewport/headerSizes.ts'
import styles from './NoteBar.module.css'

const TURNS: readonly Turn[] = ['touchpoint', 'painPoint', 'opportunity', 'assumption']
/** Pixels of the bar, and between it and the notes. */
const HEIGHT = 36
const WIDTH = 330
const GAP = 10

/** What can be done with the selected notes, right above them; nothing while anything else is selected too. */
export function NoteBar({ scene, sizes }: { scene: CanvasScene; sizes: HeaderSizes }) {
  const canEdit = useCanEdit()
  const selected = useView(view => view.selected)
  const editing = useView(view => view.editing !== null)
  const { state } = useCanvas()
  const busy = useStore(state, ({ drag, link, lasso }) => drag !== null || link !== null || lasso !== null)
  const lassoed = useFlow(flow => flow.userSelectionActive)
  const only = selected.length > 0 && selected.every(id => scene.notes.has(id))
  return canEdit && only && !editing && !busy && !lassoed ? (
    <Bar selected={selected} scene={scene} sizes={sizes} />
  ) : null
}

function Bar({ selected, scene, sizes }: { selected: readonly string[]; scene: CanvasScene; sizes: HeaderSizes }) {
  const open = useOpenMap()
  // What a command can do depends on the map as it is now.
  useMap(view => view.map.notes)
  const { layout } = scene
  const overlapping = useStore(hiding, ({ hidden }) =>
    hidden.some(({ id, by }) => selected.includes(id) || selected.includes(by)),
  )
  const [first, ...others] = selected.flatMap(id => layout.groups.get(id)?.frame ?? layout.notes.get(id) ?? [])
  const area = first && others.reduce(union, first)
  const style = useFlow(({ transform: [x, y, zoom], width, height }) => {
    if (!area) return null
    const [top, bottom] = [area.y * zoom + y, (area.y + area.height) * zoom + y]
    const [left, right] = [area.x * zoom + x, (area.x + area.width) * zoom + x]
    if (bottom < sizes.stageHeight || top > height || left > width || right < sizes.laneWidth) return null
    const least = { x: sizes.laneWidth + 8, y: sizes.stageHeight + 8 }
    const above = top - HEIGHT - GAP
    const below = bottom + GAP
    // Below where there is no room above, and over the notes only where they fill the canvas.
    const down = above >= least.y ? above : below + HEIGHT < height ? below : least.y
    const across = Math.max(least.x, Math.min(left, width - WIDTH))
    return `translate(${Math.round(across)}px, ${Math.round(down)}px)`
  })
  if (style === null) return null
  const [group, byAuthor, ungroup] = [command('notes.group'), command('notes.byAuthor'), command('notes.ungroup')]
  const many = selected.length > 1
  const tidy = command('tidy')
  return (
    <div className={`nopan nodrag ${styles.bar}`} style={{ transform: style }} role="toolbar" aria-label="Notes">
      {canTurn(open) && (
        <Menu
          label="Turn into"
          trigger={
            <Button size="small" variant="quiet" icon={<ArrowRightLeft size={16} />}>
              Turn into
            </Button>
          }
        >
          {TURNS.map(into => (
            <MenuItem key={into} onSelect={() => turnSelected(open, into)}>
              {TURN_WORDS[into].name}
            </MenuItem>
          ))}
        </Menu>
      )}
      {many && (
        <Menu
          label="Group"
          trigger={
            <Button size="small" variant="quiet" icon={<Group size={16} />}>
              Group
            </Button>
          }
        >
          <MenuItem {...(group.keys[0] ? { shortcut: group.keys[0] } : {})} onSelect={() => group.run(open)}>
            Under a heading
          </MenuItem>
          <MenuItem onSelect={() => byAuthor.run(open)}>By author</MenuItem>
        </Menu>
      )}
      {overlapping && (
        <Button
          size="small"
          variant="quiet"
          icon={<AlignVerticalSpaceAround size={16} />}
          onClick={() => tidy.run(open)}
        >
          Tidy
        </Button>
      )}
      {ungroup.can(open) && (
        <Button size="small" variant="quiet" icon={<Ungroup size={16} />} onClick={() => ungroup.run(open)}>
          Ungroup
        </Button>
      )}
    </div>
  )
}
