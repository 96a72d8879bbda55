import { enlargement, type GridKind, moveBefore, SIZES, setSize } from '../../commands/grid.ts'
import type { CanvasTools } from '../canvasState.ts'
import { track } from '../gestures/track.ts'
import { gridDrop, spansOf } from './gridDrop.ts'

/** Where the pointer is on the map along the direction in which stages follow each other, or lanes. */
function along({ toMap }: CanvasTools, kind: GridKind, { clientX, clientY }: PointerEvent): number {
  const { x, y } = toMap({ x: clientX, y: clientY })
  return kind === 'stages' ? x : y
}

/** Follows a hand until it lets go of a header; `lineAt` says where a line shows what that would do. */
function hold(
  { state, hand }: CanvasTools,
  kind: GridKind,
  id: string,
  start: PointerEvent,
  { lineAt, release }: { lineAt(event: PointerEvent): number | null; release(event: PointerEvent): void },
): void {
  const letGo = hand.hold({ ids: [id], cancel: () => cancel() })
  const cancel = track(start, {
    follow: event => state.setState({ grid: { kind, id, at: lineAt(event) } }),
    release,
    end() {
      letGo()
      state.setState({ grid: null })
    },
  })
}

/** Drags a stage or a lane by its header to another place among its kind. One step on release. */
export function dragHeader(tools: CanvasTools, kind: GridKind, id: string, start: PointerEvent): void {
  const dropAt = (event: PointerEvent) => gridDrop(spansOf(tools.scene().layout, kind), id, along(tools, kind, event))
  hold(tools, kind, id, start, {
    lineAt: event => dropAt(event)?.at ?? null,
    release(event) {
      const drop = dropAt(event)
      if (drop) moveBefore(tools.open, kind, id, drop.before)
    },
  })
}

/** Makes a stage as wide as its right edge is dragged, or a lane as high as its lower one. One step on release. */
export function dragEdge(tools: CanvasTools, kind: GridKind, id: string, start: PointerEvent): void {
  const span = () => spansOf(tools.scene().layout, kind).find(span => span.id === id)
  const grabbed = (span()?.size ?? 0) - along(tools, kind, start)
  const scale = enlargement(kind)
  const { least, most } = SIZES[kind]
  const sizeAt = (event: PointerEvent) =>
    Math.min(most * scale, Math.max(least * scale, grabbed + along(tools, kind, event)))
  hold(tools, kind, id, start, {
    lineAt: event => (span()?.start ?? 0) + sizeAt(event),
    release: event => setSize(tools.open, kind, id, sizeAt(event) / scale),
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
