import { describe, expect, it } from 'vitest'
import { beginBeside, beginCard } from './drafts.ts'
import { pasteIntoTitle, pasteText, titlesOf } from './pastedText.ts'
import { selectedTarget } from './targets.ts'
import { openMapWith } from './testing/openMapWith.ts'
import { type } from './typing.ts'

const grid = {
  stages: [{ id: 'one' }, { id: 'two' }],
  lanes: [{ id: 'feel', kind: 'feelings' as const }, { id: 'steps' }],
}
const at = (id: string, stage: string, title = id) => ({ id, title, stage, lane: 'steps' })

/** Types a title into the card that is being edited. */
function typeTitle(open: ReturnType<typeof openMapWith>['open'], title: string): void {
  const { editing } = open.view.getState()
  if (!editing) throw new Error('nothing is being typed')
  let from = ''
  for (const letter of title) {
    type(open, editing, from, from + letter, from !== '')
    from += letter
  }
}

describe('cards at talking speed', () => {
  it('leave nothing behind when no letter was typed: not in the map and not in undo', () => {
    const { open, cards } = openMapWith(grid)
    beginCard(open, { stage: 'one', lane: 'steps' })
    open.view.setState({ editing: null, draft: null })
    expect(cards()).toEqual([])
    expect(open.session.undo.canUndo()).toBe(false)
  })

  it('follow each other below and in the next stage, each one step of undo', () => {
    const { open, cards } = openMapWith({ ...grid, touchpoints: [at('last', 'one')] })
    beginCard(open, { stage: 'one', lane: 'steps' }, 'last')
    typeTitle(open, 'See it')
    expect(beginBeside(open, open.view.getState().editing?.id ?? '', 'below')).toBe(true)
    typeTitle(open, 'Ask')
    expect(beginBeside(open, open.view.getState().editing?.id ?? '', 'next stage')).toBe(true)
    typeTitle(open, 'Buy')
    expect(cards()).toEqual(['one See it', 'one Ask', 'one last', 'two Buy'])
    expect(beginBeside(open, open.view.getState().editing?.id ?? '', 'next stage')).toBe(false)
    expect(beginBeside(open, open.view.getState().editing?.id ?? '', 'stage before')).toBe(true)
    open.session.undo.undo()
    expect(cards()).toEqual(['one See it', 'one Ask', 'one last'])
    open.session.undo.redo()
    expect(cards()).toEqual(['one See it', 'one Ask', 'one last', 'two Buy'])
  })
})

describe('pasted lines', () => {
  it('are titles without bullets and empty lines', () => {
    expect(titlesOf('• Wait\r\n\r\n- Ask\tthe clerk \n  \n1-2-1')).toEqual([['Wait'], ['Ask', 'the clerk'], ['1-2-1']])
  })

  it('become cards from the first letter’s place on, in one step', () => {
    const { open, cards } = openMapWith({ ...grid, touchpoints: [at('last', 'one')] })
    beginCard(open, { stage: 'one', lane: 'steps' }, 'last')
    const lines = Array.from({ length: 12 }, (_, index) => `Line ${index + 1}`)
    expect(pasteIntoTitle(open, open.view.getState().editing?.id ?? '', lines.join('\n'))).toBe(true)
    expect(cards()).toEqual([...lines.map(line => `one ${line}`), 'one last'])
    open.session.undo.undo()
    expect(cards()).toEqual(['one last'])
    expect(open.session.undo.canUndo()).toBe(false)
  })

  it('fill an empty card that is there and follow it; a title that says something takes them as words', () => {
    const { open, cards } = openMapWith({ ...grid, touchpoints: [at('a', 'one', ''), at('b', 'one')] })
    expect(pasteIntoTitle(open, 'a', 'First\nSecond')).toBe(true)
    expect(pasteIntoTitle(open, 'b', 'First\nSecond')).toBe(false)
    expect(pasteIntoTitle(open, 'a', 'only one line')).toBe(false)
    expect(cards()).toEqual(['one First', 'one Second', 'one b'])
  })

  it('of a table lie across the stages, and nothing is lost behind the last one', () => {
    const { open, cards } = openMapWith(grid)
    const target = selectedTarget(open)
    if (target) pasteText(open, 'a\tb\tc\n\td', target)
    expect(cards()).toEqual(['one a', 'two b', 'two c', 'two d'])
  })

  it('come behind the selected card where no pointer says otherwise', () => {
    const { open, cards } = openMapWith({ ...grid, touchpoints: [at('a', 'two'), at('b', 'two')] })
    open.view.setState({ selected: ['a'] })
    const target = selectedTarget(open)
    if (target) pasteText(open, 'new', target)
    expect(cards()).toEqual(['two a', 'two new', 'two b'])
  })
})
