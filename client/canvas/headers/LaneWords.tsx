import type { ReactNode } from 'react'
import { LINES } from '#shared/drawing/lines.ts'
import type { Lane } from '#shared/model/kinds.ts'
import { cx } from '../../ui/cx.ts'
import { cssColor } from '../scene/cssColor.ts'
import styles from './lane.module.css'
import { laneParts } from './laneParts.ts'
import names from './name.module.css'

/** What a lane is called where it stands. */
export function shownName({ name }: Lane): string {
  return name.trim() || 'Unnamed lane'
}

/** What stands in a lane's header: its name or, while it is typed, what is given instead, and what explains the lane. */
export function LaneWords({ lane, height, children }: { lane: Lane; height: number; children?: ReactNode }) {
  const shown = shownName(lane)
  const { caption, scale } = laneParts(lane, height)
  return (
    <>
      <div className={styles.words}>
        {children || (
          <h2
            className={cx(names.name, styles.name)}
            data-unnamed={lane.name.trim() === '' || undefined}
            title={shown}
            dir="auto"
          >
            {shown}
          </h2>
        )}
        {caption !== '' && <p className={styles.caption}>{caption}</p>}
      </div>
      {scale.map(({ words, at, color }) => (
        <span key={words} className={styles.scale} style={{ top: `${at * 100}%`, color: cssColor(color) }}>
          {words}
        </span>
      ))}
      {lane.lineBelow !== null && <span className={styles.line}>{LINES[lane.lineBelow]}</span>}
    </>
  )
}
