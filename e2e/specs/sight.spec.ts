import type { Page } from '@playwright/test'
import type { MadeMap } from '../fixtures/api.ts'
import type { MapPage } from '../fixtures/MapPage.ts'
import { expect, test } from '../fixtures/test.ts'

const sightOf = (page: Page) => page.getByTestId('sight')

/** The words of what this browser keeps to show before the map is open; empty where it keeps nothing. */
function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const NAME = 'verbatim-sights'
    // Asking for one that is not there would make it.
    if (!(await indexedDB.databases()).some(({ name }) => name === NAME)) return ''
    return new Promise<string>(resolve => {
      const request = indexedDB.open(NAME)
      request.onsuccess = () => {
        const database = request.result
        const all = database.transaction('maps').objectStore('maps').getAll()
        all.onsuccess = () => {
          database.close()
          resolve(all.result.length === 0 ? '' : JSON.stringify(all.result))
        }
      }
    })
  })
}

/** Looks at a map until this browser has kept what was seen, and closes the tab. */
async function seenOnce({ page }: MapPage, words: string): Promise<{ address: string; open(): Promise<Page> }> {
  await expect.poll(() => kept(page)).toContain(words)
  const [address, context] = [page.url(), page.context()]
  // Without a copy the map itself can only come from the server.
  await page.goto(new URL('/', address).href)
  const id = address.split('/m/')[1]
  await page.evaluate(
    name =>
      new Promise<void>(resolve => {
        const request = indexedDB.deleteDatabase(name)
        request.onsuccess = () => resolve()
      }),
    `verbatim-${id}`,
  )
  await page.close()
  return { address, open: () => context.newPage() }
}

/** Holds what the server sends over the sync socket until it is let go. */
async function holdSync(page: Page): Promise<() => void> {
  let letGo = () => {}
  const free = new Promise<void>(resolve => {
    letGo = resolve
  })
  await page.routeWebSocket(/\/sync\//, socket => {
    const server = socket.connectToServer()
    server.onMessage(message => void free.then(() => socket.send(message)))
  })
  return () => letGo()
}

/** How much of the picture is painted over. */
function isPainted(page: Page): Promise<boolean> {
  return sightOf(page)
    .locator('canvas')
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(200, 80, canvas.width - 200, 500) ?? { data: [] }
      let painted = 0
      for (let at = 3; at < data.length; at += 4) if (data[at] === 255) painted += 1
      return painted > 10_000
    })
}

test('a map that was seen before is there to look at before it can be edited, and comes without a jump', async ({
  made,
  join,
}) => {
  const map = await made({ sample: true })
  const ada = await join('Ada', map)
  const stage = ada.page.locator('[data-stage] h2').first()
  const lane = ada.page.locator('[data-lane] h2').first()
  const [words, stageBox, laneBox] = [
    (await stage.textContent()) ?? '',
    await stage.boundingBox(),
    await lane.boundingBox(),
  ]
  const { address, open } = await seenOnce(ada, words)

  const page = await open()
  const letGo = await holdSync(page)
  await page.goto(address)
  await expect(sightOf(page)).toBeVisible()
  await expect.poll(() => isPainted(page)).toBe(true)
  await expect(page.getByTestId('canvas')).toHaveAttribute('data-ready', 'false')
  await expect.poll(() => sightOf(page).locator('h2', { hasText: words }).boundingBox()).toEqual(stageBox)
  const first = sightOf(page).locator('h2').first()
  expect(await first.boundingBox()).toEqual(laneBox)
  // What cannot be edited yet is not taken for what can.
  await page.mouse.dblclick(500, 400)
  await expect(page.locator('main textarea')).toHaveCount(0)

  letGo()
  await expect(page.getByTestId('canvas')).toHaveAttribute('data-ready', 'true')
  await expect(sightOf(page)).toHaveCount(0)
  expect(await page.locator('[data-stage] h2').first().boundingBox()).toEqual(stageBox)
})

/** As an editor's program would ask. */
function ask(address: string, { links }: MadeMap, method: string, path: string): Promise<Response> {
  return fetch(`${address}/api/${path}`, {
    method,
    headers: { authorization: `Bearer ${links.facilitator.token}`, 'content-type': 'application/json' },
    body: '{}',
  })
}

const SAID = 'Nobody rang me back about it.'
const said = {
  format: 'verbatim-map',
  version: 1,
  stages: [{ id: 's', name: 'Arrive' }],
  lanes: [{ id: 'l', name: 'What they do', kind: 'frontstage' }],
  touchpoints: [{ id: 't', stage: 's', lane: 'l', title: 'Ring the hotline' }],
  customers: [{ id: 'c', alias: 'Customer 1' }],
  quotes: [{ id: 'q', text: SAID, customer: 'c', touchpoint: 't' }],
}

test('of a map that was rewritten since, nothing is shown from before, and nothing of it stays', async ({
  server,
  made,
  join,
}) => {
  const map = await made(said)
  const { address, open } = await seenOnce(await join('Ada', map), 'Nobody rang')
  const answer = await ask(server.address, map, 'POST', `maps/${map.id}/customers/c/withdraw`)
  expect(answer.ok, await answer.text()).toBe(true)

  const page = await open()
  const letGo = await holdSync(page)
  await page.goto(address)
  await expect(page.getByTestId('canvas')).toHaveAttribute('data-ready', 'false')
  await expect(sightOf(page)).toHaveCount(0)
  expect(await kept(page)).toBe('')
  letGo()
  await expect(page.locator('[data-touchpoint="t"]')).toContainText('Ring the hotline')
  await expect.poll(() => kept(page)).toContain('Ring the hotline')
  expect(await kept(page)).not.toContain('Nobody rang')
})

test('whoever comes by a link that has ended sees nothing of the map', async ({ server, made, join }) => {
  const map = await made(said)
  const { address, open } = await seenOnce(await join('Ada', map), 'Nobody rang')
  const answer = await ask(server.address, map, 'DELETE', `maps/${map.id}`)
  expect(answer.ok, await answer.text()).toBe(true)

  const page = await open()
  await page.goto(address)
  await expect(page.getByText('Ask for the link from Share')).toBeVisible()
  await expect(sightOf(page)).toHaveCount(0)
  await expect.poll(() => kept(page)).toBe('')
})
