import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../model/evidence/EvidenceIndex.ts'
import { KINDS, type Scene } from '../../model/kinds.ts'
import { slideOf } from '../../model/storyline/slide.ts'
import { mapWith } from '../../testing/mapWith.ts'
import { plainWidths } from '../../testing/plainWidths.ts'
import { drawMap } from '../drawMap.ts'
import { cameraOn, focusOf } from './camera.ts'
import { drawSlide } from './drawSlide.ts'
import { placeOn, pointAt, type Wall } from './pointing.ts'
import { stageFor } from './stage.ts'

const lists = mapWith({
  stages: [{ id: 's', name: 'Pay' }],
  lanes: [{ id: 'l', name: 'Where we meet', kind: 'frontstage' }],
  touchpoints: [{ id: 't', title: 'Pay at the till', stage: 's', lane: 'l' }],
  customers: [{ id: 'c', alias: 'Customer 1' }],
  quotes: [{ id: 'q', text: 'It took an hour.', customer: 'c', touchpoint: 't', feeling: -2 }],
  painPoints: [{ id: 'pain', title: 'Paying takes long', touchpoint: 't' }],
  evidence: [{ id: 'e', claim: 'pain', quote: 'q' }],
  assumptions: [{ id: 'a', about: 't', text: 'Easy', feeling: 2 }],
})
const map = { ...lists, map: { ...lists.map, title: 'A journey' } }
const evidence = buildEvidence(map, '2026-06-01')
const HALL = { width: 1920, height: 1080 }
const DESK = { width: 1440, height: 1000 }
const PHONE = { width: 390, height: 844 }

function wall(fields: Partial<Scene>, window = HALL, text = 1): Wall {
  const slide = slideOf(KINDS.scenes.make({ id: 'x', ...fields }), map, evidence)
  const drawn = drawSlide(slide, stageFor(window, text, plainWidths))
  if (slide.kind !== 'view' || !drawn.map) return { scene: 'x', drawn, behind: null, text }
  const scene = drawMap(map, evidence, plainWidths, { text })
  return {
    scene: 'x',
    drawn,
    behind: { scene, camera: cameraOn(focusOf(slide, scene.layout, scene), drawn.map) },
    text,
  }
}

/** The middle of the line that says this. */
function lineIn({ drawn }: Wall, words: string) {
  const line = drawn.items.find(item => item.type === 'text' && item.text.includes(words))
  if (line?.type !== 'text') throw new Error(`Nothing says ${words}`)
  return { x: line.x + line.width / 2, y: line.y - line.font.size * 0.3 }
}

const close = ({ x, y }: { x: number; y: number }) => ({ x: expect.closeTo(x, 3), y: expect.closeTo(y, 3) })

describe('the leader’s pointer', () => {
  const claim = { kind: 'claim', claim: 'pain' } as const

  it('shows the same words on any screen and in any text size', () => {
    const from = wall(claim)
    const words = lineIn(from, 'Customer 1')
    const pointed = pointAt(from, words.x, words.y)
    for (const to of [from, wall(claim, DESK), wall(claim, PHONE), wall(claim, HALL, 1.6)]) {
      expect(placeOn(to, pointed)).toEqual(close(lineIn(to, 'Customer 1')))
    }
  })

  it('shows the same place of the map on any screen, and none where its text is of another size', () => {
    const from = wall({ kind: 'view' })
    const card = from.behind?.scene
    if (!card || !from.behind) throw new Error('It shows the map')
    const at = ({ behind }: Wall) => ({
      x: (behind?.camera.x ?? 0) + (card.x + 100) * (behind?.camera.scale ?? 0),
      y: (behind?.camera.y ?? 0) + (card.y + 50) * (behind?.camera.scale ?? 0),
    })
    const pointed = pointAt(from, at(from).x, at(from).y)
    for (const to of [wall({ kind: 'view' }, DESK), wall({ kind: 'view' }, PHONE)]) {
      expect(placeOn(to, pointed)).toEqual(close(at(to)))
    }
    expect(placeOn(wall({ kind: 'view' }, HALL, 1.6), pointed)).toBeNull()
    // As high as before by chance, it still lies otherwise.
    expect(placeOn({ ...from, text: 1.6 }, pointed)).toBeNull()
  })

  it('shows no other place where the page is laid out otherwise, nor in another scene', () => {
    const comparison = { kind: 'comparison' } as const
    const pointed = pointAt(wall(comparison), 960, 500)
    expect(placeOn(wall(comparison), pointed)).toEqual({ x: 960, y: 500 })
    const larger = wall(comparison, HALL, 1.6)
    for (const to of [wall(comparison, DESK), wall(comparison, PHONE), larger, { ...wall(comparison), scene: 'y' }]) {
      expect(placeOn(to, pointed)).toBeNull()
    }
  })
})
