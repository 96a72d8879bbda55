import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { enterPresence } from './presence.ts'

/** Two windows that hear of each other at once. `sent` counts what Ada's window told. */
function windows() {
  const [ada, ben] = [1, 2].map(client => {
    const doc = new Y.Doc()
    doc.clientID = client
    return { doc, awareness: new Awareness(doc) }
  }) as [Window, Window]
  const traffic = { sent: 0 }
  const pass = (from: Window, to: Window) => () => {
    if (from === ada) traffic.sent++
    applyAwarenessUpdate(to.awareness, encodeAwarenessUpdate(from.awareness, [from.doc.clientID]), 'net')
  }
  for (const [from, to] of [
    [ada, ben],
    [ben, ada],
  ] as const) {
    from.awareness.on('update', (_: unknown, origin: unknown) => {
      if (origin !== 'net') pass(from, to)()
    })
  }
  return { ada, ben, traffic }
}
type Window = { doc: Y.Doc; awareness: Awareness }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('presence', () => {
  it('shows who is here, where they point and what they have selected', () => {
    const { ada, ben } = windows()
    const seen = enterPresence(ben, { name: 'Ben', color: '#b3261e' })
    const told = enterPresence(ada, { name: 'Ada', color: '#1565c0' })
    told.point({ on: 'map', x: 3, y: 4 })
    told.select(['t-1'])
    vi.advanceTimersByTime(60)
    expect(seen.others()).toEqual([
      {
        key: '1',
        user: { id: null, name: 'Ada', color: '#1565c0', role: null },
        cursor: { on: 'map', x: 3, y: 4 },
        selection: ['t-1'],
        drag: null,
      },
    ])
  })

  it('tells only the latest place of a pointer that moves fast', () => {
    const { ada, ben, traffic } = windows()
    const seen = enterPresence(ben, { name: 'Ben', color: '#b3261e' })
    const told = enterPresence(ada, { name: 'Ada', color: '#1565c0' })
    const before = traffic.sent
    for (let x = 0; x < 100; x++) told.point({ on: 'map', x, y: 0 })
    vi.advanceTimersByTime(60)
    expect(traffic.sent - before).toBe(1)
    expect(seen.others()[0]?.cursor).toMatchObject({ x: 99 })
  })

  it('shows what somebody drags until it is let go', () => {
    const { ada, ben } = windows()
    const seen = enterPresence(ben, { name: 'Ben', color: '#b3261e' })
    const told = enterPresence(ada, { name: 'Ada', color: '#1565c0' })
    told.drag({ ids: ['t-1'], dx: 40, dy: -8 })
    vi.advanceTimersByTime(60)
    expect(seen.others()[0]?.drag).toEqual({ ids: ['t-1'], dx: 40, dy: -8 })
    told.drag(null)
    expect(seen.others()[0]?.drag).toBeNull()
  })

  it('takes the pointer away at once when it leaves the map', () => {
    const { ada, ben } = windows()
    const seen = enterPresence(ben, { name: 'Ben', color: '#b3261e' })
    const told = enterPresence(ada, { name: 'Ada', color: '#1565c0' })
    told.point({ on: 'map', x: 1, y: 1 })
    told.point(null)
    vi.advanceTimersByTime(60)
    expect(seen.others()[0]?.cursor).toBeNull()
  })

  it('forgets who left', () => {
    const { ada, ben } = windows()
    const seen = enterPresence(ben, { name: 'Ben', color: '#b3261e' })
    const told = enterPresence(ada, { name: 'Ada', color: '#1565c0' })
    expect(seen.others()).toHaveLength(1)
    told.leave()
    expect(seen.others()).toEqual([])
  })

  it('shows nothing of a window that says nonsense', () => {
    const { ada, ben } = windows()
    const seen = enterPresence(ben, { name: 'Ben', color: '#b3261e' })
    ada.awareness.setLocalState({ user: 7, cursor: { x: Number.NaN } })
    expect(seen.others()).toEqual([])
  })
})
