import { describe, expect, it } from 'vitest'
import { buildEvidence } from '#shared/model/evidence/EvidenceIndex.ts'
import type { Lists } from '#shared/testing/mapWith.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { showLayout } from './shownLayout.ts'
import { laidOut } from './testing/laidOut.ts'
import { openMapWith } from './testing/openMapWith.ts'
import { finishTurning, turnNotes } from './turnNotes.ts'
import { canTurn } from './turns.ts'

/** Two stages, a lane for steps with one card in the first, a lane for notes below. */
function turning(lists: Lists) {
  const made = openMapWith({
    stages: [{ id: 'one' }, { id: 'two' }],
    lanes: [
      { id: 'steps', kind: 'steps' },
      { id: 'behind', kind: 'backstage' },
    ],
    touchpoints: [{ id: 't', title: 'Wait', stage: 'one', lane: 'steps' }],
    ...lists,
  })
  const withEvidence = () => ({ map: made.map(), evidence: buildEvidence(made.map(), '2026-01-01') })
  const open = { ...made.open, map: { getState: withEvidence } } as unknown as OpenMap
  showLayout(open, () => laidOut(made.map()))
  open.view.setState({ selected: (lists.notes ?? []).map(({ id }) => id) })
  return { ...made, open }
}

const note = (id: string, x: number, y: number, more = {}) => ({
  id,
  text: `Words of ${id}`,
  author: 'Ada',
  x,
  y,
  ...more,
})

describe('a note becomes', () => {
  it('a touchpoint in the cell under it, with words, author and links, in one step', () => {
    const { open, map } = turning({
      notes: [note('n', 320, 30, { text: 'Ring the bell\nTwice' })],
      links: [{ id: 'l', from: 't', to: 'n', label: 'then' }],
    })
    turnNotes(open, 'touchpoint')
    const [made] = map().touchpoints.filter(({ id }) => id !== 't')
    expect(made).toMatchObject({ title: 'Ring the bell', details: 'Twice', author: 'Ada', stage: 'two', lane: 'steps' })
    expect(map().notes).toEqual([])
    expect(map().links).toMatchObject([{ from: 't', to: made?.id, label: 'then' }])
    open.session.undo.undo()
    expect(map().notes).toMatchObject([{ id: 'n', author: 'Ada' }])
    expect(map().touchpoints).toHaveLength(1)
    expect(map().links).toMatchObject([{ from: 't', to: 'n' }])
  })

  it('a touchpoint before the card on whose upper half it lies, and in the closest cell where none can be', () => {
    const { open, cards } = turning({ notes: [note('up', 20, -10), note('behind', 300, 260), note('far', 4000, -900)] })
    turnNotes(open, 'touchpoint')
    expect(cards()).toEqual(['one Words of up', 'one Wait', 'two Words of behind', 'two Words of far'])
  })

  it('a pain point, an opportunity or an assumption of the touchpoint on which it lies', () => {
    for (const into of ['painPoint', 'opportunity', 'assumption'] as const) {
      const { open, map } = turning({ notes: [note('n', 60, 60)] })
      turnNotes(open, into)
      const { painPoints, opportunities, assumptions } = map()
      const [made] = [...painPoints, ...opportunities, ...assumptions]
      expect(JSON.stringify(made)).toContain('Words of n')
      expect(made).toMatchObject({ author: 'Ada', ...(into === 'assumption' ? { about: 't' } : { touchpoint: 't' }) })
      expect(map().notes).toEqual([])
      expect(open.view.getState()).toMatchObject({ selected: ['t'], turning: null })
    }
  })

  it('one of the touchpoint that it is linked to, or the closest in its cell', () => {
    const linked = turning({
      notes: [note('n', 3000, 60)],
      links: [{ id: 'l', from: 'n', to: 't' }],
    })
    turnNotes(linked.open, 'painPoint')
    expect(linked.map().painPoints).toMatchObject([{ touchpoint: 't' }])
    const near = turning({ notes: [note('n', 20, 140)] })
    turnNotes(near.open, 'painPoint')
    expect(near.map().painPoints).toMatchObject([{ touchpoint: 't' }])
  })

  it('nothing before it is said which touchpoint is meant, where that is not clear', () => {
    const { open, map } = turning({ notes: [note('far', 3000, 900), note('on', 60, 60)] })
    turnNotes(open, 'painPoint')
    expect(map().painPoints).toEqual([])
    const asked = open.view.getState().turning
    expect(asked?.notes).toEqual(['far', 'on'])
    finishTurning(open, asked ?? { into: 'painPoint', notes: [] }, 't')
    expect(map().painPoints.map(({ touchpoint }) => touchpoint)).toEqual(['t', 't'])
    expect(map().notes).toEqual([])
  })

  it('an assumption that follows the present one and those made with it, so that none is lost from sight', () => {
    const { open, map } = turning({
      assumptions: [{ id: 'before', about: 't', text: 'They wait gladly', feeling: 1 }],
      notes: [note('a', 60, 60), note('b', 70, 70)],
    })
    turnNotes(open, 'assumption')
    const [before, a, b] = map().assumptions
    expect([a?.replaces, b?.replaces]).toEqual([before?.id, a?.id])
    expect(b).toMatchObject({ feeling: 1, text: 'Words of b' })
  })

  it('a pain point with all of its words, however many', () => {
    const text = 'long '.repeat(400).trim()
    const { open, map } = turning({ notes: [note('n', 60, 60, { text })] })
    turnNotes(open, 'painPoint')
    expect(map().painPoints[0]?.title).toHaveLength(1000)
    expect(map().painPoints[0]?.history[0]?.words).toBe(text)
  })

  it('nothing without words or with a picture', () => {
    expect(canTurn(turning({ notes: [note('n', 0, 0, { text: ' ' })] }).open)).toBe(false)
    expect(canTurn(turning({ notes: [note('n', 0, 0, { image: 'hash' })] }).open)).toBe(false)
    expect(canTurn(turning({ notes: [note('n', 0, 0)] }).open)).toBe(true)
  })
})
