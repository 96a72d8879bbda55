import { STAGE_WIDTH } from '#shared/model/layout/MapLayout.ts'
import { changeStage, moveBefore, WIDEST } from '../../commands/grid.ts'
import type { CanvasTools } from '../canvasState.ts'
import { gridDrop, spansOf } from './gridDrop.ts'

/** Pixels; a press that moves less is a click. */
const CLICK = 5

type Drag = {
  /** The pointer moved; only shown. */
  follow(event: PointerEvent): void
  /** The pointer let go. */
  release(event: PointerEvent): void
  /** Takes away what was shown. */
  end(): void
}

/** Follows a pointer from a press until it lets go, or Escape. What follows a real drag is no click. */
function track(start: PointerEvent, { follow, release, end }: Drag): void {
  const stop = new AbortController()
  const options = { signal: stop.signal, capture: true }
  let moving = false
  const finish = () => {
    stop.abort()
    end()
  }
  const move = (event: PointerEvent) => {
    moving ||= Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) >= CLICK
    if (moving) follow(event)
  }
  const up = (event: PointerEvent) => {
    finish()
    if (!moving) return
    const swallow = (click: Event) => click.stopPropagation()
    window.addEventListener('click', swallow, { capture: true, once: true })
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }))
    release(event)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    finish()
  }
  window.addEventListener('pointermove', move, options)
  window.addEventListener('pointerup', up, options)
  window.addEventListener('pointercancel', finish, options)
  window.addEventListener('keydown', press, options)
}

/** Drags a stage or a lane by its header to another place among its kind. One step on release. */
export function dragHeader(tools: CanvasTools, kind: 'stages' | 'lanes', id: string, start: PointerEvent): void {
  const { open, state, scene, toMap } = tools
  const dropAt = ({ clientX, clientY }: PointerEvent) => {
    const { x, y } = toMap({ x: clientX, y: clientY })
    return gridDrop(spansOf(scene().layout, kind), id, kind === 'stages' ? x : y)
  }
  track(start, {
    follow: event => state.setState({ grid: { kind, id, at: dropAt(event)?.at ?? null } }),
    release(event) {
      const drop = dropAt(event)
      if (drop) moveBefore(open, kind, id, drop.before)
    },
    end: () => state.setState({ grid: null }),
  })
}

/** Makes a stage as wide as its right edge is dragged. One step on release. */
export function dragEdge({ open, state, scene, toMap }: CanvasTools, id: string, start: PointerEvent): void {
  const column = () => scene().layout.columns.find(({ stage }) => stage === id)
  const grabbed = (column()?.width ?? STAGE_WIDTH) - toMap({ x: start.clientX, y: start.clientY }).x
  const widthAt = ({ clientX, clientY }: PointerEvent) =>
    Math.round(Math.min(WIDEST, Math.max(STAGE_WIDTH, grabbed + toMap({ x: clientX, y: clientY }).x)))
  track(start, {
    follow: event => state.setState({ grid: { kind: 'stages', id, at: (column()?.x ?? 0) + widthAt(event) } }),
    release: event => changeStage(open, id, { width: widthAt(event) }),
    end: () => state.setState({ grid: null }),
  })
}
