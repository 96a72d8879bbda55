import { describe, expect, it } from 'vitest'
import { overlaps, type Rect } from '../model/layout/MapLayout.ts'
import { plainWidths } from '../testing/plainWidths.ts'
import { drawLink, drawLinkLabel } from './link.ts'

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

  it('that stand above the cards have the arrow right below them', () => {
    const line = drawLink(link('sometimes it rains'), card(20), card(300), plainWidths)
    const words = drawLinkLabel(link('sometimes it rains'), card(20), card(300), plainWidths)
    const bottom = (words?.y ?? 0) + (words?.height ?? 0)
    expect(line.y + 7 - bottom).toBeGreaterThan(0)
    expect(line.y + 7 - bottom).toBeLessThan(20)
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
