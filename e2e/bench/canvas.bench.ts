import { loadavg } from 'node:os'
import { type Browser, type CDPSession, chromium } from '@playwright/test'
import type { Row } from '../../scripts/bench.ts'
import { findChromium } from '../../scripts/chromium.ts'
import { say } from '../../scripts/run.ts'
import { costOf, taskMilliseconds } from './canvas/costOf.ts'
import { type Board, GESTURES, type Gesture } from './canvas/gestures.ts'
import { ours, PEOPLE } from './canvas/ours.ts'
import { peers } from './canvas/peers.ts'
import { type Plan, planOf, type ViewName, WINDOW } from './canvas/plan.ts'
import { profiled } from './canvas/profiled.ts'
import type { Subject } from './canvas/Subject.ts'
import { ms } from './support/figures.ts'
import { numbersOption, textOption } from './support/options.ts'

export const name = 'Canvas: the same pointer and wheel events in headless Chromium without a GPU, 1440 × 900'

export async function run(): Promise<readonly Row[]> {
  const executablePath = findChromium()
  if (executablePath === null) {
    say('skipped: there is no Chromium; set CHROMIUM_PATH')
    return []
  }
  const wanted = textOption('systems')?.split(',') ?? null
  const isWanted = (name: string) => wanted === null || wanted.includes(name)
  const subjects = [
    ...(isWanted('ours') ? [await ours(PEOPLE)] : []),
    ...(isWanted('ours alone') ? [await ours(0)] : []),
    ...(await peers(isWanted)),
  ]
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const rows: Row[] = []
    for (const cards of numbersOption('cards', [300, 1_000, 3_000, 5_000])) {
      const plan = planOf(cards)
      for (const subject of subjects) rows.push(...(await measure(browser, subject, plan)))
    }
    return rows.sort((a, b) => order(a) - order(b))
  } finally {
    await browser.close()
    for (const subject of subjects) await subject.stop()
  }
}

/** Next to each other stands what is compared. */
function order({ cards, view, gesture }: Row): number {
  const at = GESTURES.findIndex(one => one.name === gesture && one.view === view)
  return Number(cards) * 100 + (at < 0 ? GESTURES.length : at)
}

async function measure(browser: Browser, subject: Subject, plan: Plan): Promise<Row[]> {
  const context = await browser.newContext({ viewport: WINDOW })
  const prepared = await subject.prepare(plan)
  const cards = plan.cards.length
  try {
    const page = await context.newPage()
    await prepared.before(page)
    const session = await context.newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    const started = performance.now()
    await page.goto(prepared.url, { waitUntil: 'commit' })
    await prepared.ready(page)
    const opened = { opened: ms(performance.now() - started), 'work to open': ms(await taskMilliseconds(session)) }
    const rows: Row[] = []
    const board = { page, plan, turn: prepared.turn }
    for (const gesture of ordered([...GESTURES, ...prepared.more])) {
      const { name, view } = gesture
      // Each time anew: not all of them come back from a zoom to exactly where they were.
      await prepared.look(board, view)
      const row = await figures(session, board, gesture, `${subject.name} ${cards}`)
      rows.push({ cards, view, gesture: name, system: subject.name, ...row, ...opened })
    }
    say(`measured ${subject.name} with ${cards} cards, load average ${loadavg()[0]?.toFixed(1)}`)
    return rows
  } catch (error) {
    say(`${subject.name}, ${cards} cards: ${error instanceof Error ? error.message : error}`)
    return []
  } finally {
    await context.close()
    await prepared.end()
  }
}

/** Each view is gone to once. */
function ordered(gestures: readonly Gesture[]): Gesture[] {
  const only = textOption('gestures')?.split(',') ?? null
  const views: readonly ViewName[] = ['near', 'whole map', '200 cards']
  return views.flatMap(view =>
    gestures.filter(gesture => gesture.view === view && (only === null || only.includes(gesture.name))),
  )
}

async function figures(session: CDPSession, board: Board, gesture: Gesture, who: string): Promise<Row> {
  const { page } = board
  await gesture.before?.(board)
  const measured = () => costOf(page, session, gesture.steps, index => gesture.step(board, index))
  const { fps, p50, p95, max, perStep } = await profiled(session, `${who} ${gesture.view} ${gesture.name}`, measured)
  const elements = await page.evaluate(() => document.querySelectorAll('*').length)
  await gesture.after?.(board)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return {
    'task per step': ms(perStep),
    fps: fps.toFixed(0),
    'frame p50': ms(p50),
    'frame p95': ms(p95),
    'frame max': ms(max),
    elements,
    heap: `${Math.round(usedSize / 1024 / 1024)} MB`,
  }
}
