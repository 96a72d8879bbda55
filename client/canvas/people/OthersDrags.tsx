import { ViewportPortal } from '@xyflow/react'
import { type CSSProperties, useMemo, useSyncExternalStore } from 'react'
import type { Anchor, Dragged } from '#shared/protocol/presence.ts'
import type { PresenceLink } from '../../session/presence.ts'
import { isLight } from '../../ui/isLight.ts'
import type { CanvasScene } from '../scene/buildScene.ts'
import { SceneSvg } from '../scene/SceneSvg.tsx'
import { underPointer } from './anchor.ts'
import styles from './people.module.css'
import { useTagScale } from './useTagScale.ts'

type Held = { key: string; name: string; color: string; cursor: Anchor | null } & Dragged

/** What others drag, where they hold it now; the cards themselves move when they are let go. */
export function OthersDrags({ link, scene }: { link: PresenceLink; scene: CanvasScene }) {
  const snapshot = useSyncExternalStore(link.subscribe, () =>
    JSON.stringify(
      link
        .others()
        .flatMap(({ key, user: { name, color }, cursor, drag }): Held[] =>
          drag ? [{ key, name, color, cursor, ...drag }] : [],
        ),
    ),
  )
  const held = useMemo(() => JSON.parse(snapshot) as Held[], [snapshot])
  const scale = useTagScale()
  const { layout, cards, notes } = scene
  if (held.length === 0) return null
  const rectOf = (id = '') => layout.touchpoints.get(id) ?? layout.notes.get(id)
  return (
    <ViewportPortal>
      <div className={styles.selections} style={{ '--tag': scale } as CSSProperties} aria-hidden="true">
        {held.flatMap(({ key, name, color, cursor, ids, dx, dy }) => {
          const first = rectOf(ids[0])
          const down = dy + (first ? underPointer(layout, { ...first, y: first.y + dy }, cursor) : 0)
          return ids.flatMap((id, index) => {
            const rect = rectOf(id)
            const group = (cards.get(id) ?? notes.get(id))?.group
            if (!rect || !group) return []
            const size = { width: rect.width, height: rect.height }
            return [
              <div
                key={`${key} ${id} from`}
                className={styles.left}
                style={{ ...size, transform: `translate(${rect.x}px, ${rect.y}px)` }}
              />,
              <div
                key={`${key} ${id}`}
                data-testid="dragged-by-other"
                className={styles.held}
                style={{ ...size, outlineColor: color, transform: `translate(${rect.x + dx}px, ${rect.y + down}px)` }}
              >
                <SceneSvg group={group} />
                {index === 0 && (
                  <span style={{ background: color, color: isLight(color) ? '#15171a' : '#ffffff' }}>{name}</span>
                )}
              </div>,
            ]
          })
        })}
      </div>
    </ViewportPortal>
  )
}
