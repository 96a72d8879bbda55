import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Context2D } from '#shared/drawing/Context2D.ts'
import type { Group, Primitive } from '#shared/drawing/scene.ts'
import { type Painting, paintedLayer } from '../painted/paintedLayer.ts'
import { paperBrowser } from './paperBrowser.ts'

/** Of the canvas, in pixels. */
export const SIZE = { width: 600, height: 400 }

/** A card at its place on the map. */
export function card(
  id: string,
  rect: { x: number; y: number; width: number; height: number },
  items: Primitive[],
): Group {
  return { type: 'group', kind: 'touchpoint', id, ...rect, items }
}

/** Where the map is, in map units. */
export const WHOLE = { x: 0, y: 0, width: 9_000, height: 6_000 }
export const grid: Group = { type: 'group', kind: 'grid', id: 'grid', ...WHOLE, items: [] }

/** What is painted while nothing is in the hand. */
export function painting(...items: Group[]): Painting {
  return { grid, items, carried: null, outlined: [] }
}

/** A canvas that shows a map. What lies on it in pictures tells by its colour at which scale it was painted. */
export function shown({ slow = 0 } = {}) {
  const browser = paperBrowser()
  const canvas = browser.canvas()
  const listeners = new Set<() => void>()
  let state = { transform: [0, 0, 0.6] as readonly [number, number, number], ...SIZE }
  const scales: number[] = []
  const colour = (scale: number) => {
    if (!scales.includes(scale)) scales.push(scale)
    return `rgb(${scales.indexOf(scale)}, 200, 100)`
  }
  let paints = 0
  const layer = paintedLayer(
    canvas,
    {
      getState: () => state,
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    {
      paint(_, context: Context2D, { x, y, width, height }) {
        context.fillStyle = colour(Math.round((context as unknown as SKRSContext2D).getTransform().a * 1e4) / 1e4)
        context.fillRect(x, y, width, height)
        browser.work(slow)
        paints += 1
        return true
      },
      subscribe: () => () => {},
    },
  )
  /** The scales at which what is seen was painted; null for where nothing is. */
  const seen = () => {
    const found = new Set<number | null>()
    for (let x = 5; x < SIZE.width; x += 59) {
      for (let y = 5; y < SIZE.height; y += 39) {
        const [red = '', , , alpha] = browser.pixel(canvas, x, y).split(',')
        found.add(alpha === '255' ? (scales[Number(red)] ?? null) : null)
      }
    }
    return [...found]
  }
  const view = (transform: readonly [number, number, number]) => {
    state = { ...state, transform }
    for (const listener of listeners) listener()
  }
  return {
    ...browser,
    canvas,
    layer,
    seen,
    paints: () => paints,
    /** Zooms in the middle of the canvas. Returns the zoom. */
    zoom(by: number) {
      const [x, y, zoom] = state.transform
      const along = (at: number, middle: number) => middle - (middle - at) * by
      view([along(x, SIZE.width / 2), along(y, SIZE.height / 2), zoom * by])
      return zoom * by
    },
    move(x: number, y: number) {
      const [left, top, zoom] = state.transform
      view([left + x, top + y, zoom])
    },
    /** Looks at the corner of the map. */
    look: (zoom: number) => view([0, 0, zoom]),
  }
}

/** Covers the map with a picture, so that its colour tells everywhere when it was painted. */
export const everywhere = card('all', WHOLE, [{ type: 'picture', ...WHOLE, hash: 'all', alt: '' }])
