import { readFile } from 'node:fs/promises'
import { MapPage } from '../fixtures/MapPage.ts'
import { expect, test } from '../fixtures/test.ts'

test('whoever makes a map is offered its facilitator link once, and it opens the map elsewhere', async ({
  server,
  browser,
  page,
}) => {
  await page.goto(server.address)
  await page.getByRole('button', { name: 'New map' }).click()
  await page.getByRole('menuitem', { name: 'Customer journey' }).click()
  await new MapPage(page).ready()
  expect(page.url()).toMatch(/\/m\/[0-9a-z]{26}$/)

  const card = page.getByRole('region', { name: 'Keep your facilitator link' })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    card.getByRole('button', { name: 'Download' }).click(),
  ])
  const text = await readFile((await download.path()) ?? '', 'utf8')
  const link = /http\S+/.exec(text)?.[0] ?? ''
  expect(link).toContain(`${page.url()}#`)
  await card.getByRole('button', { name: 'Dismiss' }).click()
  await expect(card).toHaveCount(0)
  await page.reload()
  await new MapPage(page).ready()
  await expect(card).toHaveCount(0)

  const elsewhere = await (await browser.newContext()).newPage()
  await elsewhere.goto(link)
  await new MapPage(elsewhere).ready()
  await expect(elsewhere.getByRole('button', { name: 'Share' })).toBeVisible()
  await expect(elsewhere.getByRole('region', { name: 'Keep your facilitator link' })).toHaveCount(0)
  await elsewhere.context().close()
})

test('the link to keep waits over a reload and can be copied', async ({ server, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(server.address)
  await page.getByRole('button', { name: 'New map' }).click()
  await page.getByRole('menuitem', { name: 'Blank map' }).click()
  await new MapPage(page).ready()
  await page.reload()
  await new MapPage(page).ready()
  const card = page.getByRole('region', { name: 'Keep your facilitator link' })
  await card.getByRole('button', { name: 'Copy' }).click()
  await expect(card.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`${page.url()}#`)
  await page.reload()
  await new MapPage(page).ready()
  await expect(card).toHaveCount(0)
})

test('a map that others made offers nothing to keep', async ({ made, join }) => {
  const ada = await join('Ada', await made({ template: 'five-stage' }), 'facilitator')
  await expect(ada.page.getByText('Keep your facilitator link')).toHaveCount(0)
})

test('a facilitator makes a link with a name that ends in a week, and ends it for whoever came in by it', async ({
  server,
  browser,
  made,
  join,
}) => {
  const map = await made({ template: 'five-stage', title: 'Shared' })
  const fay = await join('Fay', map, 'facilitator')
  await join('Ben', map, 'contributor')
  await fay.page.getByRole('button', { name: 'Share' }).click()
  const dialog = fay.page.getByRole('dialog', { name: 'Share this map' })
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Ben' })).toContainText('Can contribute')
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Fay (you)' })).toContainText('Facilitates')

  const looking = dialog.getByRole('region', { name: 'Can look' })
  await looking.getByRole('button', { name: 'New link' }).click()
  await looking.getByRole('textbox', { name: 'Whom it is for' }).fill('The board')
  await looking.getByRole('combobox', { name: 'Works for' }).selectOption('1 week')
  await looking.getByRole('button', { name: 'Make the link' }).click()
  const row = looking.getByRole('listitem').filter({ hasText: 'The board' })
  await expect(row).toContainText('Works until')
  const link = await row.getByRole('textbox').inputValue()

  const context = await browser.newContext()
  const guest = await context.newPage()
  await guest.goto(link)
  await new MapPage(guest).ready()
  await row.getByRole('button', { name: 'End' }).click()
  await row.getByRole('button', { name: 'End the link' }).click()
  await expect(row).toHaveCount(0)
  const response = await fetch(`${server.address}/api/maps/${map.id}`, {
    headers: { authorization: `Bearer ${link.split('#')[1]}` },
  })
  expect(response.status).toBe(401)
  await context.close()
})

test('a link is shown as a QR code that holds its address', async ({ made, join }) => {
  const map = await made({ title: 'Coded' })
  const fay = await join('Fay', map, 'facilitator')
  await fay.page.getByRole('button', { name: 'Share', exact: true }).click()
  const dialog = fay.page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'QR code' }).first().click()
  const code = dialog.getByRole('img', { name: /^QR code of the link/ })
  await expect(code).toBeVisible()
  const address = await dialog.getByRole('textbox', { name: /^Link/ }).first().inputValue()
  const { encode } = await import('uqr')
  const dark = encode(address, { border: 4 }).data.flat().filter(Boolean).length
  expect((await code.locator('path').getAttribute('d'))?.match(/M/g)).toHaveLength(dark)
})

test('a facilitator deletes a map for everybody, after it was said what goes', async ({ server, made, join }) => {
  const map = await made({ sample: true })
  const fay = await join('Fay', map, 'facilitator')
  const ed = await join('Ed', map, 'editor')
  await fay.page.getByRole('button', { name: 'Share' }).click()
  const dialog = fay.page.getByRole('dialog', { name: 'Share this map' })
  await dialog.getByRole('button', { name: 'Delete this map' }).click()
  const question = dialog.getByRole('region', { name: 'Delete this map' })
  await expect(question).toContainText(/goes for everybody, with \d+ quotes/)
  await question.getByRole('button', { name: 'Keep it' }).click()
  await expect(question).toHaveCount(0)
  await expect(ed.state).toHaveText(/^Saved/)

  await dialog.getByRole('button', { name: 'Delete this map' }).click()
  await question.getByRole('button', { name: 'Delete for everybody' }).click()
  await expect(fay.page).toHaveURL(`${server.address}/`)
  await expect(fay.page.getByText('is deleted.')).toBeVisible()
  await expect(fay.page.getByRole('heading', { name: 'Maps of this browser' })).toHaveCount(0)
  await expect(ed.notice).toContainText('There is no such map')
  const by = { authorization: `Bearer ${map.links.facilitator.token}` }
  expect((await fetch(`${server.address}/api/maps/${map.id}`, { headers: by })).status).toBe(404)
})
