import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { MapLayout } from '#shared/model/layout/MapLayout.ts'
import type { Point } from '../gestures/drop.ts'
import { placesAt, type Way, waysBetween } from './ways.ts'

/** Milliseconds; the same stands in cards.module.css. */
const GLIDE = 160
/** Milliseconds in which the change has to come that was said to make cards glide. */
const PATIENCE = 2 * GLIDE

type Gliding = {
  /** Where cards are that are on their way, in absolute map units; null while none is. */
  readonly places: ReadonlyMap<string, Point> | null
  /** Lets cards glide to where the next change puts them, instead of jumping there. */
  begin(): void
}

/**
 * Cards that a command moved all at once are followed by the eye: painted, they go from where they lay to where they
 * lie now; their elements do the same by their style, while the canvas says `data-gliding`.
 */
export function useGlide(canvas: RefObject<HTMLElement | null>, layout: MapLayout): Gliding {
  const [places, setPlaces] = useState<ReadonlyMap<string, Point> | null>(null)
  const until = useRef(0)
  const before = useRef(layout)
  useLayoutEffect(() => {
    const old = before.current
    before.current = layout
    if (old === layout || performance.now() > until.current) return
    until.current = 0
    const ways = waysBetween(old, layout)
    if (ways.length === 0) return
    return follow(ways, setPlaces)
  }, [layout])
  const begin = useCallback(() => {
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
    until.current = performance.now() + PATIENCE
    const element = canvas.current
    if (!element) return
    element.dataset.gliding = ''
    setTimeout(() => delete element.dataset.gliding, PATIENCE)
  }, [canvas])
  return { places, begin }
}

/** Shows cards on their ways, a step with each frame. Returns what ends it at once. */
function follow(ways: readonly Way[], show: (places: ReadonlyMap<string, Point> | null) => void): () => void {
  show(placesAt(ways, 0))
  let started: number | null = null
  let frame = requestAnimationFrame(function step(now) {
    started ??= now
    const share = (now - started) / GLIDE
    if (share >= 1) return show(null)
    show(placesAt(ways, share))
    frame = requestAnimationFrame(step)
  })
  return () => {
    cancelAnimationFrame(frame)
    show(null)
  }
}
