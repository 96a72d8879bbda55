import { describe, expect, it } from 'vitest'
import { Unsaved, type UnsavedEdit } from './Unsaved.ts'

/** What this browser keeps over a reload. */
function browser() {
  const kept = new Map<string, UnsavedEdit>()
  return {
    kept,
    open: (visit: string) =>
      new Unsaved(visit, [...kept.values()], {
        note: edit => kept.set(edit.key, edit),
        forget: keys => {
          for (const key of keys) kept.delete(key)
        },
      }),
  }
}
const words = (unsaved: Unsaved) => unsaved.list().map(edit => edit.words)

describe('edits that the server has not confirmed', () => {
  it('stand as one line for one visit to a text', () => {
    const unsaved = browser().open('1')
    unsaved.add('Wrote: A', 1, false)
    unsaved.add('Wrote: Ab', 2, true)
    unsaved.add('Wrote: Other', 3, false)
    expect(words(unsaved)).toEqual(['Wrote: Ab', 'Wrote: Other'])
  })

  it('are still listed after a reload, before what is written then', () => {
    const { open } = browser()
    open('1').add('Before', 1, false)
    const later = open('2')
    later.add('After', 2, false)
    expect(words(later)).toEqual(['Before', 'After'])
  })

  it('are gone, also for later visits, once the server confirmed them', () => {
    const { kept, open } = browser()
    open('1').add('Before', 1, false)
    const later = open('2')
    later.add('After', 2, false)
    later.clear()
    expect(words(later)).toEqual([])
    expect(kept.size).toBe(0)
  })

  it('of another window stay when this one is confirmed', () => {
    const { kept, open } = browser()
    const [one, other] = [open('1'), open('2')]
    one.add('Mine', 1, false)
    other.add('Hers', 2, false)
    one.clear()
    expect([...kept.values()].map(edit => edit.words)).toEqual(['Hers'])
  })

  it('are bounded, in memory and in this browser', () => {
    const { kept, open } = browser()
    const unsaved = open('1')
    for (let at = 0; at < 1_100; at++) unsaved.add(`Edit ${at}`, at, false)
    expect(unsaved.list()).toHaveLength(1_000)
    expect(kept.size).toBe(1_000)
    expect(words(unsaved).at(-1)).toBe('Edit 1099')
  })
})
