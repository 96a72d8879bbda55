import { chromium, type Page } from '@playwright/test'
import { exportJson } from '../fixtures/api.ts'
import { MapPage } from '../fixtures/MapPage.ts'
import { expect, test } from '../fixtures/test.ts'

/** A browser for which the server has a name as it would inside a house: no https, and so no secure context. */
async function houseBrowser(launchOptions: { args?: string[]; executablePath?: string }) {
  return chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), '--host-resolver-rules=MAP verbatim.house 127.0.0.1'],
  })
}

async function secure(page: Page): Promise<boolean> {
  return page.evaluate(() => window.isSecureContext)
}

test('works on a plain http address inside a house', async ({ server, made, launchOptions }) => {
  const map = await made({ title: 'House', template: 'five-stage' })
  const browser = await houseBrowser(launchOptions as { args?: string[]; executablePath?: string })
  const problems: string[] = []
  try {
    const page = await browser.newPage()
    page.on('pageerror', error => problems.push(error.message))
    await page.goto(`${server.address.replace('127.0.0.1', 'verbatim.house')}/m/${map.id}#${map.links.editor.token}`)
    expect(await secure(page)).toBe(false)
    const ada = new MapPage(page)
    await ada.ready()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Written without https')
    await page.keyboard.press('Enter')
    await ada.saved()
  } finally {
    await browser.close()
  }
  expect(problems).toEqual([])
  expect((await exportJson(server.address, map)).touchpoints.map(t => t.title)).toEqual(['Written without https'])
})
