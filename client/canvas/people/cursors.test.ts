import { afterEach, expect, it, vi } from 'vitest'
import type { Other } from '../../session/presence.ts'
import { paperBrowser } from '../testing/paperBrowser.ts'
import { showCursors } from './cursors.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

type Paper = { style: { transform?: string }; children: Paper[]; [more: string]: unknown }

/** An element that keeps what is written to it. */
function paper(): Paper {
  const made: Paper = { style: {}, dataset: {}, children: [], setAttribute: () => {}, remove: () => {} }
  const append = (...children: Paper[]) => void made.children.push(...children)
  return Object.assign(made, { append, replaceChildren: append })
}

/** Ada's canvas, moved by 100 and zoomed to half; `ben` says where Ben points. */
function canvas(glide: boolean) {
  const browser = paperBrowser()
  vi.stubGlobal('document', { createElement: paper, createElementNS: paper })
  const layer = paper()
  let transform: readonly [number, number, number] = [100, 100, 0.5]
  const place = (anchor: object) => anchor as { x: number; y: number }
  const cursors = showCursors(layer as unknown as HTMLElement, { place, transform: () => transform, glide })
  const user = { name: 'Ben', color: '#123456' }
  return {
    ...browser,
    ben: (x: number, y: number) =>
      cursors.see([{ key: 'ben', user, selection: [], drag: null, cursor: { on: 'map', x, y } } as unknown as Other]),
    seen: () => layer.children[0]?.children[0]?.style.transform,
    sheet: () => layer.children[0]?.style.transform,
    look(zoom: number) {
      transform = [100, 100, zoom]
      cursors.follow()
    },
  }
}

it('a colleague’s pointer glides to where it is now', () => {
  const { ben, seen, frame, rest } = canvas(true)
  ben(0, 0)
  expect(seen()).toBe('translate(0px, 0px)')
  ben(200, 100)
  frame()
  const [, x = ''] = /translate\(([\d.]+)px/.exec(seen() ?? '') ?? []
  expect(Number(x)).toBeGreaterThan(0)
  expect(Number(x)).toBeLessThan(100)
  rest(2_000)
  expect(seen()).toBe('translate(100px, 50px)')
})

it('a colleague’s pointer is where it is at once for whoever wants less motion', () => {
  const { ben, seen } = canvas(false)
  ben(0, 0)
  ben(200, 100)
  expect(seen()).toBe('translate(100px, 50px)')
})

it('while one zooms pointers are moved all at once, a little larger or smaller, and at rest are as large as ever', () => {
  const { ben, seen, sheet, look, rest } = canvas(false)
  ben(200, 100)
  expect([sheet(), seen()]).toEqual(['translate(100px, 100px)', 'translate(100px, 50px)'])
  look(0.55)
  expect([sheet(), seen()]).toEqual(['translate(100px, 100px) scale(1.1)', 'translate(100px, 50px)'])
  rest(500)
  expect([sheet(), seen()]).toEqual(['translate(100px, 100px)', 'translate(110.00000000000001px, 55.00000000000001px)'])
  // Far too large is never shown, also not for the moment of a jump.
  look(2)
  expect([sheet(), seen()]).toEqual(['translate(100px, 100px)', 'translate(400px, 200px)'])
  look(2.2)
  ben(100, 100)
  expect([sheet(), seen()]).toEqual(['translate(100px, 100px) scale(1.1)', 'translate(200px, 200px)'])
})
