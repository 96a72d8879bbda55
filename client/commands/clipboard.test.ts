import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copySelected, duplicateSelected, pasteCopied, removeCopied } from './clipboard.ts'
import { plainText, readCopied } from './copied.ts'
import { titlesOf } from './pastedText.ts'
import { openMapWith } from './testing/openMapWith.ts'

const lists = {
  stages: [{ id: 'one' }, { id: 'two' }, { id: 'three' }],
  lanes: [{ id: 'steps' }, { id: 'front', kind: 'frontstage' as const }, { id: 'behind', kind: 'backstage' as const }],
  touchpoints: [
    { id: 'a', title: 'A', stage: 'one', lane: 'steps', channel: 'Phone', details: 'Long' },
    { id: 'b', title: 'B', stage: 'two', lane: 'front' },
    { id: 'c', title: 'C', stage: 'one', lane: 'steps' },
  ],
  notes: [
    { id: 'n', text: 'Free', x: 100, y: 900, image: 'picture.png' },
    { id: 'm', text: 'Behind', stage: 'two', lane: 'behind' },
  ],
  quotes: [{ id: 'q', text: 'Well.', touchpoint: 'a' }],
}

function copied(selected: string[]) {
  const from = openMapWith(lists)
  from.open.view.setState({ selected })
  const read = readCopied(JSON.stringify(copySelected(from.open)))
  if (!read) throw new Error('nothing was copied')
  return read
}

describe('copied cards', () => {
  it('come back with channel and details, as far apart as they were, and without their quotes', () => {
    const { open, map } = openMapWith(lists)
    const came = pasteCopied(open, copied(['a', 'b']), { stage: 'two', lane: 'steps', before: null }, null)
    expect(came).toBe(2)
    expect(map().touchpoints.slice(3)).toMatchObject([
      { title: 'A', stage: 'two', lane: 'steps', channel: 'Phone', details: 'Long' },
      { title: 'B', stage: 'three', lane: 'front' },
    ])
    expect(map().quotes).toMatchObject([{ touchpoint: 'a' }])
    open.session.undo.undo()
    expect(map().touchpoints).toHaveLength(3)
  })

  it('stay on a map that has fewer stages and lanes than the one they come from', () => {
    const { open, cards } = openMapWith({ stages: [{ id: 'only' }], lanes: [{ id: 'steps' }] })
    pasteCopied(open, copied(['a', 'b']), { stage: 'only', lane: 'steps', before: null }, null)
    expect(cards()).toEqual(['only A', 'only B'])
  })

  it('take notes along: into a lane for notes, or to the pointer; pictures stay in their map', () => {
    const here = openMapWith(lists)
    pasteCopied(here.open, copied(['n', 'm']), { stage: 'one', lane: 'steps', before: null }, { x: 5, y: 6 })
    expect(here.map().notes.slice(2)).toMatchObject([
      { text: 'Free', x: 5, y: 6, stage: null, image: 'picture.png' },
      { text: 'Behind', stage: 'one', lane: 'behind' },
    ])
    const there = openMapWith({})
    pasteCopied(there.open, { ...copied(['n']), map: 'another' }, null, null)
    expect(there.map().notes).toMatchObject([{ text: 'Free', image: null }])
  })

  it('keep notes under their heading, which brings them along, and let one alone stand for itself', () => {
    const grouped = openMapWith({
      notes: [
        { id: 'x', text: 'First', under: 'h' },
        { id: 'h', text: 'Heading', x: 40, y: 50 },
        { id: 'y', text: 'Second', under: 'h' },
      ],
    })
    const there = openMapWith({})
    const paste = (...selected: string[]) => {
      grouped.open.view.setState({ selected })
      const read = readCopied(JSON.stringify(copySelected(grouped.open)))
      if (read) pasteCopied(there.open, read, null, { x: 7, y: 8 })
      return there.map().notes
    }
    const [first, heading, second] = paste('h')
    expect(heading).toMatchObject({ text: 'Heading', under: null, x: 7, y: 8 })
    expect([first?.under, second?.under]).toEqual([heading?.id, heading?.id])
    expect(paste('x').at(-1)).toMatchObject({ text: 'First', under: null, x: 7, y: 8 })
  })

  it('are lines and tables for other programs, and those become the same cards again', () => {
    expect(plainText(copied(['a', 'c']))).toBe('A\nC')
    expect(plainText(copied(['a', 'b', 'c', 'm']))).toBe('A\t\nC\t\n\tB\nBehind')
    expect(titlesOf('A\t\n\tB')).toEqual([
      ['A', ''],
      ['', 'B'],
    ])
  })

  it('are cut as one step', () => {
    const { open, cards } = openMapWith(lists)
    open.view.setState({ selected: ['a', 'n', 'one'] })
    removeCopied(open)
    expect(cards()).toEqual(['two B', 'one C'])
    open.session.undo.undo()
    expect(cards()).toEqual(['one A', 'two B', 'one C'])
  })

  it('are duplicated behind those that are selected', () => {
    const { open, cards, map } = openMapWith(lists)
    open.view.setState({ selected: ['a', 'n'] })
    duplicateSelected(open)
    expect(cards()).toEqual(['one A', 'two B', 'one A', 'one C'])
    expect(map().notes.at(-1)).toMatchObject({ text: 'Free', x: 124, y: 924 })
  })

  it('are read from any clipboard without harm', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), text => {
        expect(() => readCopied(text)).not.toThrow()
      }),
    )
    const odd = { touchpoints: [{ title: 7, stages: 1e300 }, null, { title: 'x'.repeat(5_000), lanes: -4 }] }
    const read = readCopied(JSON.stringify(odd))
    expect(read?.touchpoints).toMatchObject([{ title: '', stages: 10_000 }, { lanes: 0 }])
    expect(read?.touchpoints[1]?.title).toHaveLength(1_000)
  })
})
