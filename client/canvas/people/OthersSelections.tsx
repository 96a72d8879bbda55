import { ViewportPortal } from '@xyflow/react'
import { type CSSProperties, useMemo, useSyncExternalStore } from 'react'
import type { MapLayout, Rect } from '#shared/model/layout/MapLayout.ts'
import type { PresenceLink } from '../../session/presence.ts'
import { isLight } from '../../ui/isLight.ts'
import styles from './people.module.css'
import { useTagScale } from './useTagScale.ts'

type Held = { key: string; name: string; color: string; ids: readonly string[] }

/** What others have selected, outlined in their colour. Renders when a selection changes, not when pointers move. */
export function OthersSelections({ link, layout }: { link: PresenceLink; layout: MapLayout }) {
  const snapshot = useSyncExternalStore(link.subscribe, () =>
    JSON.stringify(
      link.others().map(({ key, user: { name, color }, selection }): Held => ({ key, name, color, ids: selection })),
    ),
  )
  const held = useMemo(() => JSON.parse(snapshot) as Held[], [snapshot])
  const scale = useTagScale()
  return (
    <ViewportPortal>
      <div className={styles.selections} style={{ '--tag': scale } as CSSProperties} aria-hidden="true">
        {held.flatMap(({ key, name, color, ids }) =>
          ids.flatMap((id, index) => {
            const rect = layout.touchpoints.get(id) ?? layout.notes.get(id)
            return rect
              ? [<Outline key={`${key} ${id}`} rect={rect} color={color} name={index === 0 ? name : null} />]
              : []
          }),
        )}
      </div>
    </ViewportPortal>
  )
}

/** Around the outline of one's own selection. */
function Outline({ rect, color, name }: { rect: Rect; color: string; name: string | null }) {
  const style = {
    transform: `translate(${rect.x - 6}px, ${rect.y - 6}px)`,
    width: rect.width + 12,
    height: rect.height + 12,
    borderColor: color,
  }
  return (
    <div className={styles.outline} style={style}>
      {name !== null && (
        <span style={{ background: color, color: isLight(color) ? '#15171a' : '#ffffff' }}>{name}</span>
      )}
    </div>
  )
}
