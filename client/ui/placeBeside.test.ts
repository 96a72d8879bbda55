import { describe, expect, it } from 'vitest'
import { type Placing, placeBeside } from './placeBeside.ts'

const view = { width: 400, height: 300 }
const panel = { width: 100, height: 80 }
const below: Placing = { side: 'bottom', align: 'start', gap: 6, margin: 8 }

describe('a panel beside its button', () => {
  it('stands under it, at its left, right or middle', () => {
    const anchor = { left: 150, top: 50, width: 60, height: 20 }
    expect(placeBeside(anchor, panel, view, below)).toEqual({ left: 150, top: 76 })
    expect(placeBeside(anchor, panel, view, { ...below, align: 'end' })).toEqual({ left: 110, top: 76 })
    expect(placeBeside(anchor, panel, view, { ...below, align: 'center' })).toEqual({ left: 130, top: 76 })
  })

  it('stands at its side', () => {
    const anchor = { left: 150, top: 100, width: 60, height: 20 }
    expect(placeBeside(anchor, panel, view, { ...below, side: 'right' })).toEqual({ left: 216, top: 100 })
    expect(placeBeside(anchor, panel, view, { ...below, side: 'left' })).toEqual({ left: 44, top: 100 })
  })

  it('goes to the other side where there is no room, and stays where the other has even less', () => {
    expect(placeBeside({ left: 10, top: 270, width: 60, height: 20 }, panel, view, below).top).toBe(184)
    expect(
      placeBeside({ left: 10, top: 100, width: 60, height: 20 }, panel, { width: 400, height: 190 }, below).top,
    ).toBe(14)
    expect(
      placeBeside({ left: 10, top: 20, width: 60, height: 20 }, panel, { width: 400, height: 120 }, below).top,
    ).toBe(32)
  })

  it('never leaves the view, and shows its beginning when it is larger', () => {
    expect(placeBeside({ left: 380, top: 50, width: 20, height: 20 }, panel, view, below).left).toBe(292)
    expect(placeBeside({ left: -40, top: 50, width: 20, height: 20 }, panel, view, below).left).toBe(8)
    const huge = placeBeside({ left: 10, top: 50, width: 20, height: 20 }, { width: 900, height: 900 }, view, below)
    expect(huge).toEqual({ left: 8, top: 8 })
  })
})
