import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { makeMap } from '../e2e/fixtures/api.ts'
import { ServerProcess } from '../e2e/fixtures/ServerProcess.ts'
import { findChromium } from './chromium.ts'

/** Takes the picture that stands in the README: the sample map as a facilitator sees it. */

const TO = join(import.meta.dirname, '../docs/screenshot.png')

const server = await ServerProcess.start()
const executablePath = findChromium()
const browser = await chromium.launch({
  ...(executablePath === null ? {} : { executablePath }),
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  const map = await makeMap(server.address, { sample: true })
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' })
  await context.addInitScript(
    me => localStorage.setItem('verbatim.me', me),
    JSON.stringify({ name: 'Ada', color: '#1565c0' }),
  )
  const page = await context.newPage()
  await page.goto(`${server.address}/m/${map.id}#${map.links.facilitator.token}`)
  await page.locator('[data-testid="canvas"][data-ready="true"]').waitFor()
  await page.locator('[data-touchpoint="t-form"]').click()
  await page.getByRole('complementary').first().waitFor()
  await mkdir(join(TO, '..'), { recursive: true })
  await page.screenshot({ path: TO, animations: 'disabled' })
  process.stdout.write(`${TO}\n`)
} finally {
  await browser.close()
  await server.dispose()
}
