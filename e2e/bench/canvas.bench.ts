import { type Browser, chromium, type Page } from '@playwright/test'
import type { Row } from '../../scripts/bench.ts'
import { findChromium } from '../../scripts/chromium.ts'
import { say } from '../../scripts/run.ts'
import { toPlain } from '../../shared/formats/json/write.ts'
import { makeMap } from '../fixtures/api.ts'
import { ServerProcess } from '../fixtures/ServerProcess.ts'
import { costOf, GESTURES, taskMilliseconds } from './canvas/gestures.ts'
import { linkedMap } from './canvas/linkedMap.ts'
import { ms } from './support/figures.ts'
import { numbersOption } from './support/options.ts'

const PATIENCE = 60_000

export const name = 'Canvas: the built client in headless Chromium without a GPU, 1440 × 900'

export async function run(): Promise<readonly Row[]> {
  const executablePath = findChromium()
  if (executablePath === null) {
    say('skipped: there is no Chromium; set CHROMIUM_PATH')
    return []
  }
  const server = await ServerProcess.start()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const rows: Row[] = []
    for (const cards of numbersOption('cards', [300, 1_000, 3_000, 5_000])) {
      const map = await makeMap(server.address, toPlain(linkedMap(cards)))
      rows.push(...(await measure(browser, `${server.address}/m/${map.id}#${map.links.editor.token}`, cards)))
    }
    return rows
  } finally {
    await browser.close()
    await server.dispose()
  }
}

async function measure(browser: Browser, url: string, cards: number): Promise<Row[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    const page = await context.newPage()
    await page.addInitScript(
      me => localStorage.setItem('verbatim.me', me),
      JSON.stringify({ name: 'Ada', color: '#2f74a8' }),
    )
    const session = await context.newCDPSession(page)
    // The time that the main thread worked, which other programs on the machine do not lengthen.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    const started = performance.now()
    await page.goto(url, { waitUntil: 'commit' })
    await page.locator('[data-testid="canvas"][data-ready="true"]').waitFor({ timeout: PATIENCE })
    const opened = performance.now() - started
    const work = await taskMilliseconds(session)
    const rows: Row[] = []
    for (const view of ['near', 'whole map'] as const) {
      await page.getByRole('application', { name: 'Journey map' }).focus()
      if (view === 'whole map') await page.keyboard.press('1')
      await settled(page)
      for (const [gesture, step] of Object.entries(GESTURES)) {
        const { p50, p95, max, perStep } = await costOf(page, session, step)
        const { nodes, heap } = await page.evaluate(() => ({
          nodes: document.querySelectorAll('*').length,
          heap: (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize,
        }))
        rows.push({
          cards,
          view,
          gesture,
          'frame p50': ms(p50),
          'frame p95': ms(p95),
          'frame max': ms(max),
          'task per step': ms(perStep),
          elements: nodes,
          heap: `${Math.round(heap / 1024 / 1024)} MB`,
          opened: ms(opened),
          'work to open': ms(work),
        })
      }
    }
    return rows
  } finally {
    await context.close()
  }
}

/** Two frames after everything that was asked for. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>(resolve =>
        setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve())), 800),
      ),
  )
}
