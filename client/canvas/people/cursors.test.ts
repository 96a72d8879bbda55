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
  const transform = [100, 100, 0.5] as const
  const place = (anchor: object) => anchor as { x: number; y: number }
  const cursors = showCursors(layer as unknown as HTMLElement, { place, transform: () => transform, glide })
  const user = { name: 'Ben', color: '#123456' }
  return {
    ...browser,
    ben: (x: number, y: number) =>
      cursors.see([{ key: 'ben', user, selection: [], drag: null, cursor: { on: 'map', x, y } } as unknown as Other]),
    seen: () => layer.children[0]?.children[0]?.style.transform,
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
