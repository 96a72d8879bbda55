import type { Page } from '@playwright/test'
import * as Y from 'yjs'
import { HOSTILE_PRESENCE, writeHostile } from '../../shared/doc/testing/hostileDoc.ts'
import { exportJson } from '../fixtures/api.ts'
import { stockClient, synced } from '../fixtures/stockClient.ts'
import { expect, test } from '../fixtures/test.ts'

/** A map with one stage, one lane and one card. */
const ONE_CARD = {
  format: 'verbatim-map',
  version: 1,
  map: { title: 'One card' },
  stages: [{ id: 's', name: 'Stage' }],
  lanes: [{ id: 'l', name: 'Lane', kind: 'frontstage' }],
  touchpoints: [{ id: 't', title: 'Good', stage: 's', lane: 'l' }],
}

/** Notes what a page would have run or loaded against its policy. */
async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(window, { violations: seen })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      seen.push(`${violatedDirective} ${blockedURI} ${sourceFile}`)
    })
  })
  return () => page.evaluate(() => (window as unknown as { violations: string[] }).violations)
}

test('while an editor writes the worst into every root and into presence, others go on working without an error', async ({
  server,
  made,
  join,
}) => {
  // A map of thousands of unnamed things is drawn several times.
  test.setTimeout(180_000)
  const map = await made(ONE_CARD)
  const ada = await join('Ada', map)
  const newClient = () => stockClient(server.address, map.id, map.links.editor.token)
  const [eve, others] = [newClient(), HOSTILE_PRESENCE.map(newClient)]
  const clients = [eve, ...others]
  for (const { provider } of clients) await synced(provider)
  for (const [index, { provider }] of others.entries())
    provider.awareness.setLocalState(HOSTILE_PRESENCE[index] ?? null)
  writeHostile(eve.doc)
  eve.doc.getMap('touchpoints').set('last', new Y.Map([['title', 'Eve was here']]))
  await expect
    .poll(async () => (await exportJson(server.address, map)).touchpoints.some(({ id }) => id === 'last'))
    .toBe(true)

  // Ada finds her card, and writes on.
  await ada.page.keyboard.press('Control+k')
  await ada.page.getByRole('combobox', { name: 'Find anything' }).fill('Good')
  await ada.page.getByRole('group', { name: 'Touchpoints' }).getByRole('option', { name: 'Good' }).click()
  // The map moves to it; keys need not wait for that.
  await expect(ada.card('t')).toBeFocused()
  await ada.page.keyboard.press('Enter')
  await expect(ada.page.locator('main textarea:focus')).toBeVisible()
  await ada.page.keyboard.press('End')
  await ada.page.keyboard.type(' as ever')
  await ada.page.keyboard.press('Escape')
  await ada.saved()
  await expect
    .poll(async () => (await exportJson(server.address, map)).touchpoints.find(({ id }) => id === 't')?.title)
    .toBe('Good as ever')

  // So does who opens the map only now, near by and from afar.
  const ben = await join('Ben', map)
  await ben.page.keyboard.press('Shift+1')
  await expect(ben.canvas).toHaveAttribute('data-ready', 'true')
  for (const person of [ada, ben]) {
    expect(await person.page.evaluate(() => 'hostile' in window || 'polluted' in {})).toBe(false)
  }
  for (const { provider } of clients) provider.destroy()
})

test('the pages keep to a policy under which nothing else could run', async ({ server, made, page }) => {
  const violations = await watchPolicy(page)
  const problems: string[] = []
  page.on('pageerror', error => problems.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error' || /content security policy/i.test(message.text())) problems.push(message.text())
  })
  const map = await made({ sample: true })
  await page.addInitScript(
    me => localStorage.setItem('verbatim.me', me),
    JSON.stringify({ name: 'Ada', color: '#2f74a8' }),
  )
  const home = await page.goto(server.address)
  const policy = home?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("script-src 'self';")
  expect(policy).not.toContain('unsafe-eval')
  expect(policy).toContain(`connect-src 'self' ws://${new URL(server.address).host} wss://`)
  await expect(page.getByRole('button', { name: 'New map' })).toBeVisible()
  expect(await violations()).toEqual([])

  await page.goto(`${server.address}/m/${map.id}#${map.links.editor.token}`)
  await expect(page.getByTestId('canvas')).toHaveAttribute('data-ready', 'true')
  // What is loaded late is held to it too: the import with its worker, the search, a picture of the map.
  await page.keyboard.press('Control+i')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles({ name: 'quotes.csv', mimeType: 'text/csv', buffer: Buffer.from('id,comment\n1,They were kind\n') })
  await expect(page.getByRole('dialog')).toContainText('They were kind')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Escape')
  expect(await violations()).toEqual([])

  for (const view of ['present', 'outline']) {
    await page.goto(`${server.address}/m/${map.id}/${view}`)
    await page.waitForLoadState('networkidle')
    expect(await violations()).toEqual([])
  }
  expect(problems).toEqual([])

  // And the policy is one that bites.
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.head.append(script)
  })
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  expect(await violations()).not.toEqual([])
})

test('the token leaves the address bar, and no request but the socket carries it in its address', async ({
  server,
  made,
  page,
}) => {
  const map = await made(ONE_CARD)
  const asked: { url: string; referer: string | undefined }[] = []
  page.on('request', request => asked.push({ url: request.url(), referer: request.headers().referer }))
  await page.addInitScript(
    me => localStorage.setItem('verbatim.me', me),
    JSON.stringify({ name: 'Ada', color: '#2f74a8' }),
  )
  await page.goto(`${server.address}/m/${map.id}#${map.links.editor.token}`)
  await expect(page.getByTestId('canvas')).toHaveAttribute('data-ready', 'true')
  expect(page.url()).toBe(`${server.address}/m/${map.id}`)
  expect(asked.length).toBeGreaterThan(3)
  for (const { url, referer } of asked) {
    expect(url.replace(/#.*/, '')).not.toMatch(/[lp][0-9a-z]{16}\.[\w-]{43}/)
    expect(referer ?? '').toBe('')
  }
})
