import { describe, expect, it } from 'vitest'
import { edit } from '#shared/doc/edit.ts'
import { readMap } from '#shared/doc/read.ts'
import { seed } from '#shared/doc/seed.ts'
import { undoSteps } from '#shared/doc/undo.ts'
import { mapWith } from '#shared/testing/mapWith.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { givePainTo, takePainTo, takeSides } from './pains.ts'

function openMap() {
  const doc = seed(
    mapWith({
      painPoints: [{ id: 'p', title: 'Nobody answers', status: 'open' }],
      quotes: [
        { id: 'q1', text: 'Nobody rang' },
        { id: 'q2', text: 'They rang' },
      ],
      evidence: [{ id: 'e', claim: 'p', quote: 'q2', stance: 'contradicts' }],
    }),
    { person: 'server', now: 1 },
  )
  const undo = undoSteps(doc)
  const apply = (changes: Parameters<typeof edit>[1]) =>
    edit(doc, changes, { person: 'ada', now: 2, undo: undo.origin })
  const map = { getState: () => ({ map: readMap(doc) }) }
  return { open: { session: { apply }, map } as unknown as OpenMap, undo, read: () => readMap(doc) }
}

describe('a pain point', () => {
  it('goes along its path with the day of each step', () => {
    const { open, read } = openMap()
    const [before] = read().painPoints
    if (before) takePainTo(open, before, 'owned')
    const [pain] = read().painPoints
    expect(pain?.status).toBe('owned')
    expect(pain?.history).toEqual([{ status: 'owned', on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), words: '' }])
    if (pain) takePainTo(open, pain, 'owned')
    expect(read().painPoints[0]?.history.length).toBe(1)
  })

  it('is given to a team that is named there and then, in one step', () => {
    const { open, undo, read } = openMap()
    givePainTo(open, 'p', { name: 'Front desk' })
    const { teams, painPoints } = read()
    expect(teams.map(team => team.name)).toEqual(['Front desk'])
    expect(painPoints[0]?.team).toBe(teams[0]?.id)
    undo.undo()
    expect(read().teams).toEqual([])
    expect(read().painPoints[0]?.team).toBeNull()
  })

  it('is supported by all quotes that are dropped on it, in one step, also by one that stood against it', () => {
    const { open, undo, read } = openMap()
    takeSides(open, 'p', ['q1', 'q2'], 'supports')
    expect(read().evidence.map(({ quote, stance }) => `${quote} ${stance}`)).toEqual(['q2 supports', 'q1 supports'])
    undo.undo()
    expect(read().evidence.map(({ quote, stance }) => `${quote} ${stance}`)).toEqual(['q2 contradicts'])
  })

  it('loses all quotes that are taken off it, in one step', () => {
    const { open, undo, read } = openMap()
    takeSides(open, 'p', ['q1', 'q2'], 'supports')
    takeSides(open, 'p', ['q1', 'q2'], null)
    expect(read().evidence).toEqual([])
    undo.undo()
    expect(read().evidence.map(({ quote }) => quote)).toEqual(['q2', 'q1'])
  })
})
