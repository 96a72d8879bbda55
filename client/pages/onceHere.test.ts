import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { onceHere } from './onceHere.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function session(ready: boolean) {
  const listeners = new Set<() => void>()
  return {
    ready,
    listeners,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    arrive() {
      this.ready = true
      for (const listener of listeners) listener()
    },
  }
}

it('loads nothing ahead while the map itself is on its way, however long that takes', () => {
  const [map, work] = [session(false), vi.fn(() => () => {})]
  onceHere(map, 2_000, work)
  vi.advanceTimersByTime(60_000)
  expect(work).not.toHaveBeenCalled()
  map.arrive()
  vi.advanceTimersByTime(1_999)
  expect(work).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(work).toHaveBeenCalledOnce()
  expect(map.listeners.size).toBe(0)
})

it('gives up what waits on when the map is left', () => {
  const stopWork = vi.fn()
  const stop = onceHere(session(true), 2_000, () => stopWork)
  vi.advanceTimersByTime(2_000)
  expect(stopWork).not.toHaveBeenCalled()
  stop()
  expect(stopWork).toHaveBeenCalledOnce()
})

it('counts from the beginning where the map lies in this browser, and not at all once it is left', () => {
  const work = vi.fn(() => () => {})
  onceHere(session(true), 2_000, work)
  const stop = onceHere(session(true), 2_000, work)
  stop()
  vi.advanceTimersByTime(5_000)
  expect(work).toHaveBeenCalledOnce()
})
