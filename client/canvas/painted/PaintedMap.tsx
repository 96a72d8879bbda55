import { useStoreApi } from '@xyflow/react'
import { useLayoutEffect, useMemo, useRef } from 'react'
import type { Rect } from '#shared/model/layout/MapLayout.ts'
import { useOpenMap, useView } from '../../store/MapContext.tsx'
import { typedCard } from '../../store/viewState.ts'
import type { Held } from '../gestures/useHeld.ts'
import type { DrawnLinks } from '../links/useLinks.ts'
import type { CanvasScene } from '../scene/buildScene.ts'
import styles from './PaintedMap.module.css'
import { type PaintedLayer, paintedLayer } from './paintedLayer.ts'
import { blockOf, carriedOf, paintingFollower } from './paintingOf.ts'
import { picturesOf } from './pictures.ts'

/**
 * The whole scene painted on one canvas, at every zoom. Elements above it are what pointers, keys and screen readers
 * need, and the text that is being typed.
 */
export function PaintedMap({
  scene,
  links,
  held,
  cell,
  afar,
}: {
  scene: CanvasScene
  links: DrawnLinks
  held: Held | null
  /** The cell that they would come to. */
  cell: Rect | null
  /** From afar cards are no elements, which would show that they are selected; and of several in the hand only one is. */
  afar: boolean
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const layer = useRef<PaintedLayer>(null)
  const store = useStoreApi()
  const open = useOpenMap()
  const selected = useView(view => view.selected)
  const edited = useView(typedCard)
  const { layout } = scene
  const outlined = useMemo(() => {
    const { touchpoints, notes } = layout
    const shown = afar ? selected : selected.filter(id => held !== null && held.ids.size > 1 && held.ids.has(id))
    return shown.flatMap(id => {
      const rect = touchpoints.get(id) ?? notes.get(id)
      return rect ? [{ ...rect, ...held?.places.get(id) }] : []
    })
  }, [layout, selected, held, afar])
  const { lying, following, along } = links
  const apart = held?.ids ?? null
  const isOne = held !== null && held.by !== null
  // With each step of a hand or of a marquee only what lies over this changes.
  const follow = useMemo(paintingFollower, [])
  const still = useMemo(() => follow(scene, lying, { held: apart, edited }), [follow, scene, lying, apart, edited])
  const block = useMemo(() => (apart && isOne ? blockOf(scene, along, apart) : null), [scene, along, apart, isOne])
  const carried = useMemo(
    () => held && carriedOf(scene, following, held, block, cell),
    [scene, following, held, block, cell],
  )
  const painting = useMemo(() => ({ ...still, carried, outlined }), [still, carried, outlined])

  useLayoutEffect(() => {
    const element = canvas.current
    if (!element) return
    const made = paintedLayer(element, store, picturesOf(open))
    layer.current = made
    return made.stop
  }, [store, open])
  useLayoutEffect(() => layer.current?.show(painting), [painting])
  const words = afar ? { role: 'img', 'aria-label': 'The map from afar' } : { 'aria-hidden': true }
  return <canvas ref={canvas} className={styles.painted} {...words} data-painted={afar ? 'afar' : 'near'} />
}
