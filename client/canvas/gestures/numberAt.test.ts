import { describe, expect, it } from 'vitest'
import type { Measure } from '#shared/drawing/text.ts'
import { buildEvidence } from '#shared/model/evidence/EvidenceIndex.ts'
import { mapWith } from '#shared/testing/mapWith.ts'
import { sceneBuilder } from '../scene/buildScene.ts'
import { numberAt } from './numberAt.ts'

const measure: Measure = (text, font) => text.length * font.size * 0.5

const map = mapWith({
  stages: [{ id: 'find' }, { id: 'buy', name: 'Buy' }],
  lanes: [
    { id: 'steps' },
    { id: 'feel', kind: 'feelings' },
    { id: 'pains', kind: 'pains' },
    { id: 'better', kind: 'opportunities' },
    { id: 'voices', kind: 'voices' },
  ],
  touchpoints: [
    { id: 'seen', stage: 'find', lane: 'steps' },
    { id: 'asked', title: 'Ask', stage: 'buy', lane: 'steps' },
    { id: 'guessed', stage: 'buy', lane: 'steps' },
  ],
  customers: [{ id: 'ada' }],
  quotes: [{ id: 'q', customer: 'ada', touchpoint: 'asked', feeling: -1 }],
  assumptions: [{ id: 'a', about: 'guessed', feeling: 1 }],
  painPoints: [
    { id: 'queue', title: 'Queues', touchpoint: 'asked', severity: 2 },
    { id: 'rude', title: 'Rude', touchpoint: 'asked', severity: 5 },
  ],
  opportunities: [{ id: 'faster', title: 'Be faster', painPoints: ['queue'] }],
})
const evidence = buildEvidence(map, '2026-01-01')

/** What is read in a lane so far from the left (0…1) of a stage and so many map units below its top. */
function readIn(lane: string, stage: string, right: number, down: number, text?: number) {
  const scene = sceneBuilder(measure, text)({ map, evidence })
  const column = scene.layout.stageHeaders.get(stage)
  const row = scene.layout.laneHeaders.get(lane)
  if (!column || !row) throw new Error('no such cell')
  return numberAt({ map, evidence }, scene, { x: column.x + column.width * right, y: row.y + down })
}

describe('a press on a number of a computed lane', () => {
  it('reads the voices of the stage, and nothing where nobody spoke', () => {
    const behind = { of: 'part', touchpoints: ['asked', 'guessed'] }
    expect(readIn('voices', 'buy', 0.5, 20)).toEqual({ title: 'Buy', place: 'buy', behind })
    expect(readIn('voices', 'find', 0.5, 20)).toBeNull()
  })

  it('reads what was felt at the touchpoint on whose line it is, and nothing between the lines or on a guess alone', () => {
    expect(readIn('feel', 'buy', 0.25, 90)).toMatchObject({
      title: 'Ask',
      behind: { of: 'feeling', touchpoint: 'asked' },
    })
    expect(readIn('feel', 'buy', 0.45, 90)).toBeNull()
    expect(readIn('feel', 'buy', 0.75, 90)).toBeNull()
  })

  it('reads the pain point under it, the worst of which lies on top, in every size of text', () => {
    for (const text of [1, 1.5]) {
      expect(readIn('pains', 'buy', 0.3, 20 * text, text)).toMatchObject({
        title: 'Rude',
        place: 'asked',
        behind: { of: 'claim', claim: 'rude' },
      })
    }
    expect(readIn('pains', 'find', 0.3, 20)).toBeNull()
  })

  it('reads everybody behind an opportunity and the pain points that it comes from', () => {
    const behind = { of: 'claims', claims: ['faster', 'queue'] }
    expect(readIn('better', 'buy', 0.3, 30)).toMatchObject({ title: 'Be faster', behind })
  })

  it('reads nothing where cards lie, nor beside the map', () => {
    expect(readIn('steps', 'buy', 0.5, 20)).toBeNull()
    expect(readIn('voices', 'buy', 40, 20)).toBeNull()
  })
})
