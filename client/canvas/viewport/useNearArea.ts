import { useStoreApi } from '@xyflow/react'
import { useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { overlaps, type Rect } from '#shared/model/layout/MapLayout.ts'
import { nearArea, visibleRect } from './nearArea.ts'
import { AFAR_ZOOM } from './viewportMath.ts'

/** Milliseconds without a move after which what came into view can be taken hold of. */
const AT_REST = 100

type Shown = {
  readonly transform: readonly [x: number, y: number, zoom: number]
  readonly width: number
  readonly height: number
}

/** See `nearArea`; null from afar. */
function areaOf(before: Rect | null, { transform: [x, y, zoom], width, height }: Shown): Rect | null {
  return zoom < AFAR_ZOOM ? null : nearArea(before, visibleRect({ x, y, zoom }, { width, height }))
}

/**
 * The part of the map of which cards are elements; null from afar. It follows the view when that comes to rest: all cards
 * are painted, and making elements of a hundred more would make a frame late. Only what is nowhere near is followed at once, what a pointer moves over, and everything until the map is `ready` to be used.
 */
export function useNearArea(ready: boolean): Rect | null {
  const store = useStoreApi()
  const [area, setArea] = useState<Rect | null>(() => areaOf(null, store.getState()))
  const shown = useRef(area)
  useLayoutEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined
    let before: Shown | null = null
    const take = () => {
      clearTimeout(rest)
      rest = undefined
      shown.current = areaOf(shown.current, store.getState())
      setArea(shown.current)
    }
    const follow = () => {
      const now = store.getState()
      const same = before?.transform === now.transform && before.width === now.width && before.height === now.height
      before = now
      if (same) return
      const [x, y, zoom] = now.transform
      const isElsewhere = shown.current !== null && !overlaps(shown.current, visibleRect({ x, y, zoom }, now))
      if (isElsewhere || !ready) take()
      else if (rest !== undefined || areaOf(shown.current, now) !== shown.current) {
        clearTimeout(rest)
        rest = setTimeout(take, AT_REST)
      }
    }
    // Whoever points at something is about to take hold of it; a hand that drags the map is not.
    const hurry = ({ buttons }: PointerEvent) => {
      if (rest !== undefined && buttons === 0) flushSync(take)
    }
    take()
    const stop = store.subscribe(follow)
    const around = store.getState().domNode
    around?.addEventListener('pointermove', hurry, true)
    return () => {
      stop()
      clearTimeout(rest)
      around?.removeEventListener('pointermove', hurry, true)
    }
  }, [store, ready])
  return area
}
