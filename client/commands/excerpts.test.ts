import { describe, expect, it } from 'vitest'
import { edit } from '#shared/doc/edit.ts'
import { readMap } from '#shared/doc/read.ts'
import { seed } from '#shared/doc/seed.ts'
import { undoSteps } from '#shared/doc/undo.ts'
import { mapWith } from '#shared/testing/mapWith.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { addExcerpt, answerOf, changeExcerpt, placeExcerpt } from './excerpts.ts'

function openMap() {
  const doc = seed(
    mapWith({
      touchpoints: [{ id: 't' }, { id: 'u' }],
      quotes: [{ id: 'q', text: 'It rang. I waited.', customer: null }],
    }),
    { person: 'server', now: 1 },
  )
  const undo = undoSteps(doc)
  const apply = (changes: Parameters<typeof edit>[1]) =>
    edit(doc, changes, { person: 'ada', now: 2, undo: undo.origin })
  const map = { getState: () => ({ map: readMap(doc) }) }
  const read = () => readMap(doc)
  return { open: { session: { apply }, map } as unknown as OpenMap, undo, read }
}

const FIELDS = { start: 9, end: 18, touchpoint: 't', kind: 'did-not-work', feeling: -1 } as const

describe('an excerpt', () => {
  it('comes with the question that it answers, and goes with it, in one step', () => {
    const { open, undo, read } = openMap()
    const id = addExcerpt(open, 'q', FIELDS, { question: 'q9', stance: 'contradicts' })
    expect(read().excerpts).toEqual([{ id, quote: 'q', ...FIELDS }])
    expect(read().evidence).toMatchObject([{ claim: 'q9', quote: id, stance: 'contradicts' }])
    expect(answerOf(read(), id)).toEqual({ question: 'q9', stance: 'contradicts' })
    expect(read().quotes[0]?.text).toBe('It rang. I waited.')
    undo.undo()
    expect([read().excerpts, read().evidence]).toEqual([[], []])
    undo.redo()
    expect(read().evidence).toHaveLength(1)
  })

  it('changes its ends and its answer in one step, and keeps what it is evidence of otherwise', () => {
    const { open, undo, read } = openMap()
    const id = addExcerpt(open, 'q', FIELDS, { question: 'q9', stance: 'supports' })
    const before = read()
    changeExcerpt(open, id, { start: 11, feeling: null }, { question: 'q4', stance: 'supports' })
    expect(read().excerpts).toMatchObject([{ start: 11, end: 18, feeling: null, touchpoint: 't' }])
    expect(read().evidence.map(({ claim }) => claim)).toEqual(['q4'])
    undo.undo()
    expect([read().excerpts, read().evidence]).toEqual([before.excerpts, before.evidence])
    changeExcerpt(open, id, {}, { question: 'q9', stance: 'contradicts' })
    expect(read().evidence).toMatchObject([{ id: before.evidence[0]?.id, stance: 'contradicts' }])
    changeExcerpt(open, id, {}, null)
    expect(answerOf(read(), id)).toBeNull()
  })

  it('is laid on a touchpoint, or on none, while its quote stays where it is', () => {
    const { open, read } = openMap()
    const id = addExcerpt(open, 'q', FIELDS, null)
    placeExcerpt(open, id, 'u')
    expect(read().excerpts[0]?.touchpoint).toBe('u')
    placeExcerpt(open, id, null)
    expect([read().excerpts[0]?.touchpoint, read().quotes[0]?.touchpoint]).toEqual([null, null])
  })
})
