import { createCanvas } from '@napi-rs/canvas'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { paintItems } from '#shared/drawing/paint.ts'
import type { Group } from '#shared/drawing/scene.ts'
import { LIGHT, TYPE } from '#shared/drawing/theme.ts'
import { paperBrowser } from '../testing/paperBrowser.ts'
import { minimapPainter } from './minimapPainter.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const SIZE = { width: 200, height: 132 }
const VIEW = { x: 10, y: 6, scale: 0.1 }
const grid: Group = {
  ...{ type: 'group', kind: 'grid', id: 'grid', x: 0, y: 0, width: 1_800, height: 1_200 },
  items: [{ type: 'box', x: 600, y: 0, width: 1, height: 1_200, fill: 'line' }],
}

function card(id: string, x: number, title: string): Group {
  const box = { type: 'box', x: 0, y: 0, width: 240, height: 120, radius: 10, fill: 'surface', stroke: 'ink' } as const
  const at = { x: 20, y: 40, width: title.length * 8, anchor: 'left', dir: 'ltr', color: 'ink' } as const
  const line = { type: 'text', text: title, font: TYPE.cardTitle, ...at } as const
  return { type: 'group', kind: 'touchpoint', id, x, y: 300, width: 240, height: 120, items: [box, line] }
}

/** What the drawing of a map looks like at the size of the minimap. */
function drawn(items: readonly Group[]): Buffer {
  const canvas = createCanvas(SIZE.width, SIZE.height)
  const context = canvas.getContext('2d')
  context.setTransform(VIEW.scale, 0, 0, VIEW.scale, VIEW.x, VIEW.y)
  paintItems([grid, ...items], context, LIGHT, { bars: 'all' })
  return Buffer.from(context.getImageData(0, 0, SIZE.width, SIZE.height).data)
}

/** Whether two pictures are the same but for what nobody sees. */
function looksLike(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && one.every((byte, at) => Math.abs(byte - (other[at] ?? 0)) <= 3)
}

describe('the picture on the minimap', () => {
  it('is the drawing of the map, and stays so when cards come, change, move and go', () => {
    const { canvas, pixels, rest } = paperBrowser()
    const element = canvas()
    const { show } = minimapPainter(element, SIZE)
    const [one, other] = [card('one', 100, 'See the sign'), card('other', 900, 'Ask')]
    for (const items of [[one], [one, other], [card('one', 100, 'Hear'), other], [card('one', 1_400, 'Hear')], []]) {
      show(() => ({ grid, items, view: VIEW }))
      rest(1_000)
      expect(Buffer.compare(pixels(element), drawn(items)), items.map(({ id, x }) => `${id} at ${x}`).join()).toBe(0)
    }
  })

  it('comes a part at a time on a large map, is whole when it is shown, and is that of the map at last', () => {
    const { canvas, pixels, rest, work } = paperBrowser()
    const element = canvas()
    const { show } = minimapPainter(element, SIZE)
    const cards = Array.from({ length: 900 }, (_, at) => card(`c${at}`, (at * 37) % 1_500, `Step ${at}`))
    const fewer = cards.filter(({ x }) => x < 700)
    const pictures = { empty: Buffer.alloc(SIZE.width * SIZE.height * 4), all: drawn(cards), fewer: drawn(fewer) }
    let asked = 0
    let parts = 0
    const slow = (items: readonly Group[]) => () => {
      asked += 1
      return {
        grid: {
          ...grid,
          // Painted with each part; which takes longer than a frame has left, as on a slow machine.
          get width() {
            parts += 1
            work(10)
            return grid.width
          },
        },
        items,
        view: VIEW,
      }
    }
    const seen = new Set<string>()
    const follow = (milliseconds: number) => {
      for (let passed = 0; passed < milliseconds; passed += 16) {
        rest(16)
        const now = pixels(element)
        const found = Object.entries(pictures).find(([, picture]) => looksLike(now, picture))
        seen.add(found?.[0] ?? 'half a picture')
      }
    }
    show(slow(cards))
    follow(300)
    expect(parts).toBeGreaterThan(0)
    show(slow(fewer))
    follow(3_000)
    expect([...seen]).toEqual(['empty', 'all', 'fewer'])
    expect(asked).toBe(2)
    expect(parts).toBeGreaterThan(4)
  })

  it('waits until the map rests', () => {
    const { canvas, rest } = paperBrowser()
    const { show } = minimapPainter(canvas(), SIZE)
    let asked = 0
    for (let step = 0; step < 20; step += 1) {
      show(() => {
        asked += 1
        return { grid, items: [card('one', step, '')], view: VIEW }
      })
      rest(100)
    }
    expect(asked).toBe(0)
    rest(1_000)
    expect(asked).toBe(1)
  })
})
