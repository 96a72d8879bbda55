import { enlargement, type GridKind, moveBefore, SIZES, setSize } from '../../commands/grid.ts'
import type { CanvasTools } from '../canvasState.ts'
import { track } from '../gestures/track.ts'
import { gridDrop, spansOf } from './gridDrop.ts'

/** Drags a stage or a lane by its header to another place among its kind. One step on release. */
export function dragHeader(tools: CanvasTools, kind: GridKind, id: string, start: PointerEvent): void {
  const { open, state, hand, scene, toMap } = tools
  const dropAt = ({ clientX, clientY }: PointerEvent) => {
    const { x, y } = toMap({ x: clientX, y: clientY })
    return gridDrop(spansOf(scene().layout, kind), id, kind === 'stages' ? x : y)
  }
  const letGo = hand.hold({ ids: [id], cancel: () => cancel() })
  const cancel = track(start, {
    follow: event => state.setState({ grid: { kind, id, at: dropAt(event)?.at ?? null } }),
    release(event) {
      const drop = dropAt(event)
      if (drop) moveBefore(open, kind, id, drop.before)
    },
    end() {
      letGo()
      state.setState({ grid: null })
    },
  })
}

/** Makes a stage as wide as its right edge is dragged, or a lane as high as its lower one. One step on release. */
export function dragEdge(
  { open, state, hand, scene, toMap }: CanvasTools,
  kind: GridKind,
  id: string,
  start: PointerEvent,
): void {
  const along = ({ clientX, clientY }: PointerEvent) => {
    const { x, y } = toMap({ x: clientX, y: clientY })
    return kind === 'stages' ? x : y
  }
  const span = () => spansOf(scene().layout, kind).find(span => span.id === id)
  const grabbed = (span()?.size ?? 0) - along(start)
  const scale = enlargement(kind)
  const sizeAt = (event: PointerEvent) =>
    Math.min(SIZES[kind].most * scale, Math.max(SIZES[kind].least * scale, grabbed + along(event)))
  const letGo = hand.hold({ ids: [id], cancel: () => cancel() })
  const cancel = track(start, {
    follow: event => state.setState({ grid: { kind, id, at: (span()?.start ?? 0) + sizeAt(event) } }),
    release: event => setSize(open, kind, id, sizeAt(event) / scale),
    end() {
      letGo()
      state.setState({ grid: null })
    },
  })
}

/** Moves the map by a finger on a header, which drags it only once it is selected. */
export function panByHeader({ panBy }: CanvasTools, start: PointerEvent): void {
  let at = { x: start.clientX, y: start.clientY }
  track(start, {
    follow({ clientX, clientY }) {
      panBy({ x: clientX - at.x, y: clientY - at.y })
      at = { x: clientX, y: clientY }
    },
    release: () => {},
    end: () => {},
  })
}
