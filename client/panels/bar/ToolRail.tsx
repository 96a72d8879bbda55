import Hand from 'lucide-react/icons/hand'
import MousePointer2 from 'lucide-react/icons/mouse-pointer-2'
import Quote from 'lucide-react/icons/quote'
import SquarePen from 'lucide-react/icons/square-pen'
import StickyNote from 'lucide-react/icons/sticky-note'
import Workflow from 'lucide-react/icons/workflow'
import type { ReactNode } from 'react'
import { command } from '../../commands/registry.ts'
import { useCanEdit, useOpenMap, useView } from '../../store/MapContext.tsx'
import type { Tool } from '../../store/viewState.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './ToolRail.module.css'

const ICONS: Record<Tool, ReactNode> = {
  select: <MousePointer2 size={18} />,
  touchpoint: <SquarePen size={18} />,
  note: <StickyNote size={18} />,
  link: <Workflow size={18} />,
  hand: <Hand size={18} />,
}

const EDITING: readonly Tool[] = ['select', 'touchpoint', 'note', 'link', 'hand']
const READING: readonly Tool[] = ['select', 'hand']

/** A key as it stands on the keyboard. */
function keyLabel(key: string | undefined): string | undefined {
  return key?.length === 1 ? key.toUpperCase() : key
}

/** The tools at the left, each with its key in the tooltip, and the door to the quotes. */
export function ToolRail() {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const tool = useView(view => view.tool)
  const trayOpen = useView(view => view.trayOpen)
  const tray = command('tray')
  return (
    <div className={styles.rail} role="toolbar" aria-label="Tools" aria-orientation="vertical">
      {(canEdit ? EDITING : READING).map(name => {
        const { title, keys, run } = command(`tool.${name}`)
        const shortcut = keyLabel(keys[0])
        return (
          <IconButton
            key={name}
            label={title}
            {...(shortcut ? { shortcut } : {})}
            tooltipSide="right"
            pressed={tool === name}
            onClick={() => run(open)}
          >
            {ICONS[name]}
          </IconButton>
        )
      })}
      <hr className={styles.line} />
      <IconButton label={tray.title} shortcut="Q" tooltipSide="right" pressed={trayOpen} onClick={() => tray.run(open)}>
        <Quote size={18} />
      </IconButton>
    </div>
  )
}
