import { useStoreApi } from '@xyflow/react'
import { useCallback, useLayoutEffect, useRef } from 'react'
import { useOpenMap, useView } from '../../store/MapContext.tsx'
import type { Point } from '../gestures/drop.ts'
import type { DrawnLink } from '../links/useLinks.ts'
import type { CanvasScene } from '../scene/buildScene.ts'
import styles from './Overview.module.css'
import { type PaintedLayer, type Painting, paintedLayer } from './paintedLayer.ts'
import { carriedOf, paintingOf } from './paintingOf.ts'
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
  /** Where cards in the hand are held. */
  held: ReadonlyMap<string, Point> | null
  shown: boolean
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const layer = useRef<PaintedLayer>(null)
  const store = useStoreApi()
  const open = useOpenMap()
  const selected = useView(view => view.selected)
  // Out of sight nobody sees what is in the hand, and most of it comes back to where it was.
  const carried = shown ? held : null
  const make = useCallback((): Painting => {
    const { touchpoints, notes } = scene.layout
    const outlined = selected.flatMap(id => {
      const rect = touchpoints.get(id) ?? notes.get(id)
      return rect ? [{ ...rect, ...carried?.get(id) }] : []
    })
    return { ...paintingOf(scene, links, carried), carried: carried ? carriedOf(scene, links, carried) : [], outlined }
  }, [scene, links, carried, selected])

  useLayoutEffect(() => {
    const element = canvas.current
    if (!element) return
    const made = paintedLayer(element, store, picturesOf(open))
    layer.current = made
    return made.stop
  }, [store, open])
  useLayoutEffect(() => layer.current?.show(make), [make])
  useLayoutEffect(() => layer.current?.setShown(shown), [shown])
  return <canvas ref={canvas} hidden={!shown} className={styles.overview} role="img" aria-label="The map from afar" />
}
