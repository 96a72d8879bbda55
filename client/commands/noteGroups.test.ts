import { describe, expect, it } from 'vitest'
import { duplicateSelected } from './clipboard.ts'
import { groupByAuthor, groupNotes, ungroupNotes } from './noteGroups.ts'
import { removeSelected } from './remove.ts'
import { showLayout } from './shownLayout.ts'
import { laidOut } from './testing/laidOut.ts'
import { openMapWith } from './testing/openMapWith.ts'

const note = (id: string, x: number, more = {}) => ({ id, text: id, x, y: 500, ...more })

function notes(...list: ReturnType<typeof note>[]) {
  const made = openMapWith({
    stages: [{ id: 's' }],
    lanes: [{ id: 'behind', kind: 'backstage' }],
    notes: list,
  })
  showLayout(made.open, () => laidOut(made.map()))
  const select = (...ids: string[]) => made.open.view.setState({ selected: ids })
  const placeOf = (id: string) => laidOut(made.map()).notes.get(id)
  return { ...made, select, placeOf }
}

const underOf = (map: { notes: { id: string; under: string | null }[] }) =>
  Object.fromEntries(map.notes.map(({ id, under }) => [id, under]))

describe('notes under a heading', () => {
  it('are grouped where they lie, in one step, and the heading waits for its words', () => {
    const { open, map, select } = notes(note('a', 900), note('b', 700), note('c', 0))
    select('a', 'b')
    groupNotes(open, 'Ada')
    const heading = open.view.getState().editing?.id ?? ''
    expect(underOf(map())).toEqual({ a: heading, b: heading, c: null, [heading]: null })
    expect(map().notes.find(({ id }) => id === heading)).toMatchObject({ x: 700, y: 500, author: 'Ada', text: '' })
    open.session.undo.undo()
    expect(underOf(map())).toEqual({ a: null, b: null, c: null })
  })

  it('stay in their cell when they lie in one', () => {
    const inCell = { stage: 's', lane: 'behind', y: 0 }
    const { open, map, select } = notes(note('a', 0, inCell), note('b', 0, inCell))
    select('a', 'b')
    groupNotes(open, '')
    expect(map().notes[0]).toMatchObject({ stage: 's', lane: 'behind' })
  })

  it('take what stands under a heading along into another group', () => {
    const { open, map, select } = notes(note('head', 0), note('a', 0, { under: 'head' }), note('b', 900))
    select('head', 'b')
    groupNotes(open, '')
    const heading = open.view.getState().editing?.id ?? ''
    expect(underOf(map())).toEqual({ head: heading, a: heading, b: heading, [heading]: null })
  })

  it('are sorted by who wrote them, those that nobody signed last', () => {
    const { open, map, select } = notes(
      note('a', 0),
      note('b', 300, { author: 'Zoe' }),
      note('c', 600, { author: 'Ben' }),
      note('d', 900, { author: 'Zoe' }),
    )
    select('a', 'b', 'c', 'd')
    groupByAuthor(open, '')
    const named = new Map(map().notes.map(({ id, text }) => [id, text]))
    expect(map().notes.flatMap(({ id, under }) => (under ? [`${id} ${named.get(under)}`] : []))).toEqual([
      'a Not signed',
      'b Zoe',
      'c Ben',
      'd Zoe',
    ])
    const headings = map().notes.filter(({ id }) => open.view.getState().selected.includes(id))
    expect(headings.toSorted((one, other) => one.x - other.x).map(({ text }) => text)).toEqual([
      'Ben',
      'Zoe',
      'Not signed',
    ])
  })

  it('stay where they are when the group is dissolved or its heading deleted', () => {
    for (const dissolve of [ungroupNotes, removeSelected]) {
      const { open, map, select, placeOf } = notes(note('head', 900), note('a', 3, { under: 'head' }))
      const before = placeOf('a')
      select('head')
      dissolve(open)
      expect(map().notes.find(({ id }) => id === 'a')?.under).toBeNull()
      expect(placeOf('a')).toEqual(before)
      open.session.undo.undo()
      expect(underOf(map())).toEqual({ head: null, a: 'head' })
    }
  })

  it('are copied within their group, and with it when the heading is copied', () => {
    const { open, map, select } = notes(note('head', 900), note('a', 0, { under: 'head' }))
    select('a')
    duplicateSelected(open)
    expect(map().notes.map(({ under }) => under)).toEqual([null, 'head', 'head'])
    select('head', 'a')
    duplicateSelected(open)
    const headings = new Set(map().notes.flatMap(({ under }) => under ?? []))
    expect(headings.size).toBe(2)
  })
})
