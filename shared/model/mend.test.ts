import { describe, expect, it } from 'vitest'
import { mapWith } from '../testing/mapWith.ts'
import { mend } from './mend.ts'

const STAGES = [{ id: 's1' }, { id: 's2' }, { id: 's3' }]
const LANES = [
  { id: 'steps', kind: 'steps' as const },
  { id: 'back', kind: 'backstage' as const },
  { id: 'curve', kind: 'feelings' as const },
]

describe('mend', () => {
  it('returns the very same map where every reference names something', () => {
    const map = mapWith({
      stages: STAGES,
      lanes: LANES,
      touchpoints: [{ id: 't1', stage: 's1', lane: 'steps', untilStage: 's3', pinnedQuote: 'e1' }],
      notes: [{ id: 'n1', stage: 's2', lane: 'back' }],
      links: [{ id: 'l1', from: 't1', to: 'n1' }],
      assumptions: [
        { id: 'a1', about: 't1' },
        { id: 'a2', about: 'journey', replaces: 'a1' },
      ],
      quotes: [{ id: 'q', text: 'Nobody told me.', touchpoint: 't1', about: 'journey' }],
      excerpts: [{ id: 'e1', quote: 'q', start: 0, end: 6 }],
      painPoints: [{ id: 'p1', touchpoint: 't1' }],
      opportunities: [{ id: 'o1', painPoints: ['p1'] }],
      evidence: [
        { id: 'v1', claim: 'p1', quote: 'e1' },
        { id: 'v2', claim: 'q9', quote: 'q' },
      ],
    })
    expect(mend(map)).toBe(map)
  })

  it('keeps untouched records and lists identical when a neighbour is mended', () => {
    const map = mapWith({
      stages: STAGES,
      touchpoints: [
        { id: 't1', stage: 's1' },
        { id: 't2', stage: 'gone' },
      ],
    })
    const mended = mend(map)
    expect(mended.stages).toBe(map.stages)
    expect(mended.touchpoints[0]).toBe(map.touchpoints[0])
    expect(mended.touchpoints[1]).toEqual({ ...map.touchpoints[1], stage: '' })
  })

  it('shows a touchpoint of a deleted stage or lane, or of a lane for notes, as unsorted', () => {
    const map = mapWith({
      stages: STAGES,
      lanes: LANES,
      touchpoints: [
        { id: 't1', stage: 'gone', lane: 'steps' },
        { id: 't2', stage: 's1', lane: 'gone' },
        { id: 't3', stage: 's1', lane: 'back' },
        { id: 't4', stage: 's1', lane: 'curve' },
      ],
    })
    expect(mend(map).touchpoints.map(({ stage, lane }) => [stage, lane])).toEqual([
      ['', 'steps'],
      ['s1', ''],
      ['s1', ''],
      ['s1', ''],
    ])
  })

  it('lets a note fall back to the whole map when its cell is gone or holds no notes', () => {
    const map = mapWith({
      stages: STAGES,
      lanes: LANES,
      notes: [
        { id: 'n1', stage: 'gone', lane: 'back' },
        { id: 'n2', stage: 's1', lane: 'steps' },
        { id: 'n3', stage: 's1', lane: 'gone' },
      ],
    })
    expect(mend(map).notes.map(({ stage, lane }) => [stage, lane])).toEqual([
      [null, 'back'],
      ['s1', null],
      ['s1', null],
    ])
  })

  it('lets a touchpoint span only to a stage after its own', () => {
    const map = mapWith({
      stages: STAGES,
      touchpoints: [
        { id: 't1', stage: 's1', untilStage: 's2' },
        { id: 't2', stage: 's2', untilStage: 's2' },
        { id: 't3', stage: 's3', untilStage: 's1' },
        { id: 't4', stage: 'gone', untilStage: 's3' },
        { id: 't5', stage: 's1', untilStage: 'gone' },
      ],
    })
    expect(mend(map).touchpoints.map(touchpoint => touchpoint.untilStage)).toEqual(['s2', null, null, null, null])
  })

  it('leaves out links without an end and links from a thing to itself', () => {
    const map = mapWith({
      touchpoints: [{ id: 't1' }],
      notes: [{ id: 'n1' }],
      links: [
        { id: 'l1', from: 't1', to: 'n1' },
        { id: 'l2', from: 't1', to: 'gone' },
        { id: 'l3', from: 't1', to: 't1' },
      ],
    })
    expect(mend(map).links.map(link => link.id)).toEqual(['l1'])
  })

  it('takes the evidence along when a deleted subject takes its assumption along', () => {
    const map = mapWith({
      touchpoints: [{ id: 't1' }],
      quotes: [{ id: 'q', text: 'x' }],
      assumptions: [
        { id: 'a1', about: 'gone' },
        { id: 'a2', about: 't1', replaces: 'a1' },
      ],
      excerpts: [{ id: 'e1', quote: 'gone' }],
      evidence: [
        { id: 'v1', claim: 'a1', quote: 'q' },
        { id: 'v2', claim: 'a2', quote: 'e1' },
        { id: 'v3', claim: 'a2', quote: 'q' },
      ],
    })
    const mended = mend(map)
    expect(mended.assumptions).toEqual([{ ...map.assumptions[1], replaces: null }])
    expect(mended.excerpts).toEqual([])
    expect(mended.evidence.map(record => record.id)).toEqual(['v3'])
  })

  it('keeps the span of an excerpt inside its quote', () => {
    const quotes = [{ id: 'q', text: '0123456789' }]
    const spans = (start: number, end: number) =>
      mend(mapWith({ quotes, excerpts: [{ id: 'e', quote: 'q', start, end }] })).excerpts.map(e => [e.start, e.end])
    expect(spans(2, 5)).toEqual([[2, 5]])
    expect(spans(2, 50)).toEqual([[2, 10]])
    expect(spans(5, 2)).toEqual([[5, 5]])
    expect(spans(50, 60)).toEqual([[10, 10]])
  })

  it('cuts each circle of replaced assumptions at its smallest id, whatever their order', () => {
    const circle = [
      { id: 'c', about: 'journey', replaces: 'b' },
      { id: 'a', about: 'journey', replaces: 'c' },
      { id: 'b', about: 'journey', replaces: 'a' },
      { id: 'tail', about: 'journey', replaces: 'c' },
      { id: 'self', about: 'journey', replaces: 'self' },
    ]
    for (const assumptions of [circle, circle.toReversed()]) {
      const replaces = new Map(mend(mapWith({ assumptions })).assumptions.map(record => [record.id, record.replaces]))
      expect(Object.fromEntries(replaces)).toEqual({ a: null, b: 'a', c: 'b', tail: 'c', self: null })
    }
  })

  it('keeps both records where two kinds share an id or a record is called like a reserved word', () => {
    const map = mapWith({
      quotes: [{ id: 'same', text: 'x' }],
      excerpts: [{ id: 'same', quote: 'same' }],
      painPoints: [{ id: 'q1' }],
      evidence: [{ id: 'v1', claim: 'q1', quote: 'same' }],
    })
    expect(mend(map)).toBe(map)
  })
})
