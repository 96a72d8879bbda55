import { useReactFlow, useStoreApi } from '@xyflow/react'
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { MINIMAP_KEYS } from '../../commands/placeKeys.ts'
import { useCanvas } from '../canvasState.ts'
import type { Point } from '../gestures/drop.ts'
import { track } from '../gestures/track.ts'
import type { DrawnLink } from '../links/useLinks.ts'
import { paintingOf } from '../painted/paintingOf.ts'
import type { CanvasScene } from '../scene/buildScene.ts'
import { contentRect } from '../viewport/contentRect.ts'
import styles from './Minimap.module.css'
import { minimapPainter } from './minimapPainter.ts'
import { coversAny, frameOn, minimapView, onMap, shownRect } from './minimapView.ts'
import { showDots } from './showDots.ts'

/** Pixels. */
const SIZE = { width: 200, height: 132 }
const PLACE = { right: 16, bottom: 64 }
/** How much of what is shown an arrow key moves the view by. */
const STEP = 0.25
const DIRECTIONS: readonly Point[] = [
  { x: -1, y: 0 },
  { x: 1, y: 0 },
  { x: 0, y: -1 },
  { x: 0, y: 1 },
]

/**
 * The whole map in a corner, painted from the same drawing, with a frame around what the canvas shows and a dot for
 * each colleague's pointer. A press goes there, dragging takes the view along, and so do arrow keys. It makes way for
 * what is selected, unless it is in use.
 */
export function Minimap({ scene, links }: { scene: CanvasScene; links: readonly DrawnLink[] }) {
  const { open, state, hand, focus } = useCanvas()
  const root = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const dots = useRef<HTMLDivElement>(null)
  const painter = useRef<ReturnType<typeof minimapPainter>>(null)
  const flow = useReactFlow()
  const store = useStoreApi()
  const presence = useStore(state, ({ presence }) => presence)
  const { layout } = scene
  const view = useMemo(() => minimapView(contentRect(layout), SIZE), [layout])

  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const made = minimapPainter(element, SIZE)
    painter.current = made
    return made.stop
  }, [])
  useEffect(
    () => painter.current?.show(() => ({ ...paintingOf(scene, links, { held: null }), view })),
    [scene, links, view],
  )

  useEffect(() => {
    const follow = () => {
      const { transform, width, height } = store.getState()
      const rect = frameOn(view, shownRect(transform, { width, height }), SIZE)
      const element = frame.current
      if (!element) return
      element.style.transform = `translate(${rect.x}px, ${rect.y}px)`
      element.style.width = `${rect.width}px`
      element.style.height = `${rect.height}px`
    }
    follow()
    return store.subscribe(follow)
  }, [store, view])

  useEffect(() => {
    const follow = () => {
      const { selected } = open.view.getState()
      const { transform, width, height } = store.getState()
      // Asking the page where it is would have everything laid out, in every frame of a zoom.
      const corner = { x: width - PLACE.right - SIZE.width, y: height - PLACE.bottom - SIZE.height }
      root.current?.toggleAttribute('data-covers', coversAny(layout, selected, shownRect(transform, SIZE, corner)))
    }
    follow()
    const stopView = open.view.subscribe(follow)
    const stopFlow = store.subscribe(follow)
    return () => {
      stopView()
      stopFlow()
    }
  }, [open, store, layout])

  useEffect(() => {
    const element = dots.current
    return element && presence ? showDots(element, presence, layout, view) : undefined
  }, [presence, layout, view])

  const centre = (at: Point, duration = 0) => void flow.setCenter(at.x, at.y, { zoom: flow.getZoom(), duration })
  const middle = (): Point => {
    const { transform, width, height } = store.getState()
    const shown = shownRect(transform, { width, height })
    return { x: shown.x + shown.width / 2, y: shown.y + shown.height / 2 }
  }
  const press = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const at = ({ clientX, clientY }: { clientX: number; clientY: number }) =>
      onMap(view, { x: clientX - left, y: clientY - top })
    const [from, before] = [at(event), middle()]
    const { transform, width, height } = store.getState()
    const shown = shownRect(transform, { width, height })
    const inside =
      from.x >= shown.x && from.y >= shown.y && from.x < shown.x + shown.width && from.y < shown.y + shown.height
    // What is taken hold of inside the frame moves with the hand; outside of it the view comes to the hand.
    const apart = inside ? { x: before.x - from.x, y: before.y - from.y } : { x: 0, y: 0 }
    if (!inside) centre(from)
    const letGo = hand.hold({ ids: [], cancel: () => cancel() })
    const cancel = track(event.nativeEvent, {
      follow(moved) {
        const now = at(moved)
        centre({ x: now.x + apart.x, y: now.y + apart.y })
      },
      release: () => {},
      end(isGivenUp) {
        letGo()
        if (isGivenUp) centre(before)
      },
    })
  }
  const key = (event: KeyboardEvent) => {
    const arrow = DIRECTIONS[(MINIMAP_KEYS.move.keys as readonly string[]).indexOf(event.key)]
    const { transform, width, height } = store.getState()
    const shown = shownRect(transform, { width, height })
    const at = middle()
    if (arrow) centre({ x: at.x + arrow.x * shown.width * STEP, y: at.y + arrow.y * shown.height * STEP })
    else if (event.key !== MINIMAP_KEYS.back.keys[0]) return
    else if (!hand.cancel()) focus()
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: no element is a map that one moves by keys.
    <div
      role="group"
      aria-label="Minimap. Arrow keys move the view, Escape goes back to the cards."
      tabIndex={-1}
      ref={root}
      data-minimap
      className={`nopan nodrag ${styles.minimap}`}
      style={{ ...SIZE, ...PLACE }}
      onPointerDown={press}
      onKeyDown={key}
    >
      <canvas ref={canvas} className={styles.map} style={SIZE} />
      <div ref={dots} className={styles.dots} aria-hidden="true" />
      <div ref={frame} className={styles.frame} aria-hidden="true" data-testid="minimap-frame" />
    </div>
  )
}
