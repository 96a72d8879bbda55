import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { Bars } from './Brush.ts'
import type { Context2D } from './Context2D.ts'
import { paint, paintItems } from './paint.ts'
import type { Group, Scene } from './scene.ts'
import { circle } from './shapes.ts'
import { DARK, LIGHT, type Theme } from './theme.ts'

const square = (x: number): Group => {
  const items = [{ type: 'box', x: 0, y: 0, width: 10, height: 10, fill: 'ink' }] as const
  return { type: 'group', kind: 'note', id: String(x), x, y: 0, width: 10, height: 10, items }
}
const scene = (items: Scene['items']): Scene => ({ x: 0, y: 0, width: 40, height: 20, background: 'paper', items })

/** Paints and gives the colour of a pixel as #RRGGBB. */
function painted(scene: Scene, theme: Theme, options = {}) {
  const canvas = createCanvas(80, 40)
  const context = canvas.getContext('2d')
  paint(scene, context, theme, { x: 0, y: 0, scale: 2, ...options })
  const at = (x: number, y: number) => {
    const [r = 0, g = 0, b = 0] = context.getImageData(x, y, 1, 1).data
    return `#${[r, g, b].map(part => part.toString(16).padStart(2, '0')).join('')}`.toUpperCase()
  }
  return { at, context }
}

describe('painting', () => {
  it('puts each thing at its place, enlarged, in the colours of the theme', () => {
    for (const theme of [LIGHT, DARK]) {
      const { at } = painted(scene([square(10)]), theme)
      expect(at(19, 5)).toBe(theme.paper)
      expect(at(20, 5)).toBe(theme.ink)
      expect(at(39, 19)).toBe(theme.ink)
      expect(at(41, 5)).toBe(theme.paper)
    }
  })

  it('works on the canvas of a browser too', () => {
    expectTypeOf<CanvasRenderingContext2D>().toExtend<Context2D>()
    expectTypeOf<OffscreenCanvasRenderingContext2D>().toExtend<Context2D>()
  })

  it('can start anywhere, for pictures made of tiles', () => {
    expect(painted(scene([square(10)]), LIGHT, { x: -20, y: 0 }).at(0, 0)).toBe(LIGHT.ink)
  })

  it('leaves out what cannot be seen', () => {
    const visible = { x: 0, y: 0, width: 15, height: 20 }
    const { at } = painted(scene([square(10), square(25)]), LIGHT, { visible })
    expect(at(25, 5)).toBe(LIGHT.ink)
    expect(at(55, 5)).toBe(LIGHT.paper)
  })

  it('shows lines of text as bars where nobody could read them, and titles and counts for longer than the rest', () => {
    const font = { family: 'sans', size: 8, weight: 400 } as const
    const line = { type: 'text', x: 20, y: 10, text: 'Wait', font, color: 'ink', dir: 'ltr', anchor: 'right' } as const
    const opacities = (weight: 400 | 600, bars: Bars) => {
      const canvas = createCanvas(40, 20)
      const context = canvas.getContext('2d')
      paintItems([{ ...line, font: { ...font, weight }, width: 12 }], context, LIGHT, { bars })
      const opacity = (x: number, y: number) => context.getImageData(x, y, 1, 1).data[3]
      return [opacity(7, 8), opacity(9, 8), opacity(19, 8), opacity(21, 8), opacity(12, 4)]
    }
    const bar = [0, 128, 128, 0, 0]
    expect(opacities(400, 'all')).toEqual(bar)
    expect(opacities(600, 'all')).toEqual(bar)
    expect(opacities(400, 'quiet')).toEqual(bar)
    expect(opacities(600, 'quiet')).not.toEqual(bar)
    expect(opacities(400, 'none')).not.toEqual(bar)
    // What is read upwards would be a bar across what lies beside it.
    const { context } = painted(scene([{ ...line, width: 12, turned: true }]), LIGHT, { bars: 'all' })
    expect(new Set(context.getImageData(0, 0, 40, 40).data.filter((_, at) => at % 4 === 0))).toEqual(new Set([0xf6]))
  })

  it('turns words that are read upwards around their place', () => {
    const font = { family: 'sans', size: 10, weight: 400 } as const
    const line = { type: 'text', x: 20, y: 10, text: 'HHH', font, color: 'ink', dir: 'ltr', anchor: 'center' } as const
    const rows = (turned: boolean) => {
      const canvas = createCanvas(40, 40)
      const context = canvas.getContext('2d')
      context.translate(0, 10)
      paintItems([{ ...line, width: 20, turned }], context, LIGHT)
      expect(context.getTransform()).toMatchObject({ a: 1, b: 0, e: 0, f: 10 })
      const { data } = context.getImageData(0, 0, 40, 40)
      return Array.from({ length: 40 }, (_, y) => y).filter(y => data.subarray(y * 160, y * 160 + 160).some(Boolean))
        .length
    }
    expect(rows(true)).toBeGreaterThan(rows(false) + 4)
  })

  it('leaves the canvas as it found it', () => {
    const ring = { type: 'path', commands: circle(5, 5, 3), stroke: 'ink', dash: [1, 1], opacity: 0.5 } as const
    const { context } = painted(scene([ring]), LIGHT)
    expect(context.getLineDash()).toEqual([])
    expect(context.globalAlpha).toBe(1)
    expect(context.getTransform()).toMatchObject({ a: 1, d: 1, e: 0, f: 0 })
  })

  it('closes a circle where it began', () => {
    const { at } = painted(scene([{ type: 'path', commands: circle(10, 10, 8), fill: 'accent' }]), LIGHT)
    expect([at(20, 6), at(34, 20), at(20, 34), at(6, 20)]).toEqual(Array(4).fill(LIGHT.accent))
    expect(at(7, 7)).toBe(LIGHT.paper)
  })

  it('rounds the corners of a picture, whoever draws it', () => {
    const place = { type: 'picture', x: 5, y: 5, width: 30, height: 10, radius: 4, hash: 'h', alt: '' } as const
    const { at } = painted(scene([place]), LIGHT, {
      picture(_: string, context: Context2D) {
        context.fillStyle = LIGHT.ink
        context.fillRect(0, 0, 40, 20)
        return true
      },
    })
    expect([at(40, 20), at(10, 10), at(40, 8)]).toEqual([LIGHT.ink, LIGHT.paper, LIGHT.paper])
  })

  it('shows the description of a picture that is not at hand', () => {
    const picture = { type: 'picture', x: 0, y: 0, width: 40, height: 20, hash: 'h', alt: 'A stand' } as const
    const asked: string[] = []
    const { at } = painted(scene([picture]), LIGHT, {
      picture: (hash: string) => {
        asked.push(hash)
        return false
      },
    })
    expect(asked).toEqual(['h'])
    expect(at(1, 1)).toBe(LIGHT.line)
  })
})
