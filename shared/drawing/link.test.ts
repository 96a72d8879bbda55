import { describe, expect, it } from 'vitest'
import { overlaps, type Rect } from '../model/layout/MapLayout.ts'
import { plainWidths } from '../testing/plainWidths.ts'
import { drawLinkLabel } from './link.ts'

const card = (x: number, y = 20): Rect => ({ x, y, width: 240, height: 180 })
const link = (label: string) => ({ id: 'l', label })

describe('the words of a link', () => {
  it('stand in the gutter where they fit there', () => {
    const words = drawLinkLabel(link('if'), card(20), card(300), plainWidths)
    expect(words).toMatchObject({ x: 274, width: 12 })
    expect(words && words.y > 90 && words.y < 130).toBe(true)
  })

  it('never cover a card between close columns, however long they are', () => {
    const [from, to] = [card(20), card(300)]
    for (const label of ['if it rains', 'when nobody answered the phone for three days in a row']) {
      for (const [one, other] of [
        [from, to],
        [to, from],
        [from, card(300, 400)],
        [from, card(860)],
      ] as const) {
        const words = drawLinkLabel(link(label), one, other, plainWidths)
        expect(words && (overlaps(words, one) || overlaps(words, other))).toBe(false)
      }
    }
  })

  it('that are wider than the gutter are turned and read upwards, above the arrow or along it', () => {
    const level = drawLinkLabel(link('sometimes'), card(20), card(300), plainWidths)
    expect(level?.items).toMatchObject([{ turned: true }])
    expect((level?.y ?? 0) + (level?.height ?? 0)).toBeLessThan(110)
    const steep = drawLinkLabel(link('sometimes it rains'), card(20), card(300, 420), plainWidths)
    expect((steep?.y ?? 0) + (steep?.height ?? 0) / 2).toBeCloseTo(310, 0)
  })

  it('never rise into the names of stages above low cards', () => {
    const low = { width: 240, height: 48 }
    const words = drawLinkLabel(
      link('when nobody answers'),
      { x: 20, y: 20, ...low },
      { x: 300, y: 20, ...low },
      plainWidths,
    )
    expect(words?.y).toBeGreaterThan(0)
  })

  it('stay between the columns, where no other card can lie', () => {
    for (const label of ['if', 'sometimes it rains', 'when nobody answered the phone for three days in a row']) {
      for (const x of [300, 860, -260, -820]) {
        const words = drawLinkLabel(link(label), card(20), card(x), plainWidths)
        const gutter = x > 0 ? { from: 260, to: 300 } : { from: -20, to: 20 }
        expect(words?.x).toBeGreaterThanOrEqual(gutter.from)
        expect((words?.x ?? 0) + (words?.width ?? 0)).toBeLessThanOrEqual(gutter.to)
      }
    }
  })

  it('stand beside an arrow that leads down', () => {
    const [from, to] = [card(20), card(20, 216)]
    const words = drawLinkLabel(link('then'), from, to, plainWidths)
    expect(words?.x).toBeGreaterThan(140)
  })

  it('are readable over lines by a halo, and none without words', () => {
    const words = drawLinkLabel(link('if'), card(20), card(300), plainWidths)
    expect(words?.items).toMatchObject([{ type: 'text', halo: 'paper' }])
    expect(drawLinkLabel(link(' '), card(20), card(300), plainWidths)).toBeNull()
  })
})
