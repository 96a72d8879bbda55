import { ViewportPortal } from '@xyflow/react'
import { memo, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { drawLink, drawLinkLabel } from '#shared/drawing/link.ts'
import type { Group } from '#shared/drawing/scene.ts'
import { pathData } from '#shared/drawing/shapes.ts'
import type { Measure } from '#shared/drawing/text.ts'
import type { Link } from '#shared/model/kinds.ts'
import type { MapLayout, Rect } from '#shared/model/layout/MapLayout.ts'
import { useMap, useView } from '../../store/MapContext.tsx'
import { useCanvas } from '../canvasState.ts'
import type { Point } from '../gestures/drop.ts'
import { SceneSvg } from '../scene/SceneSvg.tsx'
import styles from './layers.module.css'

type Drawn = { link: Link; from: Rect; to: Rect; line: Group; words: Group | null }

function equal(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

/** The arrows between cards; they follow cards that are being dragged. */
export function LinkLayer({ layout, measure }: { layout: MapLayout; measure: Measure }) {
  const links = useMap(view => view.map.links)
  const selected = useView(view => view.selected)
  const { state } = useCanvas()
  const places = useStore(state, ({ drag }) => drag?.places ?? null)
  const before = useRef<ReadonlyMap<string, Drawn>>(new Map())

  const drawn = useMemo(() => {
    const fresh = new Map<string, Drawn>()
    for (const link of links) {
      const from = rectNow(layout, places, link.from)
      const to = rectNow(layout, places, link.to)
      if (!from || !to) continue
      const old = before.current.get(link.id)
      const same = old && old.link === link && equal(old.from, from) && equal(old.to, to)
      const draw = () => ({ line: drawLink(link, from, to), words: drawLinkLabel(link, from, to, measure) })
      fresh.set(link.id, same ? old : { link, from, to, ...draw() })
    }
    before.current = fresh
    return [...fresh.values()]
  }, [links, layout, places, measure])

  return (
    <ViewportPortal>
      <div className={styles.below} data-links>
        {drawn.map(({ link, line }) => (
          <Arrow key={link.id} group={line} selected={selected.includes(link.id)} />
        ))}
      </div>
      <div className={styles.above}>
        {drawn.map(({ link, words }) => words && <Words key={link.id} group={words} />)}
      </div>
    </ViewportPortal>
  )
}

/** Where a card is shown now. */
function rectNow(layout: MapLayout, places: ReadonlyMap<string, Point> | null, id: string): Rect | null {
  const rect = layout.touchpoints.get(id) ?? layout.notes.get(id)
  const place = places?.get(id)
  return rect ? { ...rect, ...place } : null
}

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
        {/* biome-ignore lint/a11y/noStaticElementInteractions: pointers only; keys and screen readers have the outline. */}
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
