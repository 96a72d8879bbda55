import { describe, expect, it } from 'vitest'
import { buildEvidence } from '#shared/model/evidence/EvidenceIndex.ts'
import { filterer, NO_FILTER, type WordsFilter } from '#shared/model/evidence/filter.ts'
import {
  addClaimScene,
  addScene,
  addViewScene,
  changeScene,
  draftScenes,
  duplicateScene,
  filterScene,
  moveScene,
  removeScene,
  shiftScene,
} from './scenes.ts'
import { openMapWith } from './testing/openMapWith.ts'

const TODAY = '2026-06-01'
const LISTS = {
  stages: [{ id: 's', name: 'Pay' }],
  lanes: [{ id: 'l', name: 'Where we meet', kind: 'frontstage' as const }],
  touchpoints: [
    { id: 't', title: 'Pay at the till', stage: 's', lane: 'l' },
    { id: 'u', title: 'Ride home', stage: 's', lane: 'l' },
  ],
  scenes: [
    { id: 'a', heading: 'A' },
    { id: 'b', heading: 'B' },
    { id: 'c', heading: 'C' },
  ],
}

function storyline() {
  const { open, map } = openMapWith(LISTS)
  return { open, map, headings: () => map().scenes.map(({ heading }) => heading) }
}

describe('the storyline', () => {
  it('gets what is selected on the map as a view', () => {
    const { open, map } = storyline()
    const shown = (selected: string[]) => {
      open.view.setState({ selected })
      const id = addViewScene(open)
      const { kind, heading, stage, shows } = map().scenes.find(scene => scene.id === id) ?? {}
      return { kind, heading, stage, shows }
    }
    expect(shown([])).toEqual({ kind: 'view', heading: 'The whole journey', stage: null, shows: [] })
    expect(shown(['s'])).toEqual({ kind: 'view', heading: 'Pay', stage: 's', shows: [] })
    expect(shown(['t'])).toEqual({ kind: 'view', heading: 'Pay at the till', stage: null, shows: ['t'] })
    expect(shown(['t', 'u', 'gone'])).toEqual({ kind: 'view', heading: '', stage: null, shows: ['t', 'u'] })
  })

  it('gets a scene behind the one that is looked at, and a second one behind the first', () => {
    const { open, map, headings } = storyline()
    addClaimScene(open, { touchpoint: 't' }, 'Till', 'a')
    expect(headings()).toEqual(['A', 'Till', 'B', 'C'])
    expect(map().scenes[1]).toMatchObject({ kind: 'claim', touchpoint: 't' })
    duplicateScene(open, 'c')
    addScene(open, { kind: 'title', heading: 'End' })
    expect(headings()).toEqual(['A', 'Till', 'B', 'C', 'C', 'End'])
    expect(duplicateScene(open, 'gone')).toBeNull()
  })

  it('is put in another order by places and by hand, and loses a scene, each as one step to undo', () => {
    const { open, headings } = storyline()
    shiftScene(open, 'c', -1)
    expect(headings()).toEqual(['A', 'C', 'B'])
    shiftScene(open, 'c', -5)
    expect(headings()).toEqual(['C', 'A', 'B'])
    moveScene(open, 'c', null)
    expect(headings()).toEqual(['A', 'B', 'C'])
    removeScene(open, 'b')
    expect(headings()).toEqual(['A', 'C'])
    open.session.undo.undo()
    expect(headings()).toEqual(['A', 'B', 'C'])
  })

  it('names what a scene shows by choice', () => {
    const { open, map } = storyline()
    changeScene(open, 'a', { kind: 'comparison', curves: 'heard', stage: 's' })
    expect(map().scenes[0]).toMatchObject({ kind: 'comparison', curves: 'heard', stage: 's', heading: 'A' })
  })
})

describe('a scene that is added while somebody looks at some words alone', () => {
  const filter = {
    ...NO_FILTER,
    personas: ['p', null],
    channels: ['phone'],
    kinds: ['wish' as const],
    to: '2026-02-03',
  }

  it('shows what they see, and a title is about all of it', () => {
    const { open, map } = openMapWith({ ...LISTS, personas: [{ id: 'p' }] })
    open.view.setState({ filter })
    const view = addViewScene(open)
    const title = addScene(open, { kind: 'title', heading: 'Part two' })
    const fields = { personas: ['p', ''], channels: ['phone'], kinds: ['wish'], to: '2026-02-03' }
    expect(map().scenes.find(({ id }) => id === view)).toMatchObject(fields)
    expect(map().scenes.find(({ id }) => id === title)).toMatchObject({ personas: [], channels: [], to: null })
    const second = duplicateScene(open, view)
    open.view.setState({ filter: NO_FILTER })
    expect(map().scenes.find(({ id }) => id === second)).toMatchObject(fields)
    filterScene(open, view, NO_FILTER)
    expect(map().scenes.find(({ id }) => id === view)).toMatchObject({ personas: [], kinds: [], to: null })
  })
})

describe('a drafted storyline', () => {
  /** As the mirror has it while somebody looks at one persona's words alone. */
  function looking(lists: Parameters<typeof openMapWith>[0], filter: WordsFilter) {
    const { open, map } = openMapWith(lists)
    open.map.getState = () => {
      const counted = filterer()(map(), filter).map
      return { map: map(), evidence: buildEvidence(counted, TODAY), filter }
    }
    return { open, map }
  }

  it('is written as one step', () => {
    const { open, map } = looking({ ...LISTS, scenes: [] }, NO_FILTER)
    expect(draftScenes(open)).toBe(map().scenes.length)
    expect(map().scenes.map(({ kind }) => kind)).toEqual(['title', 'view', 'view', 'number'])
    open.session.undo.undo()
    expect(map().scenes).toEqual([])
  })

  it('is made of all words, whatever the person who asks for it has filtered away', () => {
    const answered = {
      quotes: [{ id: 'q', text: 'You matter.', customer: 'c' }],
      customers: [{ id: 'c' }],
      personas: [{ id: 'p' }],
      evidence: [{ id: 'e', claim: 'q9', quote: 'q' }],
    }
    const { open, map } = looking({ ...LISTS, ...answered, scenes: [] }, { ...NO_FILTER, personas: ['p'] })
    draftScenes(open)
    expect(map().scenes.map(({ claim }) => claim)).toContain('q9')
  })
})
