import { type Browser, type CDPSession, chromium } from '@playwright/test'
import type { Row } from '../../scripts/bench.ts'
import { findChromium } from '../../scripts/chromium.ts'
import { say } from '../../scripts/run.ts'
import { makeMap } from '../fixtures/api.ts'
import { ServerProcess } from '../fixtures/ServerProcess.ts'
import { initialScriptBytes } from './support/bundle.ts'
import { bestAndMedian, bytes, median } from './support/figures.ts'

const RUNS = 5
/** Milliseconds after which a page that does not become usable is given up. */
const PATIENCE = 30_000

export const name = 'Loading: the built client in headless Chromium, each time with an empty cache'

type Page = { what: string; url: string; source: string; usable: string }
type Load = { ms: number; transferred: number; script: number }

export async function run(): Promise<readonly Row[]> {
  const executablePath = findChromium()
  if (executablePath === null) {
    say('skipped: there is no Chromium; set CHROMIUM_PATH')
    return []
  }
  const server = await ServerProcess.start()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const sample = await makeMap(server.address, { sample: true })
    const pages: Page[] = [
      { what: 'home', url: `${server.address}/`, source: 'pages/Home.tsx', usable: 'main h1, h1' },
      {
        what: 'sample map',
        url: `${server.address}/m/${sample.id}#${sample.links.editor.token}`,
        source: 'pages/MapPage.tsx',
        usable: '[data-testid="canvas"][data-ready="true"]',
      },
    ]
    const rows: Row[] = []
    for (const page of pages) rows.push(await measure(browser, page))
    return rows
  } finally {
    await browser.close()
    await server.dispose()
  }
}

async function measure(browser: Browser, page: Page): Promise<Row> {
  const loads: Load[] = []
  for (let run = 0; run < RUNS; run += 1) loads.push(await load(browser, page))
  return {
    page: page.what,
    ...bestAndMedian(loads.map(load => load.ms)),
    'scripts it needs (gzip)': bytes(await initialScriptBytes(page.source)),
    'scripts until usable': bytes(median(loads.map(load => load.script))),
    'all until usable': bytes(median(loads.map(load => load.transferred))),
  }
}

/** From the call of the address until the page can be used, in a profile that has never seen it. */
async function load(browser: Browser, { url, usable }: Page): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    const page = await context.newPage()
    await page.addInitScript(
      me => localStorage.setItem('verbatim.me', me),
      JSON.stringify({ name: 'Ada', color: '#2f74a8' }),
    )
    const traffic = await watchTraffic(await context.newCDPSession(page))
    const started = performance.now()
    await page.goto(url, { waitUntil: 'commit' })
    await page.locator(usable).first().waitFor({ timeout: PATIENCE })
    return { ms: performance.now() - started, ...traffic() }
  } finally {
    await context.close()
  }
}

/** Counts bytes as they came over the wire, headers included. */
async function watchTraffic(session: CDPSession): Promise<() => { transferred: number; script: number }> {
  let transferred = 0
  let script = 0
  const scripts = new Set<string>()
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    transferred += encodedDataLength
    if (scripts.has(requestId)) script += encodedDataLength
  })
  session.on('Network.webSocketFrameReceived', ({ response }) => {
    transferred +=
      response.opcode === 2 ? Buffer.byteLength(response.payloadData, 'base64') : response.payloadData.length
  })
  await session.send('Network.enable')
  return () => ({ transferred, script })
}
