import Maximize from 'lucide-react/icons/maximize'
import Minus from 'lucide-react/icons/minus'
import Plus from 'lucide-react/icons/plus'
import { useStore } from 'zustand'
import { canvasActions, canvasControls } from '../commands/canvasControls.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Tooltip } from '../ui/Tooltip.tsx'
import styles from './ZoomControls.module.css'

/** How large the map is shown, at the bottom right. */
export function ZoomControls() {
  const percent = useStore(canvasControls, ({ percent }) => percent)
  return (
    <div className={styles.controls} role="toolbar" aria-label="Zoom">
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
    </div>
  )
}
