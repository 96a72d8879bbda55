import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstSight, fitted, MAX_ZOOM, MIN_ZOOM, revealed, zoomedAt, zoomStep } from './viewportMath.ts'

const SCREEN = { width: 1000, height: 800 }
const EDGES = { top: 56, right: 0, bottom: 0, left: 160 }
const NONE = { top: 0, right: 0, bottom: 0, left: 0 }

describe('zooming', () => {
  it('leaves what is under the pointer where it is', () => {
    const number = fc.double({ min: -5000, max: 5000, noNaN: true })
    const zoom = fc.double({ min: MIN_ZOOM, max: MAX_ZOOM, noNaN: true })
    fc.assert(
      fc.property(number, number, zoom, zoom, number, number, (x, y, from, to, px, py) => {
        const next = zoomedAt({ x, y, zoom: from }, to, { x: px, y: py })
        expect((px - next.x) / next.zoom).toBeCloseTo((px - x) / from, 4)
        expect((py - next.y) / next.zoom).toBeCloseTo((py - y) / from, 4)
      }),
    )
  })

  it('stays between 2 % and 400 %', () => {
    const at = { x: 0, y: 0 }
    expect(zoomedAt({ x: 0, y: 0, zoom: 1 }, 99, at).zoom).toBe(MAX_ZOOM)
    expect(zoomedAt({ x: 0, y: 0, zoom: 1 }, 0, at).zoom).toBe(MIN_ZOOM)
  })

  it('goes by steps that a person recognises, up and down again', () => {
    expect(zoomStep(0.71, 1)).toBe(0.8)
    expect(zoomStep(0.71, -1)).toBe(0.67)
    expect(zoomStep(1, 1)).toBe(1.25)
    expect(zoomStep(zoomStep(1, 1), -1)).toBe(1)
    expect(zoomStep(MAX_ZOOM, 1)).toBe(MAX_ZOOM)
    expect(zoomStep(MIN_ZOOM, -1)).toBe(MIN_ZOOM)
  })
})

describe('fitting', () => {
  it('shows all of a map beside the headers, in the middle', () => {
    const { x, y, zoom } = fitted({ x: 0, y: 0, width: 2000, height: 500 }, SCREEN, EDGES)
    expect(zoom).toBeCloseTo((1000 - 160 - 48) / 2000)
    expect(x).toBeCloseTo(160 + 24)
    expect(y).toBeGreaterThan(56)
    expect(y + 500 * zoom).toBeLessThan(800)
  })

  it('never enlarges a small map beyond its size', () => {
    expect(fitted({ x: 0, y: 0, width: 10, height: 10 }, SCREEN, NONE).zoom).toBe(1)
  })

  it('at first sight prefers cards that can be read to all of them at once', () => {
    const { x, y, zoom } = firstSight({ x: 0, y: 0, width: 9000, height: 4000 }, SCREEN, EDGES)
    expect({ x, y, zoom }).toEqual({ x: 160, y: 56, zoom: 0.6 })
  })

  it('at first sight shows a map of fitting width from its top', () => {
    const { y, zoom } = firstSight({ x: 0, y: 0, width: 1000, height: 4000 }, SCREEN, EDGES)
    expect(zoom).toBeCloseTo(0.792)
    expect(y).toBe(56)
  })
})

describe('bringing a card into view', () => {
  const card = { x: 0, y: 0, width: 240, height: 100 }

  it('moves nothing when all of the card is to be seen, even close to the edge', () => {
    const viewport = { x: 161, y: 57, zoom: 1 }
    expect(revealed(viewport, card, SCREEN, EDGES)).toBe(viewport)
  })

  it('moves it out from under the headers, by no more than needed', () => {
    expect(revealed({ x: 100, y: 300, zoom: 1 }, card, SCREEN, EDGES)).toEqual({ x: 184, y: 300, zoom: 1 })
    expect(revealed({ x: 300, y: -900, zoom: 1 }, card, SCREEN, EDGES)).toEqual({ x: 300, y: 80, zoom: 1 })
  })

  it('moves it back from the far edges', () => {
    expect(revealed({ x: 900, y: 790, zoom: 1 }, card, SCREEN, EDGES)).toEqual({ x: 736, y: 676, zoom: 1 })
  })

  it('shows the beginning of what is larger than the screen', () => {
    expect(revealed({ x: 500, y: 300, zoom: 4 }, card, SCREEN, EDGES).x).toBe(184)
  })
})
