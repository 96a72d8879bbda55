import { describe, expect, it } from 'vitest'
import type { Primitive } from '#shared/drawing/scene.ts'
import { CARDS, homeScene } from './HomeScene.ts'

const scene = homeScene((text, font) => text.length * font.size * 0.5)

function all(items: readonly Primitive[]): Primitive[] {
  return items.flatMap(item => [item, ...(item.type === 'group' ? all(item.items) : [])])
}

describe('the picture on the first page', () => {
  const parts = all(scene?.items ?? [])
  const cards = parts.filter(part => part.type === 'group' && part.kind === 'touchpoint')

  it('shows every card that was chosen from the sample', () => {
    expect(cards.map(card => card.type === 'group' && card.id).sort()).toEqual([...CARDS].sort())
  })

  it('shows what the product is about: ink, pencil, customers’ words, rings and the gap of feelings', () => {
    const borders = cards.map(card => (card.type === 'group' ? card.items[0] : undefined))
    expect(borders.some(box => box?.type === 'box' && box.dash !== undefined)).toBe(true)
    expect(borders.some(box => box?.type === 'box' && box.dash === undefined)).toBe(true)
    expect(parts.some(part => part.type === 'text' && part.font.family === 'serif')).toBe(true)
    expect(parts.some(part => part.type === 'group' && part.kind === 'ring')).toBe(true)
    expect(parts.some(part => part.type === 'path' && part.fill === 'feeling-1' && part.opacity !== undefined)).toBe(
      true,
    )
  })
})
