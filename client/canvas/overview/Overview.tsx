import { useStoreApi } from '@xyflow/react'
import { useEffect, useMemo, useRef } from 'react'
import { useOpenMap, useView } from '../../store/MapContext.tsx'
import type { DrawnLink } from '../links/useLinks.ts'
import type { CanvasScene } from '../scene/buildScene.ts'
import styles from './Overview.module.css'
import { paintingOf } from './paintingOf.ts'
import { paintView } from './paintView.ts'
import { picturesOf } from './pictures.ts'

/** The whole scene painted on one canvas, for zooms at which cards are too many and too small to be elements. */
export function Overview({
  scene,
  links,
  held,
}: {
  scene: CanvasScene
  links: readonly DrawnLink[]
  /** Cards in the hand are elements and not painted. */
  held: ReadonlyMap<string, unknown> | null
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const store = useStoreApi()
  const open = useOpenMap()
  const selected = useView(view => view.selected)
  const painting = useMemo(() => {
    const { touchpoints, notes } = scene.layout
    const outlined = selected.map(id => touchpoints.get(id) ?? notes.get(id)).filter(rect => rect !== undefined)
    return { ...paintingOf(scene, links, held), outlined }
  }, [scene, links, held, selected])

  useEffect(() => {
    const element = canvas.current
    return element ? paintView(element, painting, store, picturesOf(open)) : undefined
  }, [painting, store, open])
  return <canvas ref={canvas} className={styles.overview} role="img" aria-label="The map from afar" />
}
