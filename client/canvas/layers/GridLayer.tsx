import { ViewportPortal } from '@xyflow/react'
import { memo } from 'react'
import type { Group } from '#shared/drawing/scene.ts'
import type { CanvasScene } from '../scene/buildScene.ts'
import { SceneSvg } from '../scene/SceneSvg.tsx'
import styles from './layers.module.css'

/** What lies below the cards: the lines between stages and lanes, and what computed lanes show. */
export const GridLayer = memo(function GridLayer({ scene }: { scene: Pick<CanvasScene, 'grid' | 'contents'> }) {
  return (
    <ViewportPortal>
      <div className={styles.below}>
        {/* Clipped at 0, 0: where the drawing has its headers the canvas has headers of its own. */}
        <div
          className={styles.clipped}
          style={{ width: scene.grid.x + scene.grid.width + 1, height: scene.grid.y + scene.grid.height + 1 }}
        >
          <Drawing group={scene.grid} />
        </div>
        {scene.contents.map(group => (
          <Drawing key={group.id} group={group} />
        ))}
      </div>
    </ViewportPortal>
  )
})

const Drawing = memo(function Drawing({ group }: { group: Group }) {
  return (
    <div className={styles.placed} style={{ transform: `translate(${group.x}px, ${group.y}px)` }}>
      <SceneSvg group={group} />
    </div>
  )
})
