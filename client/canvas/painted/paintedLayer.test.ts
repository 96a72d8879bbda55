import { createCanvas } from '@napi-rs/canvas'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Bars } from '#shared/drawing/Brush.ts'
import { paintItems } from '#shared/drawing/paint.ts'
import type { Primitive } from '#shared/drawing/scene.ts'
import { LIGHT, TYPE } from '#shared/drawing/theme.ts'
import { card, everywhere, grid, painting, SIZE, shown, WHOLE } from '../testing/shownMap.ts'
import type { Painting } from './paintedLayer.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('the painted map', () => {
  it('is whole in its first frame, at its own scale', () => {
    const { layer, frame, seen } = shown({ slow: 3 })
    layer.show(painting(everywhere))
    frame()
    expect(seen()).toEqual([0.6])
  })

  it('is never empty and never a patchwork while one zooms and moves, and is sharp at rest', () => {
    // A tile takes as long as a frame has left: most of what comes into view is late.
    const { layer, frame, rest, seen, zoom, move } = shown({ slow: 4 })
    layer.show(painting(everywhere))
    move(-1_000, -1_000)
    rest(2_000)
    const coarse = 0.1138
    const factors = [...Array(14).fill(0.9), ...Array(20).fill(1.1)]
    for (const [at, factor] of factors.entries()) {
      const scale = zoom(factor)
      frame()
      const scales = seen().filter(each => each !== coarse)
      expect(scales, `step ${at} at ${scale}`).not.toContain(null)
      expect(scales.length, `step ${at} at ${scale}`).toBeLessThan(2)
    }
    for (let step = 0; step < 20; step += 1) {
      move(-60, 30)
      frame()
      expect(seen()).not.toContain(null)
    }
    const scale = zoom(0.5)
    rest(200)
    expect(seen()).toEqual([expect.closeTo(scale, 4)])
  })

  it('is painted anew on the way where that is quick, before it would be blurred', () => {
    const { layer, frame, rest, seen, zoom, move } = shown()
    layer.show(painting(everywhere))
    move(-1_000, -1_000)
    rest(2_000)
    for (let step = 0; step < 30; step += 1) {
      const scale = zoom(step < 15 ? 1.1 : 0.9)
      frame()
      for (const each of seen()) expect(Math.max((each ?? 0) / scale, scale / (each ?? 0))).toBeLessThan(1.5)
    }
  })

  it('is there already where the view comes to after a rest', () => {
    const { layer, frame, rest, paints, move, seen } = shown({ slow: 4 })
    layer.show(painting(everywhere))
    move(-1_000, -1_000)
    rest(2_000)
    for (const [x, y] of [[120, 0] as const, [-240, 0] as const, [120, 200] as const, [0, -400] as const]) {
      const before = paints()
      move(x, y)
      frame()
      // At most a tile for what comes after it.
      expect([paints() - before < 2, seen()]).toEqual([true, [0.6]])
    }
  })

  it('changes all at once where everything is another, also on a map that never rests', () => {
    const { layer, canvas, frame, rest, pixel } = shown({ slow: 4 })
    const covered = (fill: 'ink' | 'accent' | 'surface', width = WHOLE.width): Painting => {
      const box = { type: 'box', ...WHOLE, fill } as const
      const slow = { type: 'picture', ...WHOLE, hash: 'all', alt: '' } as const
      // Another grid is another map everywhere.
      return { ...painting(card('all', WHOLE, [slow, box])), grid: { ...grid, width } }
    }
    const seen = () => {
      const places = [5, 200, 400, 595].flatMap(x => [5, 150, 395].map(y => pixel(canvas, x, y)))
      return [...new Set(places)]
    }
    layer.show(covered('ink'))
    frame()
    const [ink = ''] = seen()
    layer.show(covered('accent', 8_000))
    const colours = new Set<string>()
    for (let step = 0; step < 20; step += 1) {
      frame()
      expect(seen(), `step ${step}`).toHaveLength(1)
      colours.add(seen().join())
    }
    expect([colours.size, colours.has(ink)]).toEqual([2, true])
    for (let step = 0; step < 40; step += 1) {
      layer.show(covered('ink', 7_000 + step))
      frame()
      expect(seen(), `step ${step} without a rest`).toHaveLength(1)
    }
    expect(seen()).toEqual([ink])
    layer.show(covered('surface'))
    rest(1_000)
    expect(colours).not.toContain(seen().join())
  })

  it('comes tile by tile while it is panned, and never late', () => {
    // As just after opening, when nothing stands in yet.
    const { layer, frame, paints, move, seen } = shown({ slow: 1 })
    layer.show(painting(everywhere))
    frame()
    const most = { tiles: 0 }
    for (let step = 0; step < 80; step += 1) {
      move(step < 40 ? -40 : 30, -24)
      const before = paints()
      frame()
      expect(seen(), `step ${step}`).toEqual([0.6])
      // The first step cannot be foreseen, nor can a turn.
      if (step > 6 && Math.abs(step - 40) > 6) most.tiles = Math.max(most.tiles, paints() - before)
    }
    expect(most.tiles).toBeLessThan(3)
  })

  it('is painted again only where something changed', () => {
    const { layer, rest, paints } = shown()
    const own = { x: 100, y: 100, width: 240, height: 120 }
    const other = card('other', { ...own, x: 500 }, [])
    layer.show(painting(everywhere, card('own', own, []), other))
    rest(2_000)
    const before = paints()
    layer.show(painting(everywhere, card('own', own, []), other))
    rest(2_000)
    // The tile that it lies on, and the same in coarse.
    expect(paints() - before).toBe(2)
  })

  it('is not laid again while nothing in it is another', () => {
    const { layer, canvas, rest, move } = shown()
    layer.show(painting(everywhere))
    rest(2_000)
    // What was painted ahead in the meantime may be in it.
    move(0, 0)
    rest(500)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('A canvas of the test has no context.')
    const lay = vi.spyOn(context, 'drawImage')
    move(0, 0)
    rest(500)
    expect(lay).not.toHaveBeenCalled()
    move(10, 0)
    rest(500)
    expect(lay).toHaveBeenCalled()
  })

  it('shows every word near by, titles and counts for longer than quotes from afar, and bars where all are noise', () => {
    const title = { type: 'text', x: 10, y: 30, text: 'Title', font: TYPE.cardTitle, color: 'ink', dir: 'ltr' } as const
    const words = [
      { ...title, anchor: 'left', width: 40 },
      { ...title, anchor: 'left', width: 40, y: 60, font: TYPE.quote },
    ] satisfies Primitive[]
    const group = card('a', { x: 0, y: 0, width: 240, height: 120 }, words)
    const directly = (scale: number, bars: Bars) => {
      const canvas = createCanvas(SIZE.width, SIZE.height)
      const context = canvas.getContext('2d')
      context.fillStyle = LIGHT.paper
      context.fillRect(0, 0, SIZE.width, SIZE.height)
      context.scale(scale, scale)
      paintItems([group], context, LIGHT, { bars })
      return Buffer.from(context.getImageData(0, 0, SIZE.width, SIZE.height).data)
    }
    const { layer, canvas, pixels, rest, look } = shown()
    layer.show(painting(group))
    for (const [scale, bars] of [
      [1, 'none'],
      [0.5, 'none'],
      [0.45, 'quiet'],
      [0.35, 'quiet'],
      [0.3, 'all'],
      [0.05, 'all'],
    ] as const) {
      look(scale)
      rest(2_000)
      expect(Buffer.compare(pixels(canvas), directly(scale, bars)), `at ${scale}`).toBe(0)
    }
  })
})
