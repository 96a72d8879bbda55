import { describe, expect, it } from 'vitest'
import { forgetLeft, type LeftBehind, leave, takeLeft } from './leftBehind.ts'
import { UNUSABLE } from './openDocument.ts'

const LEFT: LeftBehind = {
  about: { id: 'c', epoch: 3, version: 1 },
  whole: false,
  updates: [new Uint8Array([0, 127, 128, 255]), new Uint8Array()],
  lines: [{ key: 'v 1', words: 'Wrote “Ring twice”', at: 5 }],
  forgotten: ['v 0'],
}

/** As browsers have it: what is kept stands in own members. */
function storage(room = Number.POSITIVE_INFINITY): () => Storage {
  const methods = {
    getItem(key: string) {
      return (this as unknown as Record<string, string>)[key] ?? null
    },
    setItem(key: string, value: string) {
      if (value.length > room) throw new DOMException('no room', 'QuotaExceededError')
      ;(this as unknown as Record<string, string>)[key] = value
    },
    removeItem(key: string) {
      delete (this as unknown as Record<string, string>)[key]
    },
  }
  const kept = Object.create(methods) as Storage
  return () => kept
}

describe('what a page leaves behind that is closed in mid-write', () => {
  it('is found as it was by the next page of that map, until it is in the copy', () => {
    const kept = storage()
    expect(leave(kept, 'm', 'one', LEFT)).toBe(true)
    expect(leave(kept, 'm', 'two', { ...LEFT, updates: [], lines: [], forgotten: ['v 1'] })).toBe(true)
    expect(leave(kept, 'mm', 'one', LEFT)).toBe(true)
    expect(takeLeft(kept, 'm', LEFT.about)).toEqual({
      about: LEFT.about,
      updates: LEFT.updates,
      lines: new Map([
        ['v 1', null],
        ['v 0', null],
      ]),
      visits: ['one', 'two'],
    })
    forgetLeft(kept, 'm', 'one')
    expect(takeLeft(kept, 'm', LEFT.about).visits).toEqual(['two'])
    expect(takeLeft(kept, 'mm', LEFT.about).lines.get('v 1')).toEqual(LEFT.lines[0])
  })

  it('begins a copy only where it is whole', () => {
    const kept = storage()
    leave(kept, 'm', 'one', { ...LEFT, whole: true })
    expect(takeLeft(kept, 'm', null)).toMatchObject({ about: LEFT.about, updates: LEFT.updates })
    leave(kept, 'm', 'one', LEFT)
    expect(takeLeft(kept, 'm', null)).toMatchObject({ about: null, updates: [] })
  })

  it('never gets into another history, and is then kept as words with the reason', () => {
    const kept = storage()
    leave(kept, 'm', 'one', { ...LEFT, whole: true })
    const later = { id: 'd', epoch: 4, version: 1 }
    const taken = takeLeft(kept, 'm', later)
    expect(taken).toMatchObject({ about: later, updates: [] })
    expect(taken.lines.get('v 1')).toEqual({ ...LEFT.lines[0], aside: UNUSABLE.epoch })
  })

  it('is not left half: what the browser has no room for is not there', () => {
    const kept = storage(100)
    expect(leave(kept, 'm', 'one', { ...LEFT, updates: [new Uint8Array(200)] })).toBe(false)
    expect(leave(storage(), 'm', 'one', { ...LEFT, updates: [new Uint8Array(1024 * 1024 + 1)] })).toBe(false)
    expect(takeLeft(kept, 'm', LEFT.about).visits.length).toBe(0)
  })

  it('is nothing in a browser that blocks it', () => {
    const blocked = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
    expect(leave(blocked, 'm', 'one', LEFT)).toBe(false)
    expect(takeLeft(blocked, 'm', LEFT.about).visits.length).toBe(0)
    expect(() => forgetLeft(blocked, 'm', 'one')).not.toThrow()
  })

  it.each([
    ['no JSON', '{'],
    ['nothing', 'null'],
    ['no history', JSON.stringify({ ...LEFT, about: { id: 'c' }, updates: [] })],
    ['updates that are no bytes', JSON.stringify({ ...LEFT, updates: ['§'] })],
    ['lines without words', JSON.stringify({ ...LEFT, updates: [], lines: [{ key: 'v 1' }] })],
  ])('does not stop the map from opening when it is damaged: %s', (_, text) => {
    const kept = storage()
    kept().setItem('verbatim.left.m.one', text)
    expect(takeLeft(kept, 'm', LEFT.about).visits.length).toBe(0)
  })
})
