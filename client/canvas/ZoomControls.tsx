import MapIcon from 'lucide-react/icons/map'
import Maximize from 'lucide-react/icons/maximize'
import Minus from 'lucide-react/icons/minus'
import Plus from 'lucide-react/icons/plus'
import { useStore } from 'zustand'
import { canvasActions, canvasControls } from '../commands/canvasControls.ts'
import { minimap, toggleMinimap } from '../commands/minimap.ts'
import { cx } from '../ui/cx.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Tooltip } from '../ui/Tooltip.tsx'
import styles from './ZoomControls.module.css'

/** How large the map is shown and where one is on it, at the bottom right. */
export function ZoomControls() {
  const percent = useStore(canvasControls, ({ percent }) => percent)
  const shown = useStore(minimap, ({ shown }) => shown)
  return (
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
  )
}
