import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { remove } from '../../commands/remove.ts'
import { laidOut } from '../../commands/testing/laidOut.ts'
import { openMapWith } from '../../commands/testing/openMapWith.ts'
import { type CanvasTools, createCanvasStore } from '../canvasState.ts'
import { dragEdge, dragHeader } from '../headers/headerDrag.ts'
import { createHand } from './hand.ts'
import { letGoWhen } from './letGo.ts'
import { linkGesture } from './linkGesture.ts'
import { cardDrag } from './useCardDrag.ts'

beforeEach(() => void vi.stubGlobal('window', new EventTarget()))
afterEach(() => void vi.unstubAllGlobals())

type Point = { x: number; y: number }

function pointer(type: string, { x, y }: Point): PointerEvent {
  const event = Object.assign(new Event(type), {
    clientX: x,
    clientY: y,
    pointerId: 1,
    pointerType: 'mouse',
    altKey: false,
  })
  return event as unknown as PointerEvent
}

/** Ada's canvas, one pixel a map unit. */
function canvas() {
  const { open, map } = openMapWith({
    stages: [{ id: 'find' }, { id: 'buy' }, { id: 'use' }],
    lanes: [{ id: 'steps' }, { id: 'meet' }],
    touchpoints: ['a', 'b', 'c'].map((id, at) => ({ id, title: id, stage: at === 2 ? 'buy' : 'find', lane: 'steps' })),
  })
  const [state, hand] = [createCanvasStore(), createHand()]
  const layout = () => laidOut(map())
  const tools = { open, state, hand, scene: () => ({ layout: layout() }), toMap: (at: Point) => at }
  const listeners = { map: () => {}, session: () => {} }
  let isConnected = true
  letGoWhen(hand, {
    isThere: id => [map().touchpoints, map().stages, map().lanes].flat().some(record => record.id === id),
    onMapChange(listener) {
      listeners.map = listener
      return () => {}
    },
    mayGoOn: () => isConnected,
    onSessionChange(listener) {
      listeners.session = listener
      return () => {}
    },
  })
  const middle = (id: string) => {
    const { x, y, width, height } = layout().touchpoints.get(id) ?? expect.unreachable()
    return { x: x + width / 2, y: y + height / 2 }
  }
  return {
    tools: tools as unknown as CanvasTools,
    open,
    map,
    middle,
    layout,
    isShown: () => Object.values(state.getState()).some(part => part !== null),
    remove(kind: 'touchpoints' | 'stages' | 'lanes', id: string) {
      remove(open, kind, [id])
      listeners.map()
    },
    disconnect() {
      isConnected = false
      listeners.session()
    },
    /** As the canvas hears it: whoever tracks a pointer hears it first. */
    escape() {
      const key = Object.assign(new Event('keydown'), { key: 'Escape' })
      window.dispatchEvent(key)
      if (!key.cancelBubble) hand.cancel()
    },
  }
}

type Canvas = ReturnType<typeof canvas>
type Held = { readonly of: readonly ['touchpoints' | 'stages' | 'lanes', string]; move(): void; release(): void }

function dragging({ tools, open, middle, layout }: Canvas, ids: readonly string[]): Held {
  open.view.setState({ selected: [...ids] })
  const [id = ''] = ids
  const drag = cardDrag(tools)
  const to = { x: middle('c').x, y: middle('c').y + 90 }
  const node = { id, position: { x: (layout().touchpoints.get('c')?.x ?? 0) + 5, y: to.y - 20 } }
  const say = (act: 'onNodeDragStart' | 'onNodeDrag' | 'onNodeDragStop', at: Point) =>
    drag[act](pointer('pointermove', at) as never, node as never, [])
  say('onNodeDragStart', middle(id))
  return { of: ['touchpoints', id], move: () => say('onNodeDrag', to), release: () => say('onNodeDragStop', to) }
}

function byPointer(of: Held['of'], to: Point): Held {
  return {
    of,
    move: () => void window.dispatchEvent(pointer('pointermove', to)),
    release: () => void window.dispatchEvent(pointer('pointerup', to)),
  }
}

const GESTURES: Readonly<Record<string, (canvas: Canvas) => Held>> = {
  'a card that is dragged': canvas => dragging(canvas, ['a']),
  'several cards that are dragged': canvas => dragging(canvas, ['a', 'b']),
  'an arrow that is drawn'(canvas) {
    linkGesture(canvas.tools, 'a', pointer('pointerdown', canvas.middle('a')))
    return byPointer(['touchpoints', 'a'], canvas.middle('c'))
  },
  'a stage that is dragged'({ tools }) {
    dragHeader(tools, 'stages', 'use', pointer('pointerdown', { x: 700, y: -20 }))
    return byPointer(['stages', 'use'], { x: 20, y: -20 })
  },
  'a lane that is made taller'({ tools, layout }) {
    const bottom = layout().rows[0]?.height ?? 0
    dragEdge(tools, 'lanes', 'steps', pointer('pointerdown', { x: -20, y: bottom }))
    return byPointer(['lanes', 'steps'], { x: -20, y: bottom + 150 })
  },
}

describe.each(Object.keys(GESTURES))('%s', name => {
  const begun = () => {
    const ada = canvas()
    const held = GESTURES[name]?.(ada) ?? expect.unreachable()
    held.move()
    expect(ada.isShown()).toBe(true)
    return { ada, held }
  }

  it('changes the map when it is let go', () => {
    const { ada, held } = begun()
    const before = ada.map()
    held.release()
    expect(ada.map()).not.toEqual(before)
    expect(ada.isShown()).toBe(false)
  })

  it.each(['Escape', 'a colleague who deletes it', 'a lost connection'])(
    'is given up by %s, and nothing is written',
    reason => {
      const { ada, held } = begun()
      if (reason === 'Escape') ada.escape()
      else if (reason === 'a lost connection') ada.disconnect()
      else ada.remove(...held.of)
      expect(ada.isShown()).toBe(false)
      const before = ada.map()
      held.move()
      expect(ada.isShown()).toBe(false)
      held.release()
      expect(ada.map()).toEqual(before)
    },
  )
})
