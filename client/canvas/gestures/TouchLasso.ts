import { type RefObject, useEffect } from 'react'
import type { Rect } from '#shared/model/layout/MapLayout.ts'
import type { CanvasTools } from '../canvasState.ts'
import { AFAR_ZOOM } from '../viewport/viewportMath.ts'
import type { Point } from './drop.ts'
import { cardAt, cardsIn } from './hit.ts'
import { CLICK, track } from './track.ts'

/** Milliseconds that a finger rests before it lassoes instead of moving the map. */
const REST = 450
/** Pixels that a resting finger may tremble. */
const TREMBLE = 2 * CLICK

function between(one: Point, other: Point): Rect {
  return {
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
  }
}

export type TouchLassoProps = { tools: CanvasTools; root: RefObject<HTMLElement | null>; zoom: () => number }

/**
 * Selects by a finger that rests where no card is and then draws a rectangle; one that moves at once moves the map, and
 * a tap selects the painted card under it or lets go of what is selected, as a click does.
 */
export function TouchLasso({ tools, root, zoom }: TouchLassoProps): null {
  const { open, state, hand, scene, toMap } = tools
  useEffect(() => {
    const element = root.current
    if (!element) return
    let resting: AbortController | null = null
    const at = ({ clientX, clientY }: PointerEvent) => toMap({ x: clientX, y: clientY })
    const lasso = (start: PointerEvent) => {
      const from = at(start)
      // React Flow would go on moving the map under the finger.
      const hold = new AbortController()
      element.addEventListener('touchmove', event => event.stopPropagation(), { capture: true, signal: hold.signal })
      const { selected: before } = open.view.getState()
      const letGo = hand.hold({ ids: [], cancel: () => cancel() })
      state.setState({ lasso: between(from, from) })
      const cancel = track(start, {
        follow(event) {
          const area = between(from, at(event))
          state.setState({ lasso: area })
          open.view.setState({ selected: cardsIn(scene().layout, area), editing: null })
        },
        release: () => {},
        end(isGivenUp) {
          hold.abort()
          letGo()
          state.setState({ lasso: null })
          if (isGivenUp) open.view.setState({ selected: before })
        },
      })
    }
    const press = (start: PointerEvent) => {
      resting?.abort()
      const onPane = start.target instanceof Element && start.target.classList.contains('react-flow__pane')
      if (start.pointerType !== 'touch' || !start.isPrimary || !onPane || open.view.getState().tool !== 'select') return
      const wait = new AbortController()
      resting = wait
      const { signal } = wait
      const timer = setTimeout(() => {
        wait.abort()
        lasso(start)
      }, REST)
      signal.addEventListener('abort', () => clearTimeout(timer))
      const move = (event: PointerEvent) => {
        if (Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > TREMBLE) wait.abort()
      }
      const tap = () => {
        wait.abort()
        const painted = zoom() < AFAR_ZOOM ? cardAt(scene().layout, at(start)) : null
        open.view.setState({ selected: painted === null ? [] : [painted] })
      }
      window.addEventListener('pointermove', move, { signal })
      window.addEventListener('pointerup', tap, { signal })
      window.addEventListener('pointercancel', () => wait.abort(), { signal })
    }
    element.addEventListener('pointerdown', press)
    return () => {
      element.removeEventListener('pointerdown', press)
      resting?.abort()
    }
  }, [open, state, hand, scene, toMap, root, zoom])
  return null
}
