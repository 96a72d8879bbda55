import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test'
import type { Row } from '../../scripts/bench.ts'
import { findChromium } from '../../scripts/chromium.ts'
import { say } from '../../scripts/run.ts'
import { toPlain } from '../../shared/formats/json/write.ts'
import { makeMap } from '../fixtures/api.ts'
import { ServerProcess } from '../fixtures/ServerProcess.ts'
import { taskMilliseconds } from './canvas/costOf.ts'
import { WINDOW } from './canvas/plan.ts'
import { profiled } from './canvas/profiled.ts'
import { bytes, median, ms } from './support/figures.ts'
import { largeMap } from './support/largeMap.ts'
import { numberOption } from './support/options.ts'

const PATIENCE = 120_000
/** Milliseconds after which nothing that opening brought along is still under way. */
const REST = 8_000

export const name = 'Opening a map of a large company: 5,000 touchpoints with 20,000 quotes'

type Opened = {
  /** Milliseconds from the call of the address. */
  readonly painted: number
  readonly editable: number
  /** Milliseconds of the main thread's work until then. */
  readonly work: number
  readonly heap: number
  /** Bytes of everything that was painted into canvases. */
  readonly bitmaps: number
}

export async function run(): Promise<readonly Row[]> {
  const executablePath = findChromium()
  if (executablePath === null) {
    say('skipped: there is no Chromium; set CHROMIUM_PATH')
    return []
  }
  const server = await ServerProcess.start()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const rounds = numberOption('rounds', 3)
    const map = await makeMap(server.address, toPlain(largeMap(5_000, 20_000, 2_000)))
    const url = `${server.address}/m/${map.id}#${map.links.editor.token}`
    // Scripts and fonts are in the cache, the map is not: as when a colleague sends the link to another one.
    const other = await makeMap(server.address, { sample: true })
    const warmUp = `${server.address}/m/${other.id}#${other.links.editor.token}`
    const [first, again]: [Opened[], Opened[]] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      const [one, two] = await openTwice(browser, warmUp, url)
      first.push(one)
      again.push(two)
    }
    return [rowOf('from the server', first), rowOf("from this browser's copy", again)]
  } finally {
    await browser.close()
    await server.dispose()
  }
}

async function openTwice(browser: Browser, warmUp: string, url: string): Promise<[Opened, Opened]> {
  const context = await browser.newContext({ viewport: WINDOW })
  try {
    await context.addInitScript(prepare, JSON.stringify({ name: 'Ada', color: '#2f74a8' }))
    await opened(context, warmUp, 'warm up')
    return [await opened(context, url, 'open first'), await opened(context, url, 'open again')]
  } finally {
    await context.close()
  }
}

/** Runs in the page, before its own scripts: notes when something of the map is to be seen, and counts canvases. */
function prepare(me: string): void {
  localStorage.setItem('verbatim.me', me)
  const made = new Set<WeakRef<HTMLCanvasElement>>()
  const known = new WeakSet<HTMLCanvasElement>()
  const getContext = HTMLCanvasElement.prototype.getContext as (this: HTMLCanvasElement, ...more: unknown[]) => unknown
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...more: unknown[]) {
    if (!known.has(this)) {
      known.add(this)
      made.add(new WeakRef(this))
    }
    return getContext.apply(this, more)
  } as typeof HTMLCanvasElement.prototype.getContext
  const times = { painted: 0, editable: 0 }
  const bitmaps = () =>
    [...made].reduce((sum, ref) => {
      const canvas = ref.deref()
      return sum + (canvas ? canvas.width * canvas.height * 4 : 0)
    }, 0)
  Object.assign(window, { opening: { times, bitmaps } })
  const look = () => {
    const isReady = document.querySelector('[data-testid="canvas"][data-ready="true"]') !== null
    // What is in the page in one frame has been painted by the next.
    const note = (what: keyof typeof times) => {
      if (times[what] === 0) requestAnimationFrame(() => setTimeout(() => (times[what] ||= performance.now())))
    }
    if (isReady || document.querySelector('[data-testid="sight"] canvas')) note('painted')
    if (isReady) note('editable')
    if (times.editable === 0) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

type Watched = { opening: { times: { painted: number; editable: number }; bitmaps(): number } }

async function opened(context: BrowserContext, url: string, what: string): Promise<Opened> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const { painted, editable, work } = await profiled(session, what, () => open(page, session, url))
  await page.waitForTimeout(REST)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const bitmaps = await page.evaluate(() => (window as unknown as Watched).opening.bitmaps())
  await page.close()
  return { painted, editable, work, heap: usedSize, bitmaps }
}

async function open(page: Page, session: CDPSession, url: string) {
  await page.goto(url, { waitUntil: 'commit' })
  const times = await page.waitForFunction(
    () => {
      const { times } = (window as unknown as Watched).opening
      return times.painted > 0 && times.editable > 0 ? times : null
    },
    null,
    { timeout: PATIENCE },
  )
  const { painted = 0, editable = 0 } = (await times.jsonValue()) ?? {}
  return { painted, editable, work: await taskMilliseconds(session) }
}

function rowOf(opened: string, all: readonly Opened[]): Row {
  const middle = (of: (one: Opened) => number) => median(all.map(of))
  return {
    opened,
    painted: ms(middle(one => one.painted)),
    editable: ms(middle(one => one.editable)),
    'task until then': ms(middle(one => one.work)),
    heap: bytes(middle(one => one.heap)),
    bitmaps: bytes(middle(one => one.bitmaps)),
  }
}
