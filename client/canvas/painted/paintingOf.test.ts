import { describe, expect, it } from 'vitest'
import { drawLink } from '#shared/drawing/link.ts'
import { buildEvidence } from '#shared/model/evidence/EvidenceIndex.ts'
import { union } from '#shared/model/layout/MapLayout.ts'
import { mapWith } from '#shared/testing/mapWith.ts'
import { plainWidths } from '#shared/testing/plainWidths.ts'
import type { DrawnLink } from '../links/useLinks.ts'
import { sceneBuilder } from '../scene/buildScene.ts'
import { blockOf, carriedOf, paintingFollower, paintingOf } from './paintingOf.ts'

const map = mapWith({
  stages: [{ id: 's' }],
  lanes: [{ id: 'l' }],
  touchpoints: ['a', 'b', 'c'].map(id => ({ id, title: id, stage: 's', lane: 'l' })),
  notes: [{ id: 'n', text: 'Remember', x: 40, y: 900 }],
  links: [
    { id: 'ab', from: 'a', to: 'b' },
    { id: 'bc', from: 'b', to: 'c' },
  ],
})
const scene = sceneBuilder(plainWidths)({ map, evidence: buildEvidence(map, '2026-01-01') })
const links = map.links.flatMap((link): DrawnLink[] => {
  const [from, to] = [scene.layout.touchpoints.get(link.from), scene.layout.touchpoints.get(link.to)]
  return from && to ? [{ link, from, to, line: drawLink(link, from, to), words: null, text: 1 }] : []
})
const ids = (items: readonly object[]) => items.flatMap(item => ('id' in item ? [item.id] : []))

describe('what is painted of a map', () => {
  it('is all of it, and the very same where nothing changed', () => {
    const [first, second] = [paintingOf(scene, links, { held: null }), paintingOf(scene, links, { held: null })]
    expect(ids(first.items)).toEqual(['ab', 'bc', 'n', 'a', 'b', 'c'])
    for (const [at, item] of second.items.entries()) expect(item).toBe(first.items[at])
  })

  it('has nothing twice: neither what is in the hand with its arrows, nor the card that is typed', () => {
    const still = paintingOf(scene, links, { held: new Set(['a', 'n']), edited: 'c' })
    expect(ids(still.items)).toEqual(['bc', 'b'])
    const places = new Map([
      ['a', { x: 500, y: 300 }],
      ['n', { x: 700, y: 300 }],
    ])
    const carried = carriedOf(scene, links.slice(0, 1), { places, by: null }, null)
    expect(ids(carried.lines)).toEqual(['ab'])
    expect(carried.cards.map(({ group, at }) => [group.id, at])).toEqual([...places])
    expect(carried.block).toBeNull()
  })

  it('has what moves as one as it lies, with the links in between, and only the others on their own', () => {
    const held = new Set(['a', 'b', 'n'])
    const block = blockOf(scene, links.slice(0, 1), held)
    expect(block?.items.map(({ id }) => id)).toEqual(['ab', 'n', 'a', 'b'])
    const still = paintingOf(scene, links, { held: null }).items
    for (const item of block?.items.slice(1) ?? []) expect(still).toContain(item)
    for (const { x, y, width, height } of block?.items ?? []) {
      expect(block?.area).toEqual(union(block?.area ?? { x, y, width, height }, { x, y, width, height }))
    }
    const by = { x: 7, y: -3 }
    const carried = carriedOf(scene, links.slice(1), { places: new Map([['a', { x: 0, y: 0 }]]), by }, block)
    expect([ids(carried.lines), carried.block, carried.cards]).toEqual([['bc'], { ...block, by }, []])
  })

  it('stays the very same while a card is typed, and no longer than that', () => {
    const [follow, build] = [paintingFollower(), sceneBuilder(plainWidths)]
    const sceneOf = (titles: Record<string, string>) => {
      const touchpoints = map.touchpoints.map(card => ({ ...card, title: titles[card.id] ?? card.title }))
      return build({ map: { ...map, touchpoints }, evidence: buildEvidence(map, '2026-01-01') })
    }
    const typed = { held: null, edited: 'a' }
    const first = follow(sceneOf({}), links, typed)
    expect(follow(sceneOf({ a: 'A' }), links, typed)).toBe(first)
    const second = follow(sceneOf({ a: 'A', b: 'B' }), links, typed)
    expect(second).not.toBe(first)
    // One that was never asked for may have been another.
    sceneOf({ a: 'A', b: 'Bb' })
    const third = follow(sceneOf({ a: 'Aa', b: 'Bb' }), links, typed)
    expect(third).not.toBe(second)
    expect(ids(follow(sceneOf({ a: 'Aa', b: 'Bb' }), links, { held: null }).items)).toContain('a')
  })

  it('tints the cell that what is in the hand would come to, below it', () => {
    const cell = { x: 0, y: 0, width: 280, height: 200 }
    const places = new Map([['a', { x: 5, y: 5 }]])
    const { lines, cards } = carriedOf(scene, [], { places, by: null }, null, cell)
    expect(lines).toEqual([expect.objectContaining({ type: 'box', fill: 'accent', ...cell })])
    expect(cards.map(({ group }) => group.id)).toEqual(['a'])
  })
})
