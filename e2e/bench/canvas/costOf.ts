import type { CDPSession, Page } from '@playwright/test'
import { percentile } from '../support/figures.ts'

/** What one gesture cost. Milliseconds: between frames, and of the main thread's work for each step. */
export type Cost = {
  readonly fps: number
  readonly p50: number
  readonly p95: number
  readonly max: number
  readonly perStep: number
}

/** Runs so many steps, one after the other, while the page counts its frames. */
export async function costOf(
  page: Page,
  session: CDPSession,
  steps: number,
  step: (index: number) => Promise<unknown>,
): Promise<Cost> {
  await page.evaluate(() => {
    const counting = { frames: [] as number[], on: true }
    Object.assign(window, { counting })
    let before = performance.now()
    const frame = (now: number) => {
      counting.frames.push(now - before)
      before = now
      if (counting.on) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  const started = await taskMilliseconds(session)
  for (let index = 0; index < steps; index += 1) await step(index)
  const ended = await taskMilliseconds(session)
  const frames = await page.evaluate(() => {
    const { counting } = window as unknown as { counting: { frames: number[]; on: boolean } }
    counting.on = false
    return counting.frames.slice(1)
  })
  const whole = frames.reduce((sum, frame) => sum + frame, 0)
  return {
    fps: (frames.length / whole) * 1_000,
    p50: percentile(frames, 50),
    p95: percentile(frames, 95),
    max: Math.max(...frames),
    perStep: (ended - started) / steps,
  }
}

/**
 * How long the main thread worked since the page began, by its own clock, which other programs on the machine do not
 * lengthen. The session has `Performance` enabled with `threadTicks`.
 */
export async function taskMilliseconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000
}
