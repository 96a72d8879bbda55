import { describe, expect, it } from 'vitest'
import type { Measure } from '#shared/drawing/text.ts'
import { buildEvidence } from '#shared/model/evidence/EvidenceIndex.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { mapWith } from '#shared/testing/mapWith.ts'
import { flowNodes } from '../cards/flowNodes.ts'
import { type CanvasScene, sceneBuilder } from './buildScene.ts'

const measure: Measure = (text, font) => text.length * font.size * 0.5

function build(): (map: MapDocument) => CanvasScene {
  const builder = sceneBuilder(measure)
  return map => builder({ map, evidence: buildEvidence(map, '2026-01-01') })
}

const before = mapWith({
  stages: [{ id: 'find' }, { id: 'buy' }],
  lanes: [{ id: 'steps' }, { id: 'feel', kind: 'feelings' }],
  touchpoints: [
    { id: 'a', title: 'See it', stage: 'find', lane: 'steps' },
    { id: 'b', title: 'Ask', stage: 'buy', lane: 'steps' },
  ],
  notes: [{ id: 'n', text: 'Remember', x: 40, y: 500 }],
})

describe('the scene of the canvas', () => {
  it('draws one card again when one title changes, and nothing else', () => {
    const scene = build()
    const first = scene(before)
    const [a, b] = before.touchpoints as [MapDocument['touchpoints'][number], MapDocument['touchpoints'][number]]
    const second = scene({ ...before, touchpoints: [{ ...a, title: 'Hear of it' }, b] })
    expect(second.cards.get('a')).not.toBe(first.cards.get('a'))
    expect(second.cards.get('b')).toBe(first.cards.get('b'))
    expect(second.notes.get('n')).toBe(first.notes.get('n'))
    expect(second.grid).toBe(first.grid)
    expect(second.contents[0]).toBe(first.contents[0])
  })

  it('keeps the elements of cards that stay where they are while another is dragged', () => {
    const scene = build()(before)
    const options = {
      selected: new Set<string>(),
      edited: null,
      places: null,
      draggable: () => true,
      shown: () => true,
    }
    const still = flowNodes(scene, options, new Map())
    const moving = flowNodes(scene, { ...options, places: new Map([['a', { x: 5, y: 5 }]]) }, still)
    expect(moving.get('a')?.position).toEqual({ x: 5, y: 5 })
    expect(moving.get('b')).toBe(still.get('b'))
    expect(moving.get('n')).toBe(still.get('n'))
  })
})
