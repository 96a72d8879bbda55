import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react'
import { UNSORTED } from '#shared/drawing/unsorted.ts'
import type { Sight } from '../../session/sights.ts'
import { cx } from '../../ui/cx.ts'
import frame from '../headers/headers.module.css'
import { LaneWords } from '../headers/LaneWords.tsx'
import lane from '../headers/lane.module.css'
import names from '../headers/name.module.css'
import { laneSpans, placeHeaders, stageSpans } from '../headers/placeHeaders.ts'
import stage from '../headers/stage.module.css'
import { headerInsets, headerSizes } from '../viewport/headerSizes.ts'
import { firstSight } from '../viewport/viewportMath.ts'
import styles from './sight.module.css'

/** The names of stages and lanes where they will be once the map is open. */
export function StillHeaders({ sight }: { sight: Sight }) {
  const whole = useRef<HTMLDivElement>(null)
  const strip = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const corner = useRef<HTMLDivElement>(null)
  const [isNarrow, setNarrow] = useState(false)
  const { layout, stages, lanes, hasMenus, text, content } = sight

  useLayoutEffect(() => {
    const { clientWidth: width, clientHeight: height } = whole.current ?? { clientWidth: 0, clientHeight: 0 }
    const sizes = headerSizes(width, text)
    const { x, y, zoom } = firstSight(content, { width, height }, headerInsets(sizes))
    setNarrow(sizes.laneWidth === 0)
    const spans = { stages: stageSpans(layout), lanes: laneSpans(layout) }
    const parts = { strip: strip.current, panel: panel.current, corner: corner.current }
    placeHeaders(parts, sizes, spans, { transform: [x, y, zoom], width, height })
  }, [layout, text, content])

  return (
    <div
      ref={whole}
      className={frame.headers}
      data-narrow={isNarrow || undefined}
      style={{ '--text': text } as CSSProperties}
    >
      <div ref={panel} className={frame.lanes}>
        <div className={frame.track}>
          {layout.rows.map(({ height }, index) => {
            const known = lanes[index]
            return (
              known && (
                <div key={known.id} className={lane.lane} data-line={known.lineBelow ?? undefined}>
                  <LaneWords lane={known} height={height} />
                  {hasMenus && <span className={cx(styles.menu, lane.menu)} />}
                </div>
              )
            )
          })}
          {layout.unsorted && (
            <div className={lane.lane}>
              <div className={lane.words}>
                <h2 className={cx(names.name, lane.name)}>{UNSORTED}</h2>
              </div>
            </div>
          )}
        </div>
      </div>
      <div ref={strip} className={frame.stages}>
        <div className={frame.track}>
          {layout.columns.map((column, index) => (
            <div key={column.stage} className={stage.stage}>
              <h2
                className={cx(names.name, stage.name)}
                data-unnamed={stages[index]?.trim() === '' || undefined}
                dir="auto"
              >
                {stages[index]?.trim() || 'Unnamed stage'}
              </h2>
              {hasMenus && <span className={cx(styles.menu, stage.menu)} />}
            </div>
          ))}
        </div>
      </div>
      {!isNarrow && <div ref={corner} className={frame.corner} />}
    </div>
  )
}
