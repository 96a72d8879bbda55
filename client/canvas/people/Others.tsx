import { useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import type { PresenceLink } from '../../session/presence.ts'
import type { CanvasTools } from '../canvasState.ts'
import type { CanvasScene } from '../scene/buildScene.ts'
import { pointOf } from './anchor.ts'
import { type Cursors, showCursors } from './cursors.ts'
import { OthersDrags } from './OthersDrags.tsx'
import { OthersSelections } from './OthersSelections.tsx'
import styles from './people.module.css'

export type OthersProps = { link: PresenceLink; tools: CanvasTools; scene: CanvasScene }

/** Where the other people on the map point, what they have selected and what they drag. */
export function Others({ link, tools, scene }: OthersProps) {
  const layer = useRef<HTMLDivElement>(null)
  const cursors = useRef<Cursors>(null)
  const store = useStoreApi()

  useEffect(() => {
    const element = layer.current
    if (!element) return
    const shown = showCursors(element, {
      place: anchor => pointOf(tools.scene().layout, anchor),
      transform: () => store.getState().transform,
      glide: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    })
    cursors.current = shown
    const stops = [link.subscribe(() => shown.see(link.others())), store.subscribe(shown.follow), shown.stop]
    shown.see(link.others())
    return () => {
      cursors.current = null
      for (const stop of stops) stop()
    }
  }, [link, store, tools])
  // biome-ignore lint/correctness/useExhaustiveDependencies: cards that moved take the cursors on them along.
  useEffect(() => cursors.current?.refresh(), [scene.layout])

  return (
    <>
      <OthersSelections link={link} layout={scene.layout} />
      <OthersDrags link={link} scene={scene} />
      <div ref={layer} className={styles.layer} aria-hidden="true" />
    </>
  )
}
