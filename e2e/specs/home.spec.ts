import { exportJson, makeMap } from '../fixtures/api.ts'
import { MapPage } from '../fixtures/MapPage.ts'
import { expect, test } from '../fixtures/test.ts'

test('“Try the sample” opens an own copy, and it says that it is invented', async ({ server, page }) => {
  await page.goto(server.address)
  await expect(page.getByText('See what your team assumes and what customers really said')).toBeVisible()
  await page.getByRole('button', { name: 'Try the sample' }).click()
  await new MapPage(page).ready()
  await expect(page).toHaveURL(/\/m\/[0-9a-z]{26}$/)
  await expect(page).toHaveTitle(/sample/)
  await expect(page.locator('[data-touchpoint]').first()).toBeVisible()
})

test('a new map can be started, and is among the recent ones when one comes home again', async ({ server, page }) => {
  await page.goto(server.address)
  await page.getByRole('button', { name: /New map/ }).click()
  await page.getByRole('menuitem').first().click()
  await new MapPage(page).ready()
  await page.getByRole('textbox', { name: 'Name of the map' }).fill('Borrowing a book')
  await new MapPage(page).saved()
  await page.goto(server.address)
  await page.getByRole('link', { name: /Borrowing a book/ }).click()
  await new MapPage(page).ready()
  await expect(page.getByRole('textbox', { name: 'Name of the map' })).toHaveValue('Borrowing a book')
})

test('a map document that is dropped on the home page opens', async ({ server, page }) => {
  const map = await makeMap(server.address, { sample: true })
  const json = await fetch(`${server.address}/api/maps/${map.id}/export/json`, {
    headers: { authorization: `Bearer ${map.links.viewer.token}` },
  })
  await page.goto(server.address)
  await page.locator('input[type=file]').setInputFiles({
    name: 'map.json',
    mimeType: 'application/json',
    buffer: Buffer.from(await json.arrayBuffer()),
  })
  await new MapPage(page).ready()
  await expect(page).toHaveTitle(/Spoke/)
})

test('a file that is no map is refused with one sentence and nothing is made', async ({ server, page }) => {
  await page.goto(server.address)
  await page.locator('input[type=file]').setInputFiles({
    name: 'drawing.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"type":"excalidraw","version":2}'),
  })
  await expect(page.getByText('This JSON is no Verbatim map')).toBeVisible()
  await expect(page).toHaveURL(`${server.address}/`)
})

test('a recent map has a small picture of itself, which goes with it and comes back with it', async ({
  server,
  page,
}) => {
  await page.goto(server.address)
  await page.getByRole('button', { name: 'Try the sample' }).click()
  await new MapPage(page).ready()
  await page.getByRole('link', { name: 'Verbatim, all maps' }).click()
  const recent = page.getByRole('region', { name: 'Maps of this browser' })
  const picture = recent.locator('img')
  await expect(picture).toBeVisible()
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(336)
  await page.reload()
  await expect(picture).toBeVisible()
  await recent.getByRole('button', { name: /Take .* off this list/ }).click()
  await expect(recent).toHaveCount(0)
  await expect.poll(() => page.evaluate(keptPictures)).toBe(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(picture).toBeVisible()
})

test('words that were taken out of a map are in no picture of it', async ({ server, made, join }) => {
  const map = await made({ sample: true })
  const { page } = await join('Ada', map, 'facilitator')
  await page.getByRole('link', { name: 'Verbatim, all maps' }).click()
  const recent = page.getByRole('region', { name: 'Maps of this browser' })
  await expect(recent.locator('img')).toBeVisible()
  const [customer] = (await exportJson(server.address, map)).customers ?? []
  const answer = await fetch(`${server.address}/api/maps/${map.id}/customers/${customer?.id}/withdraw`, {
    method: 'POST',
    headers: { authorization: `Bearer ${map.links.facilitator.token}` },
  })
  expect(answer.status).toBe(200)
  await page.reload()
  await expect.poll(() => page.evaluate(keptPictures)).toBe(0)
  await expect(recent.getByRole('link')).toHaveCount(1)
  await expect(recent.locator('img')).toHaveCount(0)
})

test('a browser that keeps nothing still lists its maps with their pictures until it is closed', async ({
  server,
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined })
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    })
  })
  await page.goto(server.address)
  await page.getByRole('button', { name: 'Try the sample' }).click()
  await new MapPage(page).ready()
  await page.getByRole('link', { name: 'Verbatim, all maps' }).click()
  await expect(page.getByRole('region', { name: 'Maps of this browser' }).locator('img')).toBeVisible()
})

/** How many pictures lie in this browser's storage. */
async function keptPictures(): Promise<number> {
  return new Promise(resolve => {
    const request = indexedDB.open('verbatim-pictures')
    request.onsuccess = () => {
      const count = request.result.transaction('maps').objectStore('maps').count()
      count.onsuccess = () => resolve(count.result)
    }
  })
}

test('a table that is not imported after all leaves no map behind', async ({ server, page }) => {
  await page.goto(server.address)
  const file = { name: 'seen.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n3,4\n') }
  await page.getByLabel('File to open').setInputFiles(file)
  const dialog = page.getByRole('dialog', { name: 'Import quotes' })
  await expect(dialog.getByRole('heading', { name: 'What each column is' })).toBeVisible()
  const gone = page.waitForResponse(response => response.request().method() === 'DELETE')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  expect((await gone).status()).toBe(204)
  await expect(page).toHaveURL(`${server.address}/`)
  await expect(page.getByRole('button', { name: 'Try the sample' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Maps of this browser' })).toHaveCount(0)
})
