import { ViewportPortal } from '@xyflow/react'
import { memo, useMemo } from 'react'
import type { Group } from '#shared/drawing/scene.ts'
import { pathData } from '#shared/drawing/shapes.ts'
import { overlaps, type Rect } from '#shared/model/layout/MapLayout.ts'
import { useView } from '../../store/MapContext.tsx'
import { useCanvas } from '../canvasState.ts'
import styles from '../layers/layers.module.css'
import { SceneSvg } from '../scene/SceneSvg.tsx'
import type { DrawnLink } from './useLinks.ts'

/** The arrows between cards that are near, and their words above the cards. */
export const LinkLayer = memo(function LinkLayer({ links: all, area }: { links: readonly DrawnLink[]; area: Rect }) {
  const selected = useView(view => view.selected)
  const links = useMemo(() => all.filter(({ line }) => overlaps(line, area)), [all, area])
  return (
    <ViewportPortal>
      <div className={styles.below}>
        {links.map(({ link, line }) => (
          <Arrow key={link.id} group={line} selected={selected.includes(link.id)} />
        ))}
      </div>
      <div className={styles.above}>
        {links.map(({ link, words }) => words && <Words key={link.id} group={words} />)}
      </div>
    </ViewportPortal>
  )
})

const Words = memo(function Words({ group }: { group: Group }) {
  return (
    <div className={styles.placed} style={{ transform: `translate(${group.x}px, ${group.y}px)` }}>
      <SceneSvg group={group} />
    </div>
  )
})

const Arrow = memo(function Arrow({ group, selected }: { group: Group; selected: boolean }) {
  const { open, focus } = useCanvas()
  const curve = group.items.find(item => item.type === 'path')
  const line = curve ? pathData(curve.commands) : ''
  return (
    <div
      className={styles.placed}
      style={{ transform: `translate(${group.x}px, ${group.y}px)` }}
      data-link={group.id}
      data-selected={selected || undefined}
    >
      <SceneSvg group={group} />
      <svg className={styles.hit} width={group.width} height={group.height} aria-hidden="true">
        <path className={styles.glow} d={line} />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: pointers only; keys and screen readers have the links in the inspector. */}
        <path
          className={styles.wide}
          d={line}
          onClick={event => {
            event.stopPropagation()
            const { selected } = open.view.getState()
            open.view.setState({ selected: event.shiftKey ? [...selected, group.id] : [group.id] })
            focus()
          }}
        />
      </svg>
    </div>
  )
})
