import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Group } from '#shared/drawing/scene.ts'
import { card, grid, painting, shown, WHOLE } from '../testing/shownMap.ts'
import type { Painting } from './paintedLayer.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** Four rows of cards, each a picture of its own; wider than the view. */
const cards = Array.from({ length: 80 }, (_, at): Group => {
  const rect = { x: (at % 20) * 90, y: Math.floor(at / 20) * 100, width: 80, height: 60 }
  return card(`c${at}`, rect, [
    { type: 'picture', x: 0, y: 0, width: rect.width, height: rect.height, hash: `c${at}`, alt: '' },
  ])
})
const below = card('below', WHOLE, [{ type: 'box', ...WHOLE, fill: 'accent' }])

function holding(items: readonly Group[], x: number, y: number, still: readonly Group[] = [below]): Painting {
  const area = { x: 0, y: 0, width: 1_790, height: 360 }
  return { ...painting(...still), carried: { lines: [], block: { items, area, by: { x, y } }, cards: [] } }
}

describe('what is in the hand as one', () => {
  it('is to be seen in every frame where it is held, and painted a few cards at a time', () => {
    const { layer, canvas, frame, rest, paints, pixel } = shown({ slow: 1 })
    layer.show(painting(below, ...cards))
    rest(2_000)
    const free = pixel(canvas, 590, 390)
    for (let step = 1; step < 60; step += 1) {
      const x = -15 * step
      // So far down that each row is held where there was none.
      layer.show(holding(cards, x, 66))
      const before = paints()
      frame()
      // What a frame has time for, and one tile that was begun in it; later one ahead. Each holds up to 25 cards here.
      expect(paints() - before, `step ${step}`).toBeLessThan(step === 1 ? 6 + 25 : 6 + 25 + 25)
      const middles = cards.slice(0, 20).map(group => (group.x + 40 + x) * 0.6)
      const seen = middles.filter(middle => middle > 0 && middle < 600).map(middle => pixel(canvas, middle, 48))
      expect(seen.length).toBeGreaterThan(8)
      expect(seen, `step ${step}`).not.toContain(free)
      expect(pixel(canvas, 590, 390), `step ${step}`).toBe(free)
      // Where the first row lay.
      if (step > 20) expect([20, 200, 400].map(across => pixel(canvas, across, 18))).toEqual([free, free, free])
    }
  })

  it('is painted once, and again only where it changes', () => {
    const { layer, frame, rest, paints, move } = shown()
    const few = cards.filter(({ x }) => x < 900)
    layer.show(painting(below, ...few))
    rest(2_000)
    layer.show(holding(few, 5, 5))
    rest(2_000)
    const before = paints()
    for (let step = 1; step < 20; step += 1) {
      layer.show(holding(few, 3 * step, 2 * step))
      frame()
    }
    move(-20, 10)
    rest(500)
    expect(paints()).toBe(before)
    const [first, ...others] = few
    const other = first ? [card('c0', first, [...first.items]), ...others] : []
    layer.show(holding(other, 60, 40))
    rest(500)
    // The tile on which it lies has some of its neighbours.
    expect([paints() > before, paints() - before < 30]).toEqual([true, true])
  })

  it('shows what changed in it as soon as that is painted, also where the hand rests', () => {
    // Each tile takes longer than a frame has.
    const { layer, canvas, rest, pixel } = shown({ slow: 20 })
    const two = (fill: 'ink' | 'feeling2') =>
      [0, 700].map(x => {
        const rect = { x, y: 0, width: 200, height: 100 }
        const slow = { type: 'picture', x: 0, y: 0, width: 10, height: 10, hash: 'slow', alt: '' } as const
        return card(`at ${x}`, rect, [slow, { type: 'box', x: 0, y: 0, width: 200, height: 100, fill }])
      })
    const seen = () => [60, 480].map(x => pixel(canvas, x, 30))
    layer.show(holding(two('ink'), 0, 0))
    rest(2_000)
    const before = seen()
    layer.show(holding(two('feeling2'), 0, 0))
    rest(2_000)
    const [one, other] = seen()
    expect(one).toBe(other)
    expect(before).not.toContain(one)
  })

  it('hides nothing of the map around the cards', () => {
    const { layer, canvas, rest, pixel } = shown()
    layer.show(painting(below))
    rest(2_000)
    const paper = pixel(canvas, 300, 200)
    layer.show(holding(cards, 200, 0))
    rest(2_000)
    // Between two cards in the hand.
    expect(pixel(canvas, 120 + 51, 18)).toBe(paper)
    expect(pixel(canvas, 120 + 24, 18)).not.toBe(paper)
  })

  it('stays where it was let go until it is to be seen there on the map, and is gone from where it lay', () => {
    const { layer, canvas, frame, rest, pixel } = shown({ slow: 1 })
    layer.show({ ...painting(below, ...cards), grid })
    rest(2_000)
    const free = pixel(canvas, 51, 18)
    layer.show(holding(cards, 45, 0))
    rest(2_000)
    const isCard = (x: number) => pixel(canvas, x, 18) !== free
    expect([isCard(24 + 27), isCard(10)]).toEqual([true, false])
    const moved = cards.map(group => ({ ...group, x: group.x + 45 }))
    layer.show(painting(below, ...moved))
    for (let step = 0; step < 20; step += 1) {
      frame()
      expect([isCard(24 + 27), isCard(10)], `step ${step}`).toEqual([true, false])
    }
    layer.show(painting(below))
    rest(2_000)
    expect(isCard(24 + 27)).toBe(false)
  })
})
