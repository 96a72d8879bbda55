import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PRESENCE_NAME, PRESENCE_SELECTION, type Presence, readPresence } from './presence.ts'

const ada: Presence = {
  user: { id: 'p1', name: 'Ada', color: '#a1b2c3', role: 'editor' },
  cursor: { on: 'cell', stage: 's1', lane: 'l1', x: 12.5, y: -3 },
  selection: ['t1', 't2'],
  drag: { ids: ['t1', 't2'], dx: 40.5, dy: -12 },
}

describe('presence', () => {
  it('comes through as it was sent', () => {
    expect(readPresence(JSON.parse(JSON.stringify(ada)))).toEqual(ada)
    const card = { ...ada, cursor: { on: 'card', id: 't1', x: 0, y: 0 } }
    expect(readPresence(card)).toEqual(card)
    expect(readPresence({ ...ada, cursor: { on: 'map', x: 1, y: 2 } })?.cursor).toEqual({ on: 'map', x: 1, y: 2 })
  })

  it('is nobody without a name', () => {
    for (const state of [
      null,
      1,
      'x',
      [],
      {},
      { user: null },
      { user: {} },
      { user: { name: ' ' } },
      { user: { name: 1 } },
    ]) {
      expect(readPresence(state)).toBeNull()
    }
  })

  it('keeps the person and leaves out what makes no sense', () => {
    const odd = {
      user: { id: 7, name: 'Ben', color: 'red; background: url(x)', role: 'owner' },
      cursor: { on: 'card', id: 't', x: Number.NaN, y: 1e300 },
      selection: ['t1', 4, '', null, 'x'.repeat(10_000)],
      drag: { ids: ['t1'], dx: Number.POSITIVE_INFINITY, dy: 0 },
    }
    expect(readPresence(odd)).toEqual({
      user: { id: null, name: 'Ben', color: '#6b7280', role: null },
      cursor: null,
      selection: ['t1'],
      drag: null,
    })
  })

  it('cuts off what would fill the screen or turn a line around', () => {
    const read = readPresence({
      user: { name: `\u202e${'A'.repeat(500)}\n` },
      selection: Array.from({ length: 5_000 }, (_, i) => `t${i}`),
      drag: { ids: Array.from({ length: 5_000 }, (_, i) => `t${i}`), dx: 1, dy: 1 },
    })
    expect(read?.user.name).toBe('A'.repeat(PRESENCE_NAME - 1))
    expect(read?.selection).toHaveLength(PRESENCE_SELECTION)
    expect(read?.drag?.ids).toHaveLength(PRESENCE_SELECTION)
  })

  it('never throws and never grows, whatever others say', () => {
    const user = fc.record({ id: fc.anything(), name: fc.string(), color: fc.anything(), role: fc.anything() })
    const state = fc.record({
      user: fc.oneof(user, fc.anything()),
      cursor: fc.anything(),
      selection: fc.anything(),
      drag: fc.anything(),
    })
    fc.assert(
      fc.property(fc.oneof(state, fc.anything()), value => {
        const read = readPresence(value)
        if (read) expect(readPresence(read)).toEqual(read)
      }),
      { numRuns: 1_000 },
    )
  })
})
