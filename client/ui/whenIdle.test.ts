import { afterEach, beforeEach, expect, it, vi } from 'vitest'

/** A window that hears hands and keys, and a browser that is idle when it is told so. */
async function page() {
  const hear = new Set<() => void>()
  const asked = new Map<number, (moment: { timeRemaining(): number }) => void>()
  vi.stubGlobal('window', { addEventListener: (_: string, listener: () => void) => hear.add(listener) })
  let last = 0
  vi.stubGlobal('requestIdleCallback', (act: () => void, { timeout }: { timeout: number }) => {
    last += 1
    const handle = last
    asked.set(handle, act)
    setTimeout(() => idle(handle, 0), timeout)
    return handle
  })
  vi.stubGlobal('cancelIdleCallback', (handle: number) => asked.delete(handle))
  const idle = (handle: number, milliseconds: number) => {
    const act = asked.get(handle)
    asked.delete(handle)
    act?.({ timeRemaining: () => milliseconds })
  }
  vi.resetModules()
  const { whenIdle } = await import('./whenIdle.ts')
  return {
    whenIdle,
    move: () => [...hear].at(0)?.(),
    rest: (milliseconds = 50) => {
      for (const handle of [...asked.keys()]) idle(handle, milliseconds)
    },
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('waits for an idle moment', async () => {
  const { whenIdle, rest } = await page()
  const act = vi.fn()
  whenIdle(act, 3_000)
  vi.advanceTimersByTime(1_000)
  expect(act).not.toHaveBeenCalled()
  rest()
  expect(act).toHaveBeenCalledOnce()
})

it('waits on while somebody moves something, be the browser idle in between or not', async () => {
  const { whenIdle, move, rest } = await page()
  const act = vi.fn()
  whenIdle(act, 3_000)
  for (let step = 0; step < 20; step += 1) {
    move()
    rest()
    vi.advanceTimersByTime(100)
  }
  expect(act).not.toHaveBeenCalled()
  vi.advanceTimersByTime(300)
  rest()
  expect(act).toHaveBeenCalledOnce()
})

it('leaves what is left of a frame to what moves by itself, as long as it has patience', async () => {
  const { whenIdle, rest } = await page()
  const [act, late] = [vi.fn(), vi.fn()]
  whenIdle(act, 3_000)
  for (let step = 0; step < 20; step += 1) {
    rest(6)
    vi.advanceTimersByTime(16)
  }
  expect(act).not.toHaveBeenCalled()
  rest(12)
  expect(act).toHaveBeenCalledOnce()
  whenIdle(late, 1_000)
  for (let step = 0; step < 70; step += 1) {
    rest(6)
    vi.advanceTimersByTime(16)
  }
  expect(late).toHaveBeenCalledOnce()
})

it('loses its patience', async () => {
  const { whenIdle, move, rest } = await page()
  const act = vi.fn()
  whenIdle(act, 3_000)
  for (let step = 0; step < 31; step += 1) {
    move()
    vi.advanceTimersByTime(100)
    rest()
  }
  expect(act).toHaveBeenCalledOnce()
})

it('does nothing once it is called off', async () => {
  const { whenIdle, move, rest } = await page()
  const act = vi.fn()
  const callOff = whenIdle(act, 1_000)
  move()
  rest()
  callOff()
  vi.advanceTimersByTime(10_000)
  rest()
  expect(act).not.toHaveBeenCalled()
})
