import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aMap } from '../../testing/arbitraryMap.ts'
import { type Lists, mapWith } from '../../testing/mapWith.ts'
import { mend } from '../mend.ts'
import { type ComparedStage, comparedSide, compareSides } from './compare.ts'
import { NO_FILTER, type WordsFilter } from './filter.ts'

const TODAY = '2026-06-15'

const HEARD: Lists = {
  personas: [{ id: 'daily' }, { id: 'family' }],
  stages: [
    { id: 's1', name: 'Bring' },
    { id: 's2', name: 'Fetch' },
  ],
  touchpoints: [
    { id: 't1', title: 'Hand over', stage: 's1' },
    { id: 't2', title: 'Estimate', stage: 's1' },
    { id: 't3', title: 'Pay', stage: 's2' },
  ],
  customers: [
    { id: 'c1', persona: 'daily' },
    { id: 'c2', persona: 'daily' },
    { id: 'c3', persona: 'family' },
  ],
  quotes: [
    { id: 'q1', customer: 'c1', touchpoint: 't1', feeling: 2, saidOn: '2026-01-10' },
    { id: 'q2', customer: 'c2', touchpoint: 't1', feeling: 1, saidOn: '2026-05-10' },
    { id: 'q3', customer: 'c1', touchpoint: 't2', saidOn: '2026-05-10' },
    { id: 'q4', customer: 'c3', touchpoint: 't1', feeling: -2, saidOn: '2026-05-10' },
  ],
  assumptions: [{ id: 'a3', about: 't3', feeling: 1 }],
}

const map = mapWith(HEARD)
const filtered = (filter: Partial<WordsFilter>) => comparedSide(map, { ...NO_FILTER, ...filter }, TODAY)

/** One line for each touchpoint: title, voices and feelings of both sides, and the difference. */
function told(stages: readonly ComparedStage[]) {
  const side = (one: ComparedStage['touchpoints'][number]['sides'][0]) =>
    one ? `${one.customers} ${one.feeling ?? '–'}${one.basis === 'assumed' ? ' guessed' : ''}` : 'not there'
  return stages.flatMap(({ title, customers, touchpoints }) => [
    `${title}: ${customers[0] ?? 'not there'} | ${customers[1] ?? 'not there'}`,
    ...touchpoints.map(
      one => `  ${one.title}: ${side(one.sides[0])} | ${side(one.sides[1])} | ${one.difference ?? '?'}`,
    ),
  ])
}

describe('comparing', () => {
  it('sets two personas beside each other, counted by person', () => {
    expect(told(compareSides(filtered({ personas: ['daily'] }), filtered({ personas: ['family'] })))).toEqual([
      'Bring: 2 | 1',
      '  Hand over: 2 1.5 | 1 -2 | -3.5',
      '  Estimate: 1 – | 0 – | ?',
      'Fetch: 0 | 0',
      '  Pay: 0 – | 0 – | ?',
    ])
  })

  it('sets two spans of time beside each other', () => {
    const [before, after] = [filtered({ to: '2026-03-31' }), filtered({ from: '2026-04-01' })]
    expect(told(compareSides(before, after))).toEqual([
      'Bring: 1 | 3',
      '  Hand over: 1 2 | 2 -0.5 | -2.5',
      '  Estimate: 0 – | 1 – | ?',
      'Fetch: 0 | 0',
      '  Pay: 0 – | 0 – | ?',
    ])
  })

  it('finds in another map what is called the same, within its stage first, and says what only one of them has', () => {
    const future = mapWith({
      stages: [
        { id: 'x0', name: 'Book' },
        { id: 'x1', name: ' bring ' },
        { id: 'x2', name: 'FETCH' },
      ],
      touchpoints: [
        { id: 'y0', title: 'Choose a time', stage: 'x0' },
        { id: 'y3', title: 'pay', stage: 'x0' },
        { id: 'y1', title: 'Hand over', stage: 'x1' },
        { id: 'y2', title: 'Hand  over', stage: 'x2' },
        { id: 'y4', title: '', stage: 'x1' },
      ],
      assumptions: [
        { id: 'b1', about: 'y1', feeling: 2 },
        { id: 'b3', about: 'y3', feeling: 2 },
      ],
    })
    expect(told(compareSides(filtered({}), comparedSide(future, NO_FILTER, TODAY)))).toEqual([
      'Bring: 3 | 0',
      '  Hand over: 3 1 | 0 2 guessed | 1',
      '  Estimate: 1 – | not there | ?',
      '  Untitled touchpoint: not there | 0 – | ?',
      'Fetch: 0 | 0',
      '  Pay: 0 1 guessed | 0 2 guessed | 1',
      '  Hand  over: not there | 0 – | ?',
      'Book: not there | 0',
      '  Choose a time: not there | 0 – | ?',
    ])
  })

  it('follows a touchpoint by its id, whatever it is called and wherever it lies in the other map', () => {
    const other = mapWith({ ...HEARD, touchpoints: [{ id: 't1', title: 'Drop off', stage: 's2' }] })
    const rows = compareSides(filtered({}), comparedSide(other, NO_FILTER, TODAY)).flatMap(stage => stage.touchpoints)
    expect(rows[0]).toMatchObject({ title: 'Hand over', difference: 0 })
  })

  it('finds no difference between a map and itself, and leaves no touchpoint out', () => {
    fc.assert(
      fc.property(aMap, any => {
        const side = comparedSide(mend(any), NO_FILTER, TODAY)
        const rows = compareSides(side, side).flatMap(stage => stage.touchpoints)
        expect(rows.map(row => row.sides[0]?.touchpoint).toSorted()).toEqual(
          side.map.touchpoints.map(t => t.id).toSorted(),
        )
        for (const { sides, difference } of rows) {
          expect(sides[0]).toEqual(sides[1])
          expect(difference ?? 0).toBe(0)
        }
      }),
    )
  })

  it('has every touchpoint of two maps exactly once', () => {
    fc.assert(
      fc.property(aMap, aMap, (one, other) => {
        const [a, b] = [mend(one), mend(other)]
        const stages = compareSides(comparedSide(a, NO_FILTER, TODAY), comparedSide(b, NO_FILTER, TODAY))
        const shown = stages.flatMap(stage => stage.touchpoints)
        const ids = (at: 0 | 1) => shown.flatMap(({ sides }) => sides[at]?.touchpoint ?? []).toSorted()
        expect(ids(0)).toEqual(a.touchpoints.map(({ id }) => id).toSorted())
        expect(ids(1)).toEqual(b.touchpoints.map(({ id }) => id).toSorted())
      }),
    )
  })
})
