import { exportJson } from '../fixtures/api.ts'
import { MapPage } from '../fixtures/MapPage.ts'
import { TWO_CARDS } from '../fixtures/maps.ts'
import { expect, test } from '../fixtures/test.ts'

// These start, stop or look into their server.
test.use({ ownServer: true, serviceWorkers: 'allow' })

/** Waits until this browser has the app, so that its pages open without the server. */
async function appIsKept({ page }: MapPage): Promise<void> {
  await expect
    .poll(() => page.evaluate(async () => (await caches.match('/', { cacheName: 'app' })) !== undefined))
    .toBe(true)
}

test('offline edits survive the tab, open without the network, and merge with what a colleague did meanwhile', async ({
  server,
  network,
  made,
  join,
}) => {
  const map = await made(TWO_CARDS)
  const ada = await join('Ada', map, 'editor', { at: network.address })
  const ben = await join('Ben', map)
  await appIsKept(ada)
  await network.down()
  await expect(ada.state).toHaveText('Offline')
  await ada.rename('t', 'Ring twice')
  await ada.add('Written offline')

  await ben.card('t').click()
  await ben.page.getByRole('combobox', { name: 'Channel' }).fill('Phone')
  await ben.page.keyboard.press('Tab')
  await ben.rename('u', 'Pay by card')
  await ben.saved()

  const back = await ada.reopened()
  await expect(back.state).toHaveText('Offline')
  await expect(back.card('t')).toContainText('Ring twice')
  await expect(back.cardNamed('Written offline')).toHaveCount(1)
  await expect(back.card('u')).toContainText('Pay at the till')

  await network.up()
  await back.saved()
  for (const person of [back, ben]) {
    await expect(person.card('t')).toContainText('Ring twice')
    await expect(person.card('t')).toHaveAttribute('aria-label', /Phone/)
    await expect(person.card('u')).toContainText('Pay by card')
    await expect(person.cardNamed('Written offline')).toHaveCount(1)
  }
  const { touchpoints } = await exportJson(server.address, map)
  expect(touchpoints).toMatchObject([
    { id: 't', title: 'Ring twice', channel: 'Phone' },
    { id: 'u', title: 'Pay by card' },
    { title: 'Written offline' },
  ])
  await expect(back.notice).toHaveCount(0)
})

test('a map opens and is presented from this browser while the server itself is away, and what was done there arrives', async ({
  server,
  made,
  join,
}) => {
  const map = await made(TWO_CARDS)
  const ada = await join('Ada', map)
  await appIsKept(ada)
  await server.stop('SIGKILL')
  await expect(ada.state).toHaveText('Offline')
  await ada.rename('t', 'First visit')
  const second = await ada.reopened()
  await expect(second.card('t')).toContainText('First visit')
  await second.rename('u', 'Second visit')
  const third = await second.reopened()
  await expect(third.state).toHaveText('Offline')
  // The room opens cold as the map does, and goes on to the next scene.
  const { page } = third
  await page.goto(`${server.address}/m/${map.id}/present`)
  const wall = page.getByTestId('wall')
  await expect(wall).toBeVisible()
  await expect(page.getByText('Offline')).toBeAttached()
  const said = page.locator('[aria-live="polite"]').filter({ hasText: /^Scene/ })
  await expect(said).toHaveText(/^Scene 1 of/)
  await page.keyboard.press('ArrowRight')
  await expect(said).toHaveText(/^Scene 2 of/)
  await page.keyboard.press('Escape')
  await third.ready()
  await server.start()
  await third.saved()
  const titles = (await exportJson(server.address, map)).touchpoints.map(({ title }) => title)
  expect(titles).toEqual(['First visit', 'Second visit'])
})

test('what was typed just before the tab is closed is there again, though the browser had no time to store it', async ({
  server,
  network,
  made,
  join,
}) => {
  const map = await made(TWO_CARDS)
  const ada = await join('Ada', map, 'editor', { at: network.address })
  await appIsKept(ada)
  await ada.rename('u', 'Pay by card')
  await ada.saved()
  await network.down()
  await expect(ada.state).toHaveText('Offline')
  // From here on its database takes everything and finishes nothing, as when a tab is closed in the same moment.
  await ada.page.evaluate(() => {
    const transaction = IDBDatabase.prototype.transaction
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode !== 'readwrite') return transaction.call(this, stores, mode, options)
      const request = {}
      return { objectStore: () => ({ get: () => request }) } as unknown as IDBTransaction
    }
  })
  await ada.rename('t', 'Ring twice')
  await ada.add('Last words')
  const back = await ada.reopened()
  await expect(back.card('t')).toContainText('Ring twice')
  await expect(back.cardNamed('Last words')).toHaveCount(1)
  const again = await back.reopened()
  await expect(again.card('t')).toContainText('Ring twice')
  await network.up()
  await again.saved()
  const { touchpoints } = await exportJson(server.address, map)
  expect(touchpoints.map(({ title }) => title)).toEqual(['Ring twice', 'Pay by card', 'Last words'])
})

test('without a server and without a copy the page says so, and opens the map when the server is back', async ({
  server,
  made,
  join,
}) => {
  const ada = await join('Ada', await made(TWO_CARDS))
  await appIsKept(ada)
  await server.stop('SIGKILL')
  const page = await ada.page.context().newPage()
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
  await page.goto(ada.page.url())
  await expect(page.getByText('The server can’t be reached.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  await server.start()
  await expect(page.getByTestId('canvas')).toHaveAttribute('data-ready', 'true')
})

test('whose link has ended meanwhile is shown the offline edits that never arrived', async ({ server, made, join }) => {
  const map = await made(TWO_CARDS)
  const ada = await join('Ada', map)
  await ada.saved()
  await server.stop('SIGKILL')
  await expect(ada.state).toHaveText('Offline')
  await ada.rename('t', 'Ring twice')
  const { page } = ada
  const address = page.url()
  await page.close()
  await server.start()
  const by = { authorization: `Bearer ${map.links.facilitator.token}` }
  const links = await (await fetch(`${server.address}/api/maps/${map.id}/links`, { headers: by })).json()
  const { id } = (links as { links: { id: string; role: string }[] }).links.find(({ role }) => role === 'editor') ?? {}
  await fetch(`${server.address}/api/maps/${map.id}/links/${id}`, { method: 'DELETE', headers: by })

  const again = await page.context().newPage()
  await again.goto(address)
  await expect(again.getByRole('heading', { name: 'This address doesn’t open the map' })).toBeVisible()
  await expect(again.getByRole('list', { name: 'Edits that are not on the map' })).toContainText('Ring twice')
  await again.getByRole('textbox', { name: 'Link to the map' }).fill(map.links.facilitator.url)
  await again.getByRole('button', { name: 'Open the map' }).click()
  await expect(again.getByTestId('canvas')).toHaveAttribute('data-ready', 'true')
  await expect(again.getByRole('status', { name: 'Saved state' })).toHaveText(/^Saved/)
})

test('two tabs of one browser keep what each of them wrote offline, and long typing stays whole', async ({
  server,
  made,
  join,
}) => {
  const map = await made(TWO_CARDS)
  const one = await join('Ada', map)
  await appIsKept(one)
  const page = await one.page.context().newPage()
  await page.goto(one.page.url())
  const other = new MapPage(page)
  await other.ready()
  await other.saved()
  await server.stop('SIGKILL')
  for (const tab of [one, other]) await expect(tab.state).toHaveText('Offline')
  // More entries than are kept one by one: each letter is an edit.
  const long = 'A long story. '.repeat(40).trim()
  await one.rename('t', long)
  await other.rename('u', 'In the other tab')
  const entries = await page.evaluate(
    id =>
      new Promise<number>(resolve => {
        const opening = indexedDB.open(`verbatim-${id}`)
        opening.onsuccess = () => {
          const count = opening.result.transaction('updates').objectStore('updates').count()
          count.onsuccess = () => resolve(count.result)
        }
      }),
    map.id,
  )
  expect(entries).toBeLessThan(500)
  await other.page.close()
  const back = await one.reopened()
  await expect(back.card('t')).toContainText('A long story. A long story.')
  await expect(back.card('u')).toContainText('In the other tab')
  await server.start()
  await back.saved()
  expect((await exportJson(server.address, map)).touchpoints.map(({ title }) => title)).toEqual([
    long,
    'In the other tab',
  ])
})
