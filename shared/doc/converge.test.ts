import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readJson } from '../formats/json/read.ts'
import { writeJson } from '../formats/json/write.ts'
import { KIND_NAMES } from '../model/kindNames.ts'
import { aMap, garbage } from '../testing/arbitraryMap.ts'
import { anIntent, type Intent } from '../testing/randomEdits.ts'
import { edit } from './edit.ts'
import { readMap } from './read.ts'
import { allRoots, newDoc } from './roots.ts'
import { seed } from './seed.ts'
import { undoSteps } from './undo.ts'

type Step =
  | { do: 'edit'; who: number; intent: Intent }
  | { do: 'undo'; who: number }
  | { do: 'redo'; who: number }
  | { do: 'deliver'; pick: number; again: boolean }
  | { do: 'cut'; who: number }
  | { do: 'resync'; who: number; other: number }

const PEOPLE = 3
const who = fc.nat(PEOPLE - 1)
const aStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: who.chain(n => anIntent(`p${n}-`).map(intent => ({ do: 'edit' as const, who: n, intent }))) },
  {
    weight: 2,
    arbitrary: fc.oneof(
      fc.record({ do: fc.constant('undo' as const), who }),
      fc.record({ do: fc.constant('redo' as const), who }),
    ),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('deliver' as const), pick: fc.nat(), again: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cut' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('resync' as const), who, other: who }) },
)

function exchange(from: Y.Doc, to: Y.Doc): void {
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'network')
}

/** Runs the steps over a network that delays, reorders, duplicates and loses; heals it at the end. */
function run(start: Y.Doc, steps: readonly Step[]): Y.Doc[] {
  const state = Y.encodeStateAsUpdate(start)
  const inFlight: { to: number; update: Uint8Array }[] = []
  const people = Array.from({ length: PEOPLE }, (_, index) => {
    const doc = newDoc()
    doc.clientID = index + 1
    Y.applyUpdate(doc, state, 'network')
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'network') return
      for (let to = 0; to < PEOPLE; to++) if (to !== index) inFlight.push({ to, update })
    })
    return { doc, steps: undoSteps(doc), person: `p${index}` }
  })
  const at = (index: number) => people[index] ?? people[0] ?? expect.unreachable()

  let now = 0
  for (const step of steps) {
    if (step.do === 'edit') {
      const { doc, person, steps: undo } = at(step.who)
      edit(doc, step.intent.changes(readMap(doc)), { person, now: ++now, undo: undo.origin })
    } else if (step.do === 'undo') at(step.who).steps.undo()
    else if (step.do === 'redo') at(step.who).steps.redo()
    else if (step.do === 'cut') inFlight.splice(0, inFlight.length, ...inFlight.filter(({ to }) => to !== step.who))
    else if (step.do === 'resync') exchange(at(step.other).doc, at(step.who).doc)
    else if (inFlight.length > 0) {
      const index = step.pick % inFlight.length
      const frame = inFlight[index] ?? expect.unreachable()
      if (!step.again) inFlight.splice(index, 1)
      Y.applyUpdate(at(frame.to).doc, frame.update, 'network')
    }
  }
  for (let round = 0; round < 2; round++) {
    for (const from of people) for (const to of people) if (from !== to) exchange(from.doc, to.doc)
  }
  return people.map(({ doc }) => doc)
}

describe('a map that several people edit', () => {
  it('is equal for everybody once the network has healed, as a map and as JSON', () => {
    fc.assert(
      fc.property(aMap, fc.array(aStep, { maxLength: 40 }), (map, steps) => {
        const [first, ...others] = run(seed(map, { person: 'seed', now: 0 }), steps)
        const json = writeJson(readMap(first ?? expect.unreachable()))
        for (const doc of others) expect(writeJson(readMap(doc))).toBe(json)
        expect(readJson(json).ok).toBe(true)
      }),
      { numRuns: 120 },
    )
  })

  it('keeps every letter when two people type into one title at once', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (a, b) => {
          const start = seed(emptyWithTitle('Middle'), { person: 'seed', now: 0 })
          const docs = [newDoc(), newDoc()].map(doc => {
            Y.applyUpdate(doc, Y.encodeStateAsUpdate(start))
            return doc
          })
          const [ada = expect.unreachable(), ben = expect.unreachable()] = docs
          const type = (to: string) =>
            [{ do: 'type', kind: 'map', id: 'map', field: 'title', from: 'Middle', to }] as const
          edit(ada, type(`${a}Middle`), { person: 'ada', now: 1 })
          edit(ben, type(`Middle${b}`), { person: 'ben', now: 1 })
          exchange(ada, ben)
          exchange(ben, ada)
          expect(readMap(ada).map.title).toBe(`${a}Middle${b}`)
          expect(readMap(ben).map.title).toBe(readMap(ada).map.title)
        },
      ),
    )
  })
})

describe('typing against a text that changed since it was shown', () => {
  it('keeps every letter of both', () => {
    const letters = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(letters, letters, fc.nat(6), fc.nat(6), (mine, theirs, myPlace, theirPlace) => {
        const shown = 'Middle'
        const put = (text: string, place: number) => shown.slice(0, place) + text + shown.slice(place)
        const doc = seed(emptyWithTitle(shown), { person: 'seed', now: 0 })
        const type = (to: string) => [{ do: 'type', kind: 'map', id: 'map', field: 'title', from: shown, to }] as const
        edit(doc, type(put(theirs, theirPlace)), { person: 'ben', now: 1 })
        edit(doc, type(put(mine, myPlace)), { person: 'ada', now: 2 })
        const { title } = readMap(doc).map
        const expected =
          theirPlace <= myPlace
            ? shown.slice(0, theirPlace) + theirs + shown.slice(theirPlace, myPlace) + mine + shown.slice(myPlace)
            : shown.slice(0, myPlace) + mine + shown.slice(myPlace, theirPlace) + theirs + shown.slice(theirPlace)
        expect([...title].sort()).toEqual([...expected].sort())
      }),
    )
  })

  it('removes what was selected and nothing that a colleague put beside it', () => {
    const doc = seed(emptyWithTitle('one two three'), { person: 'seed', now: 0 })
    const type = (from: string, to: string) =>
      [{ do: 'type', kind: 'map', id: 'map', field: 'title', from, to }] as const
    edit(doc, type('one two three', 'one two three four'), { person: 'ben', now: 1 })
    edit(doc, type('one two three', 'two three'), { person: 'ada', now: 2 })
    expect(readMap(doc).map.title).toBe('two three four')
  })
})

function emptyWithTitle(title: string) {
  const read = readJson(JSON.stringify({ format: 'verbatim-map', version: 1, map: { title } }))
  return read.ok ? read.map : expect.unreachable()
}

/** Values that Yjs can carry and our program never writes. */
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  garbage.filter(value => {
    try {
      const doc = new Y.Doc()
      doc.getMap('x').set('y', value)
      return true
    } catch {
      return false
    }
  }),
  fc.constant('Y.Map').map(
    () =>
      new Y.Map([
        ['at', 'nowhere'],
        ['title', 3],
        ['order', {}],
      ] as [string, unknown][]),
  ),
  fc.constant('Y.Text').map(() => new Y.Text('text')),
  fc.constant('Y.Array').map(() => Y.Array.from([1, 'two'])),
)

describe('reading a document', () => {
  it('never throws and gives what the door accepts, whatever stands in the roots', () => {
    const aWrite = fc.record({
      root: fc.nat(),
      key: fc.oneof(fc.string(), fc.constantFrom('map', 's', 's/at', 's/gone')),
      value: hostile,
    })
    fc.assert(
      fc.property(aMap, fc.array(aWrite, { maxLength: 12 }), (map, writes) => {
        const doc = seed(map, { person: 'seed', now: 0 })
        const roots = allRoots(doc)
        for (const { root, key, value } of writes) {
          const target = roots[root % roots.length] ?? expect.unreachable()
          const ids = [...target.keys()]
          const record = target.get(ids[root % Math.max(1, ids.length)] ?? '')
          try {
            if (record instanceof Y.Map && root % 2 === 0) record.set(key, value)
            else target.set(key, value)
          } catch {
            // A shared type that was given twice, or a value that Yjs does not take: nothing was written.
          }
        }
        const read = readMap(doc)
        for (const kind of KIND_NAMES) expect(read[kind]).toBeDefined()
        const again = readJson(writeJson(read))
        if (!again.ok) expect(again.refusal.code).toMatch(/duplicate_id|reserved_id/)
      }),
      { numRuns: 200 },
    )
  })
})
