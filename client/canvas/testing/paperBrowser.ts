import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { vi } from 'vitest'

/** What painting needs of a browser, without one: canvases, frames and a clock that go on when a test says so. */
export type PaperBrowser = {
  canvas(): HTMLCanvasElement
  /** The colour of one pixel as `r,g,b,a`. */
  pixel(canvas: HTMLCanvasElement, x: number, y: number): string
  pixels(canvas: HTMLCanvasElement): Buffer
  /** Shows the next frame. */
  frame(): void
  /** Lets the clock go on while something works. */
  work(milliseconds: number): void
  /** Lets the clock go on with all that waits for it, frame by frame. */
  rest(milliseconds: number): void
}

/** Milliseconds. */
const FRAME = 16

/** To be ended with `vi.unstubAllGlobals()` and `vi.useRealTimers()`. */
export function paperBrowser(): PaperBrowser {
  let now = 0
  let asked: ((now: number) => void)[] = []
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const canvas = () => createCanvas(1, 1) as unknown as HTMLCanvasElement
  const real = (element: HTMLCanvasElement) => element as unknown as Canvas
  vi.stubGlobal('performance', { now: () => now })
  vi.stubGlobal('window', { devicePixelRatio: 1, matchMedia: () => ({ matches: false }) })
  vi.stubGlobal('document', { createElement: canvas })
  vi.stubGlobal('requestAnimationFrame', (act: (now: number) => void) => asked.push(act))
  vi.stubGlobal('cancelAnimationFrame', () => {
    asked = []
  })
  const frame = () => {
    const due = asked
    asked = []
    now += FRAME
    for (const act of due) act(now)
  }
  return {
    canvas,
    pixel: (element, x, y) => real(element).getContext('2d').getImageData(x, y, 1, 1).data.join(),
    pixels(element) {
      const { width, height } = real(element)
      return Buffer.from(real(element).getContext('2d').getImageData(0, 0, width, height).data)
    },
    frame,
    work(milliseconds) {
      now += milliseconds
    },
    rest(milliseconds) {
      for (const end = now + milliseconds; now < end; ) {
        vi.advanceTimersByTime(FRAME)
        frame()
      }
    },
  }
}
