import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { writeJson } from '../formats/json/write.ts'
import { KINDS } from '../model/kinds.ts'
import { emptyMap, type MapDocument } from '../model/MapDocument.ts'
import { aMap } from '../testing/arbitraryMap.ts'
import { anIntent } from '../testing/randomEdits.ts'
import { add, type Change, set } from './change.ts'
import { edit } from './edit.ts'
import { readMap } from './read.ts'
import { newDoc } from './roots.ts'
import { seed } from './seed.ts'
import { undoSteps } from './undo.ts'

function json(doc: Y.Doc): string {
  return writeJson(readMap(doc))
}

/** Two people on one document that is always in step, each with their own undo. */
function pair(map: MapDocument) {
  const start = Y.encodeStateAsUpdate(seed(map, { person: 'seed', now: 0 }))
  const join = (person: string, clientID: number) => {
    const doc = newDoc()
    doc.clientID = clientID
    Y.applyUpdate(doc, start)
    const steps = undoSteps(doc)
    const does = (...changes: Change[]) => edit(doc, changes, { person, now: clientID, undo: steps.origin })
    return { doc, steps, does, map: () => readMap(doc) }
  }
  const ada = join('ada', 1)
  const ben = join('ben', 2)
  ada.doc.on(
    'update',
    (update: Uint8Array, origin: unknown) => origin !== 'net' && Y.applyUpdate(ben.doc, update, 'net'),
  )
  ben.doc.on(
    'update',
    (update: Uint8Array, origin: unknown) => origin !== 'net' && Y.applyUpdate(ada.doc, update, 'net'),
  )
  return { ada, ben }
}

function small(): MapDocument {
  const map = emptyMap('Small')
  map.stages.push(KINDS.stages.make({ id: 's', name: 'Stage' }))
  map.lanes.push(KINDS.lanes.make({ id: 'l', name: 'Lane' }))
  map.touchpoints.push(KINDS.touchpoints.make({ id: 't', title: 'Title', stage: 's', lane: 'l' }))
  map.painPoints.push(KINDS.painPoints.make({ id: 'p', title: 'Pain', touchpoint: 't' }))
  map.opportunities.push(KINDS.opportunities.make({ id: 'o', title: 'Chance', painPoints: ['p'] }))
  map.quotes.push(KINDS.quotes.make({ id: 'q', text: 'Words' }))
  return map
}

type Pair = ReturnType<typeof pair>
/** Ada's edit, and Ben's later edit of the same things that must survive Ada's undo. */
const MEETINGS: Record<string, { ada: (p: Pair) => void; ben: (p: Pair) => void }> = {
  'a deletion against a rename': {
    ada: ({ ada }) => ada.does({ do: 'remove', kind: 'touchpoints', id: 't' }),
    ben: ({ ben }) => ben.does(set('touchpoints', 't', { title: 'Renamed', channel: 'phone' })),
  },
  'a rename against a later rename': {
    ada: ({ ada }) => ada.does(set('touchpoints', 't', { channel: 'web' })),
    ben: ({ ben }) => ben.does(set('touchpoints', 't', { channel: 'phone' })),
  },
  'a move against a later move': {
    ada: ({ ada }) => ada.does(set('touchpoints', 't', { stage: 's', lane: 'l', x: 5, y: 5, untilStage: null })),
    ben: ({ ben }) => ben.does(set('touchpoints', 't', { stage: 's', lane: 'l', x: 90, y: 90, untilStage: null })),
  },
  'placing a quote against a later placing': {
    ada: ({ ada }) => ada.does(set('quotes', 'q', { touchpoint: 't', kind: 'worked' })),
    ben: ({ ben }) => ben.does(set('quotes', 'q', { kind: 'wish' })),
  },
  'typing in front against typing behind': {
    ada: ({ ada }) =>
      ada.does({ do: 'type', kind: 'touchpoints', id: 't', field: 'title', from: 'Title', to: 'A Title' }),
    ben: ({ ben }) => {
      const from = ben.map().touchpoints[0]?.title ?? ''
      ben.does({ do: 'type', kind: 'touchpoints', id: 't', field: 'title', from, to: `${from} B` })
    },
  },
  'entries of one list': {
    ada: ({ ada }) => ada.does(set('opportunities', 'o', { painPoints: ['p', 'p-ada'] })),
    ben: ({ ben }) => ben.does(set('painPoints', 'p', { severity: 5, status: 'mended' })),
  },
}

describe('undo', () => {
  it('brings back exactly what it was before, and redo what it became', () => {
    fc.assert(
      fc.property(aMap, fc.array(anIntent('a-'), { maxLength: 12 }), (map, intents) => {
        const { ada, ben } = pair(map)
        const before = json(ada.doc)
        for (const intent of intents) ada.does(...intent.changes(ada.map()))
        const after = json(ada.doc)
        while (ada.steps.undo());
        expect(json(ada.doc)).toBe(before)
        while (ada.steps.redo());
        expect(json(ada.doc)).toBe(after)
        expect(json(ben.doc)).toBe(after)
      }),
      { numRuns: 150 },
    )
  })

  for (const [meeting, { ada: first, ben: second }] of Object.entries(MEETINGS)) {
    it(`leaves what a colleague did after it: ${meeting}`, () => {
      const both = pair(small())
      first(both)
      second(both)
      both.ada.steps.undo()
      const alone = pair(small())
      second(alone)
      expect(json(both.ada.doc)).toBe(json(alone.ada.doc))
      expect(json(both.ben.doc)).toBe(json(both.ada.doc))
    })
  }

  it('of an addition keeps what a colleague wrote into the new card, and redo shows it', () => {
    const { ada, ben } = pair(small())
    ada.does(add('touchpoints', KINDS.touchpoints.make({ id: 'new', title: 'New', stage: 's', lane: 'l' })))
    ben.does(set('touchpoints', 'new', { title: 'New, by Ben', channel: 'shop' }))
    ada.steps.undo()
    expect(ada.steps.canUndo()).toBe(false)
    expect(ben.map().touchpoints.map(t => t.id)).toEqual(['t'])
    ada.steps.redo()
    expect(ben.map().touchpoints[1]).toMatchObject({ id: 'new', title: 'New, by Ben', channel: 'shop' })
  })

  it('of an addition keeps what a colleague was just writing into the new card', () => {
    const [ada, ben] = [1, 2].map(clientID => {
      const doc = newDoc()
      doc.clientID = clientID
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(seed(emptyMap(), { person: 'seed', now: 0 })))
      return doc
    }) as [Y.Doc, Y.Doc]
    const exchange = () => {
      Y.applyUpdate(ben, Y.encodeStateAsUpdate(ada, Y.encodeStateVector(ben)))
      Y.applyUpdate(ada, Y.encodeStateAsUpdate(ben, Y.encodeStateVector(ada)))
    }
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(ada))
    const steps = undoSteps(ada)
    const card = KINDS.touchpoints.make({ id: 'new', title: 'New' })
    edit(ada, [add('touchpoints', card)], { person: 'ada', now: 1, undo: steps.origin })
    exchange()
    steps.undo()
    edit(ben, [set('touchpoints', 'new', { title: 'New, by Ben', channel: 'shop' })], { person: 'ben', now: 2 })
    exchange()
    expect(readMap(ada).touchpoints).toEqual([])
    steps.redo()
    exchange()
    expect(readMap(ben).touchpoints[0]).toMatchObject({ title: 'New, by Ben', channel: 'shop' })
    expect(json(ada)).toBe(json(ben))
  })

  it('of an added quote hides it, and redo shows the same words again', () => {
    const { ada, ben } = pair(small())
    ada.does(add('quotes', KINDS.quotes.make({ id: 'mine', text: 'As said' })))
    ada.steps.undo()
    expect(ben.map().quotes.map(q => q.id)).toEqual(['q'])
    ada.steps.redo()
    expect(ben.map().quotes.map(q => q.text)).toEqual(['Words', 'As said'])
  })

  it('never touches a step of a colleague', () => {
    const { ada, ben } = pair(small())
    ben.does(set('painPoints', 'p', { severity: 5 }))
    expect(ada.steps.canUndo()).toBe(false)
    ada.steps.undo()
    expect(ada.map().painPoints[0]?.severity).toBe(5)
  })

  it('takes joined typing back in one step', () => {
    const { ada } = pair(small())
    ada.steps.join(false)
    let from = 'Title'
    for (const to of ['Title a', 'Title ab', 'Title abc']) {
      ada.does({ do: 'type', kind: 'touchpoints', id: 't', field: 'title', from, to })
      ada.steps.join(true)
      from = to
    }
    ada.steps.join(false)
    ada.does(set('touchpoints', 't', { channel: 'web' }))
    ada.steps.undo()
    expect(ada.map().touchpoints[0]?.title).toBe('Title abc')
    ada.steps.undo()
    expect(ada.map().touchpoints[0]?.title).toBe('Title')
  })
})
