import { ViewportPortal } from '@xyflow/react'
import { memo, useMemo } from 'react'
import type { Group } from '#shared/drawing/scene.ts'
import { pathData, placed } from '#shared/drawing/shapes.ts'
import { overlaps, type Rect } from '#shared/model/layout/MapLayout.ts'
import { useView } from '../../store/MapContext.tsx'
import { useCanvas } from '../canvasState.ts'
import styles from './links.module.css'
import type { DrawnLinks } from './useLinks.ts'

type LinkLayerProps = Pick<DrawnLinks, 'lying' | 'following'> & { area: Rect }

/** What can be pointed at of the arrows between cards that are near; they are painted below the cards. */
export const LinkLayer = memo(function LinkLayer({ lying, following, area }: LinkLayerProps) {
  const selected = useView(view => view.selected)
  const near = useMemo(() => lying.filter(({ line }) => overlaps(line, area)), [lying, area])
  const links = useMemo(() => {
    if (following.length === 0) return near
    const moved = new Map(following.map(drawn => [drawn.link, drawn]))
    return near.map(drawn => moved.get(drawn.link) ?? drawn)
  }, [near, following])
  return (
    <ViewportPortal>
      {/* One sheet for all, and paths in the map's own units: each element with a place of its own is dear to lay out. */}
      <svg className={styles.links} width="1" height="1" aria-hidden="true">
        {links.map(({ link, line }) => (
          <Arrow key={link.id} group={line} selected={selected.includes(link.id)} />
        ))}
      </svg>
    </ViewportPortal>
  )
})

const Arrow = memo(function Arrow({ group, selected }: { group: Group; selected: boolean }) {
  const { open, focus } = useCanvas()
  const curve = group.items.find(item => item.type === 'path')
  const line = curve ? pathData(placed(curve.commands, group.x, group.y)) : ''
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: pointers only; keys and screen readers have the links in the inspector. */}
      <path
        className={styles.hit}
        d={line}
        data-link={group.id}
        data-selected={selected || undefined}
        onClick={event => {
          event.stopPropagation()
          const { selected } = open.view.getState()
          open.view.setState({ selected: event.shiftKey ? [...selected, group.id] : [group.id] })
          focus()
        }}
      />
      <path className={styles.glow} d={line} />
    </>
  )
})
