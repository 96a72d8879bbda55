import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Primitive } from '#shared/drawing/scene.ts'
import { card, painting, shown, WHOLE } from '../testing/shownMap.ts'
import type { Painting } from './paintedLayer.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('what is in the hand', () => {
  it('is shown until it is to be seen where it came to', () => {
    const { layer, canvas, frame, rest, pixel } = shown({ slow: 10 })
    const items: Primitive[] = [{ type: 'box', x: 0, y: 0, width: 900, height: 600, fill: 'accent' }]
    const wide = card('wide', { x: 0, y: 0, width: 900, height: 600 }, items)
    const slow = card('slow', WHOLE, [{ type: 'picture', ...WHOLE, hash: 'all', alt: '' }])
    layer.show({ ...painting(slow), carried: { lines: [], block: null, cards: [{ group: wide, at: { x: 0, y: 0 } }] } })
    rest(2_000)
    const held = pixel(canvas, 300, 200)
    layer.show(painting(slow, wide))
    for (let step = 0; step < 30; step += 1) {
      frame()
      expect([pixel(canvas, 300, 200), pixel(canvas, 20, 20), pixel(canvas, 530, 350)]).toEqual([held, held, held])
    }
  })

  it('is painted once, and shown wherever it is held', () => {
    const { layer, canvas, frame, rest, paints, pixel, move } = shown()
    const held = card('held', { x: 0, y: 0, width: 100, height: 60 }, [
      { type: 'picture', x: 0, y: 0, width: 100, height: 60, hash: 'held', alt: '' },
    ])
    const holding = (x: number, y: number): Painting => {
      return { ...painting(), carried: { lines: [], block: null, cards: [{ group: held, at: { x, y } }] } }
    }
    layer.show(holding(100, 100))
    rest(2_000)
    const before = paints()
    const isAt = (x: number, y: number) => pixel(canvas, x, y).split(',')[1] === '200'
    for (const [x, y] of [[200, 100] as const, [300, 200] as const, [2_000, 100] as const]) {
      layer.show(holding(x, y))
      frame()
      const [left, top] = [x * 0.6, y * 0.6]
      expect([isAt(left + 5, top + 5), isAt(left + 55, top + 31), isAt(left + 65, top + 31)]).toEqual(
        x < 1_000 ? [true, true, false] : [false, false, false],
      )
    }
    expect(paints()).toBe(before)
    move(-900, 0)
    frame()
    expect([isAt(305, 65), paints() - before]).toEqual([true, 1])
  })

  it('is painted again at the scale at which it is seen', () => {
    const { layer, canvas, rest, pixel, zoom } = shown()
    const area = { x: 0, y: 0, width: 400, height: 300 }
    const held = card('held', area, [{ type: 'picture', ...area, hash: 'held', alt: '' }])
    layer.show({ ...painting(), carried: { lines: [], block: null, cards: [{ group: held, at: { x: 300, y: 200 } }] } })
    rest(2_000)
    const before = pixel(canvas, 310, 210)
    zoom(1.5)
    rest(500)
    expect(pixel(canvas, 310, 210)).not.toBe(before)
  })
})
