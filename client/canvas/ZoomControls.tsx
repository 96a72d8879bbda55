import ALargeSmall from 'lucide-react/icons/a-large-small'
import MapIcon from 'lucide-react/icons/map'
import Maximize from 'lucide-react/icons/maximize'
import Minus from 'lucide-react/icons/minus'
import Plus from 'lucide-react/icons/plus'
import { memo } from 'react'
import { useStore } from 'zustand'
import type { MapLayout } from '#shared/model/layout/MapLayout.ts'
import { canvasActions, canvasControls } from '../commands/canvasControls.ts'
import { minimap, toggleMinimap } from '../commands/minimap.ts'
import { setTextSize, TEXT_SIZE_WORDS, TEXT_SIZES, textSize } from '../commands/textSize.ts'
import { hiding } from '../commands/tidy.ts'
import { cx } from '../ui/cx.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Later, later } from '../ui/Later.tsx'
import { Menu, MenuChoice } from '../ui/Menu.tsx'
import { Tooltip } from '../ui/Tooltip.tsx'
import styles from './ZoomControls.module.css'

const TidyPill = later(async () => (await import('./cards/TidyPill.tsx')).TidyPill)
const SIZES = TEXT_SIZES.map(value => ({ value, label: TEXT_SIZE_WORDS[value] }))

/** How large the map and its text are shown and where one is on it, at the bottom right. */
export const ZoomControls = memo(function ZoomControls({ layout }: { layout: MapLayout }) {
  const percent = useStore(canvasControls, ({ percent }) => percent)
  const shown = useStore(minimap, ({ shown }) => shown)
  const size = useStore(textSize, ({ size }) => size)
  const overlapping = useStore(hiding, ({ hidden }) => hidden.length > 0)
  return (
    <div className={styles.corner}>
      {overlapping && <Later part={TidyPill} props={{ layout }} />}
      <div className={styles.controls} role="toolbar" aria-label="View">
        <IconButton label="Zoom out" size="small" tooltipSide="top" onClick={canvasActions.zoomOut}>
          <Minus size={16} />
        </IconButton>
        <Tooltip text="Zoom to 100 %" side="top">
          <button type="button" className={styles.percent} onClick={canvasActions.zoomTo100}>
            {percent} %
          </button>
        </Tooltip>
        <IconButton label="Zoom in" size="small" tooltipSide="top" onClick={canvasActions.zoomIn}>
          <Plus size={16} />
        </IconButton>
        <IconButton label="Fit the whole map" size="small" tooltipSide="top" onClick={canvasActions.fit}>
          <Maximize size={16} />
        </IconButton>
        <Menu
          label="Text size"
          side="top"
          align="end"
          trigger={
            <IconButton label="Text size" size="small" tooltipSide="top">
              <ALargeSmall size={16} />
            </IconButton>
          }
        >
          <MenuChoice value={size} options={SIZES} onChange={setTextSize} />
        </Menu>
        <IconButton
          label="Minimap"
          shortcut="M"
          size="small"
          tooltipSide="top"
          pressed={shown}
          className={cx(styles.minimap)}
          onClick={toggleMinimap}
        >
          <MapIcon size={16} />
        </IconButton>
      </div>
    </div>
  )
})
