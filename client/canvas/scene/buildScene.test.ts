import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Measure } from '#shared/drawing/text.ts'
import { buildEvidence } from '#shared/model/evidence/EvidenceIndex.ts'
import { evidenceFollower } from '#shared/model/evidence/evidenceFollower.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { mender } from '#shared/model/mend.ts'
import { aMap, anId } from '#shared/testing/arbitraryMap.ts'
import { someLooks } from '#shared/testing/mapSteps.ts'
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

  it('names the lines of a blueprint as large as all other text', () => {
    const map = { ...before, lanes: before.lanes.map(lane => ({ ...lane, lineBelow: 'visibility' as const })) }
    const sizes = [1, 1.6].map(text => {
      const { grid } = sceneBuilder(measure, text)({ map, evidence: buildEvidence(map, '2026-01-01') })
      return grid.items.flatMap(item => (item.type === 'text' ? item.font.size : []))
    })
    expect(sizes[0]).toHaveLength(2)
    expect(sizes[1]).toEqual(sizes[0]?.map(size => expect.closeTo(size * 1.6)))
  })

  it('keeps the elements of cards that stay where they are while another is dragged', () => {
    const scene = build()(before)
    const options = {
      selected: new Set<string>(),
      edited: null,
      places: null,
      draggable: () => true,
    }
    const shown = ['n', 'a', 'b']
    const still = flowNodes(scene, shown, options, new Map())
    const moving = flowNodes(scene, shown, { ...options, places: new Map([['a', { x: 5, y: 5 }]]) }, still)
    expect(moving.get('a')?.position).toEqual({ x: 5, y: 5 })
    expect(moving.get('b')).toBe(still.get('b'))
    expect(moving.get('n')).toBe(still.get('n'))
  })
})

const TODAY = '2026-01-01'

/** A scene without what is asked of it, and without what it says of the one before. */
function seen({ sizes, edition, redrawn, waiting, cards, ...scene }: CanvasScene) {
  return { ...scene, cards: new Map(cards) }
}

/** What the scene before would be with what is said to be redrawn in it. */
function redrawn(before: CanvasScene, { redrawn, cards, notes }: CanvasScene) {
  const put = <T>(into: ReadonlyMap<string, T>, from: ReadonlyMap<string, T>) =>
    new Map([...into].map(([id, card]) => [id, redrawn?.has(id) ? from.get(id) : card]))
  return { ...seen(before), cards: put(before.cards, cards), notes: put(before.notes, notes) }
}

/** How large the place is in which a card lies. */
function roomOf({ layout }: CanvasScene, id: string) {
  const { width, height } = layout.touchpoints.get(id) ?? layout.notes.get(id) ?? { width: 0, height: 0 }
  return { width, height }
}

/** Cards that are typed one after the other, or none. */
const someTyped = fc.array(fc.option(fc.oneof(anId('touchpoints'), anId('notes')), { nil: undefined }), {
  minLength: 12,
  maxLength: 12,
})

describe('the scene of a map that changes', () => {
  it('is the same as one that is built anew, whatever happens', () => {
    const lanes = ['feelings', 'pains', 'opportunities', 'voices'].map(kind => ({ id: kind, kind: kind as 'pains' }))
    const computed = mapWith({ lanes }).lanes
    fc.assert(
      fc.property(aMap, someLooks, fc.constantFrom(1, 1.6), someTyped, (start, looks, text, typed) => {
        const mend = mender()
        const count = evidenceFollower()
        const follow = sceneBuilder(measure, text)
        let stored = start
        let before: CanvasScene | null = null
        for (const [at, steps] of [[], ...looks].entries()) {
          for (const step of steps) stored = step.apply(stored)
          const map = mend({ ...stored, lanes: [...stored.lanes, ...computed] })
          const anew = sceneBuilder(measure, text)({ map, evidence: buildEvidence(map, TODAY) })
          const view = { map, evidence: count(map, TODAY) }
          const id = typed[at]
          if (id !== undefined) {
            const room = before && roomOf(before, id)
            const held = follow(view, { id, madeRoomFor: null })
            if (before && held.redrawn !== null) expect(redrawn(before, held)).toEqual(seen(held))
            if (held.waiting) expect(roomOf(held, id)).toEqual(room)
            before = held
          }
          const scene = follow(view)
          expect(seen(scene)).toEqual(seen(anew))
          if (before && scene.redrawn !== null) expect(redrawn(before, scene)).toEqual(seen(scene))
          before = scene
        }
      }),
      { numRuns: 100 },
    )
  })

  it('moves nothing while a card is typed, and makes room for it when it is told to', () => {
    const lanes = [{ id: 'steps' }]
    const touchpoints = ['a', 'below', 'c'].map(id => ({ id, title: id, stage: 'find', lane: 'steps' }))
    const map = mapWith({ stages: [{ id: 'find' }], lanes, touchpoints })
    const [count, build] = [evidenceFollower(), sceneBuilder(measure)]
    const named = (title: string) => {
      const now = { ...map, touchpoints: map.touchpoints.map(card => (card.id === 'a' ? { ...card, title } : card)) }
      return { map: now, evidence: count(now, TODAY) }
    }
    const short = named('Ask')
    const long = named('Ask a colleague who has been there for longer than anybody can remember')
    const first = build(short)
    const typed = build(long, { id: 'a', madeRoomFor: null })
    expect(typed.layout).toBe(first.layout)
    expect(typed.redrawn).toEqual(new Set(['a']))
    expect(typed.waiting).toBe(typed.cards.get('a')?.group)
    const rested = build(long, { id: 'a', madeRoomFor: typed.waiting })
    expect(rested.waiting).toBeNull()
    expect(rested.layout.touchpoints).toEqual(sceneBuilder(measure)(long).layout.touchpoints)
    expect(rested.layout.touchpoints.get('below')?.y).toBeGreaterThan(first.layout.touchpoints.get('below')?.y ?? 0)
    // The next letter keeps the room that was made, and leaving the card makes room at once.
    const again = build(short, { id: 'a', madeRoomFor: typed.waiting })
    expect(again.layout).toBe(rested.layout)
    expect(build(short, null).layout.touchpoints).toEqual(first.layout.touchpoints)
  })

  it('is the very same while nothing is another', () => {
    const [count, build] = [evidenceFollower(), sceneBuilder(measure)]
    const view = { map: before, evidence: count(before, TODAY) }
    const first = build(view)
    expect(build({ ...view }, { id: 'a', madeRoomFor: null })).toBe(first)
    expect(build({ ...view })).toBe(first)
  })

  it('moves what stands below a card on which a quote was placed, and says in every stage out of how many customers', () => {
    const lists = {
      stages: [{ id: 'find' }, { id: 'buy' }],
      lanes: [{ id: 'steps' }, { id: 'voices', kind: 'voices' as const }],
      touchpoints: [
        { id: 'a', stage: 'find', lane: 'steps' },
        { id: 'below', stage: 'find', lane: 'steps' },
        { id: 'b', stage: 'buy', lane: 'steps' },
      ],
      customers: [{ id: 'ada' }, { id: 'ben' }],
      quotes: [{ id: 'q', text: 'It took them three weeks.', customer: 'ada', touchpoint: 'b' }],
    }
    const count = evidenceFollower()
    const scene = sceneBuilder(measure)
    const map = mapWith(lists)
    const first = scene({ map, evidence: count(map, TODAY) })
    const [quote] = map.quotes
    const said = quote ? [...map.quotes, { ...quote, id: 'r', customer: 'ben', touchpoint: 'a' }] : []
    const edited = { ...map, quotes: said }
    const second = scene({ map: edited, evidence: count(edited, TODAY) })
    const below = (of: CanvasScene) => of.layout.touchpoints.get('below')?.y ?? 0
    expect(below(second)).toBeGreaterThan(below(first))
    expect(JSON.stringify(first.contents)).toContain('heard from 1 of 1 customers')
    expect(JSON.stringify(second.contents).match(/heard from 1 of 2 customers/g)).toHaveLength(2)
  })

  it.each([1, 1.6])(
    'measures one card and keeps all others when a title changes on a map of 5,000, in text of %f',
    text => {
      const stages = Array.from({ length: 10 }, (_, at) => ({ id: `s${at}` }))
      const touchpoints = Array.from({ length: 5_000 }, (_, at) => ({
        id: `t${at}`,
        title: `Title ${at}`,
        stage: `s${at % 10}`,
        lane: 'steps',
      }))
      const lists = { stages, lanes: [{ id: 'steps' }, { id: 'feel', kind: 'feelings' as const }], touchpoints }
      const map = mapWith(lists)
      const count = evidenceFollower()
      const measured = new Set<string>()
      const scene = sceneBuilder((words, font) => {
        measured.add(words)
        return measure(words, font)
      }, text)
      const first = scene({ map, evidence: count(map, TODAY) })
      measured.clear()
      const renamed = map.touchpoints.map(card => (card.id === 't7' ? { ...card, title: 'Called' } : card))
      const edited = { ...map, touchpoints: renamed }
      const second = scene({ map: edited, evidence: count(edited, TODAY) })
      const others = [...second.cards].filter(([id, card]) => first.cards.get(id) !== card).map(([id]) => id)
      expect(others).toEqual(['t7'])
      expect(second.redrawn).toEqual(new Set(others))
      expect([...measured]).toEqual(['Called'])
      expect(second.contents[0]).toBe(first.contents[0])
    },
  )
})
