import { describe, expect, it } from 'vitest'
import type { Group } from '#shared/drawing/scene.ts'
import type { MapLayout } from '#shared/model/layout/MapLayout.ts'
import { changedAreas } from '../painted/changedAreas.ts'
import { coversAny, frameOn, minimapView, onMap, onMinimap, shownRect } from './minimapView.ts'

const SIZE = { width: 200, height: 132 }

describe('the minimap', () => {
  it('holds the whole map, however it is shaped', () => {
    for (const content of [
      { x: 0, y: 0, width: 8000, height: 900 },
      { x: -500, y: -40, width: 900, height: 12_000 },
    ]) {
      const { x, y, width, height } = onMinimap(minimapView(content, SIZE), content)
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(5.9)
      expect(x + width).toBeLessThanOrEqual(194.1)
      expect(y + height).toBeLessThanOrEqual(126.1)
    }
  })

  it('does not blow up a map of two cards', () => {
    const view = minimapView({ x: 0, y: 0, width: 280, height: 200 }, SIZE)
    expect(view.scale).toBeLessThan(0.2)
  })

  it('goes to the point of the map that was pressed', () => {
    const view = minimapView({ x: -100, y: 0, width: 4000, height: 2000 }, SIZE)
    const at = onMinimap(view, { x: 1234, y: 567, width: 0, height: 0 })
    expect(onMap(view, at).x).toBeCloseTo(1234)
    expect(onMap(view, at).y).toBeCloseTo(567)
  })

  it('knows when it lies over what is selected, and only then', () => {
    const card = { x: 1000, y: 600, width: 240, height: 120 }
    const layout = { touchpoints: new Map([['t', card]]), notes: new Map() } as unknown as MapLayout
    const corner = { x: 600, y: 400 }
    const under = (x: number, y: number) => shownRect([x, y, 1], SIZE, corner)
    expect(coversAny(layout, ['t'], under(-350, -150))).toBe(true)
    expect(coversAny(layout, ['t'], under(0, 0))).toBe(false)
    expect(coversAny(layout, ['gone'], under(-350, -150))).toBe(false)
  })

  it('has a frame also around a view of more than itself', () => {
    const view = minimapView({ x: 0, y: 0, width: 8_000, height: 900 }, SIZE)
    const part = { x: 7_000, y: 100, width: 2_000, height: 600 }
    expect(frameOn(view, part, SIZE)).toEqual(onMinimap(view, part))
    expect(frameOn(view, { x: -9_000, y: -9_000, width: 30_000, height: 30_000 }, SIZE)).toEqual({
      x: 0,
      y: 0,
      ...SIZE,
    })
    const wide = { ...part, x: -1_000, width: 20_000 }
    expect(frameOn(view, wide, SIZE)).toEqual({ ...onMinimap(view, wide), x: 0, width: 200 })
  })

  it('frames what the canvas shows', () => {
    expect(shownRect([-100, 50, 0.5], { width: 800, height: 600 })).toEqual({
      x: 200,
      y: -100,
      width: 1600,
      height: 1200,
    })
  })
})

describe('what is painted again', () => {
  const card = (id: string, x: number, items: Group['items'] = []): Group => ({
    type: 'group',
    kind: 'touchpoint',
    id,
    x,
    y: 0,
    width: 240,
    height: 100,
    items,
  })
  const items: Group['items'] = []

  it('is nothing where a map stays as it was', () => {
    expect(changedAreas([card('a', 0, items)], [card('a', 0, items)])).toEqual([])
  })

  it('is where a card was and where it is, and where one came or went', () => {
    const xs = (before: Group[], after: Group[]) => changedAreas(before, after)?.map(({ x }) => x)
    expect(xs([card('a', 0, items), card('b', 300, items)], [card('a', 900, items), card('b', 300, items)])).toEqual([
      900, 0,
    ])
    expect(xs([card('a', 0, items)], [])).toEqual([0])
    expect(xs([], [card('a', 40, items)])).toEqual([40])
    expect(xs([card('a', 0, items)], [card('a', 0, [])])).toEqual([0, 0])
  })

  it('is everything once too much has changed', () => {
    const many = Array.from({ length: 200 }, (_, index) => card(`c${index}`, index))
    expect(changedAreas([], many)).toBeNull()
  })
})
