import type { CDPSession, Page } from '@playwright/test'
import { percentile } from '../support/figures.ts'

/** What one gesture cost: milliseconds between frames, and of the main thread's work for each step of the pointer. */
export type Cost = { readonly p50: number; readonly p95: number; readonly max: number; readonly perStep: number }

const STEPS = 60

type Gesture = (page: Page, step: number) => Promise<unknown>

const CENTRE = { x: 800, y: 450 }

/** Gestures as people make them, the pointer in the middle of the canvas; each leaves the map as it found it. */
export const GESTURES: Readonly<Record<string, Gesture>> = {
  pan: (page, step) => page.mouse.wheel(step < STEPS / 2 ? 40 : -40, step < STEPS / 2 ? 24 : -24),
  zoom: async (page, step) => {
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, step < STEPS / 2 ? 20 : -20)
    await page.keyboard.up('Control')
  },
}

/** Runs a gesture step by step, one for each frame, while the page counts its frames. */
export async function costOf(page: Page, session: CDPSession, gesture: Gesture): Promise<Cost> {
  await page.mouse.move(CENTRE.x, CENTRE.y)
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
  for (let step = 0; step < STEPS; step += 1) await gesture(page, step)
  const ended = await taskMilliseconds(session)
  const frames = await page.evaluate(() => {
    const { counting } = window as unknown as { counting: { frames: number[]; on: boolean } }
    counting.on = false
    return counting.frames.slice(1)
  })
  return {
    p50: percentile(frames, 50),
    p95: percentile(frames, 95),
    max: Math.max(...frames),
    perStep: (ended - started) / STEPS,
  }
}

/** How long the main thread worked since the page began. The session has `Performance` enabled. */
export async function taskMilliseconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}
