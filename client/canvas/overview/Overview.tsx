import { useStoreApi } from '@xyflow/react'
import { useLayoutEffect, useMemo, useRef } from 'react'
import { useOpenMap, useView } from '../../store/MapContext.tsx'
import type { DrawnLink } from '../links/useLinks.ts'
import type { CanvasScene } from '../scene/buildScene.ts'
import styles from './Overview.module.css'
import { type PaintedLayer, paintedLayer } from './paintedLayer.ts'
import { paintingOf } from './paintingOf.ts'
import { picturesOf } from './pictures.ts'

/** The whole scene painted on one canvas, for zooms at which cards are too many and too small to be elements. */
export function Overview({
  scene,
  links,
  held,
  shown,
}: {
  scene: CanvasScene
  links: readonly DrawnLink[]
  /** Cards in the hand are elements and not painted. */
  held: ReadonlyMap<string, unknown> | null
  shown: boolean
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const layer = useRef<PaintedLayer>(null)
  const store = useStoreApi()
  const open = useOpenMap()
  const selected = useView(view => view.selected)
  // Out of sight nobody sees what is in the hand, and most of it comes back to where it was.
  const missing = shown ? held : null
  const painting = useMemo(() => {
    const { touchpoints, notes } = scene.layout
    const outlined = selected.map(id => touchpoints.get(id) ?? notes.get(id)).filter(rect => rect !== undefined)
    return { ...paintingOf(scene, links, missing), outlined }
  }, [scene, links, missing, selected])

  useLayoutEffect(() => {
    const element = canvas.current
    if (!element) return
    const made = paintedLayer(element, store, picturesOf(open))
    layer.current = made
    return made.stop
  }, [store, open])
  useLayoutEffect(() => layer.current?.show(painting), [painting])
  useLayoutEffect(() => layer.current?.setShown(shown), [shown])
  return <canvas ref={canvas} hidden={!shown} className={styles.overview} role="img" aria-label="The map from afar" />
}
