import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportJson } from '../fixtures/api.ts'
import { expect, test } from '../fixtures/test.ts'

// These start, stop or look into their server.
test.use({ ownServer: true })

const table = (text: string) => ({ name: 'quotes.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
const json = (text: string) => ({ name: 'map.json', mimeType: 'application/json', buffer: Buffer.from(text) })

const REFUSED_AT_HOME = [
  ['JSON that is broken', json('{"format":"verbatim-map", oops'), 'This is not readable as JSON.'],
  ['another program’s JSON', json('{"nodes":[]}'), 'This JSON is no Verbatim map'],
  [
    'a map of a newer version',
    json('{"format":"verbatim-map","version":99}'),
    'This map was made by a newer version of Verbatim.',
  ],
  ['an empty file', table(''), 'is empty'],
  ['a file that is not text', table('PK\u0003\u0004\0\0'), 'can’t be opened'],
  ['a table without rows', table('id,comment\n'), 'This table has column names but no rows.'],
  [
    'a map with a list that is none',
    json('{"format":"verbatim-map","version":1,"stages":"x"}'),
    "This map can't be opened: stages is no list. Export the map again and use that file.",
  ],
  [
    'a picture without a map',
    {
      name: 'dot.png',
      mimeType: 'image/png',
      buffer: Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    },
    'This picture holds no map. Export it again as PNG and use that file.',
  ],
] as const

for (const [what, file, sentence] of REFUSED_AT_HOME) {
  test(`home refuses ${what} with one sentence and makes no map`, async ({ server, page }) => {
    await page.goto(server.address)
    await page.locator('input[type=file]').setInputFiles(file)
    await expect(page.getByRole('alert')).toHaveCount(1)
    await expect(page.getByRole('alert')).toContainText(sentence)
    await expect(page).toHaveURL(`${server.address}/`)
    expect(await page.evaluate(() => localStorage.getItem('verbatim.maps'))).toBeNull()
    await expect(page.getByRole('button', { name: 'Open a file' })).toBeEnabled()
  })
}

test('the import says in one sentence what a file is instead of a table, and takes the next one', async ({
  server,
  made,
  join: enter,
}) => {
  const map = await made({ title: 'Imports' })
  const before = await exportJson(server.address, map)
  const { page } = await enter('Ada', map)
  await page.keyboard.press('Control+i')
  const dialog = page.getByRole('dialog')
  const refused = [
    [json('{"nodes":[]}'), 'This is JSON, not a table.'],
    [table(''), 'This file is empty.'],
    [table('%PDF-1.7 '), 'This is a PDF, not a table.'],
    [table('a\0b\0\0\0c\u0001'), 'This file holds no text that can be read as a table.'],
  ] as const
  for (const [file, sentence] of refused) {
    await dialog.locator('input[type=file]').setInputFiles(file)
    await expect(dialog.getByRole('alert')).toContainText(sentence)
  }
  await dialog.locator('input[type=file]').setInputFiles(table('a,b\n1,2\n3,4\n'))
  await expect(dialog.getByText('Choose the column that holds the customers’ words.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Next' })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toHaveCount(0)
  expect(await exportJson(server.address, map)).toEqual(before)
})

test('when the server goes away in an import, nothing is half-written and the choices are still there', async ({
  server,
  made,
  join: enter,
}) => {
  const map = await made({ title: 'Imports' })
  const { page } = await enter('Ada', map)
  await page.keyboard.press('Control+i')
  const dialog = page.getByRole('dialog')
  await dialog
    .locator('input[type=file]')
    .setInputFiles(table('customer,comment\nann,Nobody rang\nben,They were kind\n'))
  await dialog.getByRole('button', { name: 'Next' }).click()
  const send = dialog.getByRole('button', { name: 'Import 2 quotes' })
  await expect(send).toBeEnabled()
  await server.stop('SIGKILL')
  await send.click()
  await expect(dialog.getByRole('alert')).toHaveText('The server can’t be reached. Check the connection and try again.')
  await server.start()
  expect((await exportJson(server.address, map)).quotes).toEqual([])
  await send.click()
  await dialog.getByRole('button', { name: 'Show the map' }).click()
  expect((await exportJson(server.address, map)).quotes.map(quote => quote.text)).toEqual([
    'Nobody rang',
    'They were kind',
  ])
})

test('home says so when the server is away, and works again when it is back', async ({ server, page }) => {
  await page.goto(server.address)
  const sample = page.getByRole('button', { name: 'Try the sample' })
  await expect(sample).toBeVisible()
  await server.stop('SIGKILL')
  await sample.click()
  await expect(page.getByRole('alert')).toHaveText('The server can’t be reached. Check the connection and try again.')
  await server.start()
  await sample.click()
  await expect(page.getByTestId('canvas')).toHaveAttribute('data-ready', 'true')
})

test('an export says so when the server is away, and the map goes on', async ({ server, made, join: enter }) => {
  const ada = await enter('Ada', await made({ title: 'Away', template: 'five-stage' }))
  const { page } = ada
  // What is not needed at first is loaded when all is quiet.
  await page.waitForFunction(() => {
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
    return [/Toasts.*\.js/, /Toasts.*\.css/, /ExportDialog.*\.js/, /ExportDialog.*\.css/].every(part =>
      loaded.some(name => part.test(name)),
    )
  })
  await server.stop('SIGKILL')
  await expect(page.getByRole('status', { name: 'Saved state' })).toHaveText('Offline')
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'JSON' }).click()
  await expect(page.getByText('The server can’t be reached. Check the connection and try again.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await page.keyboard.press('Enter')
  await page.keyboard.type('Written while away')
  await page.keyboard.press('Escape')
  await server.start()
  await ada.saved()
  await expect(ada.cardNamed('Written while away')).toBeVisible()
})

for (const [megabytes, sentence] of [
  [50, 'can’t be opened. Choose a map (JSON or PNG) or quotes (CSV, Excel, a transcript).'],
  [70, 'has 70 MB. At most 64 MB can be opened.'],
] as const) {
  test(`a file of ${megabytes} MB that is no map is refused at once, and never sent`, async ({ server, page }) => {
    const folder = await mkdtemp(join(tmpdir(), 'verbatim-file-'))
    const file = join(folder, 'film.csv')
    await writeFile(file, '')
    await truncate(file, megabytes * 1024 * 1024)
    const sent: string[] = []
    page.on('request', request => request.method() === 'POST' && sent.push(request.url()))
    await page.goto(server.address)
    await page.locator('input[type=file]').setInputFiles(file)
    await expect(page.getByRole('alert')).toContainText(sentence)
    expect(sent).toEqual([])
    await rm(folder, { recursive: true })
  })
}

test('a link that opens nothing says so, and what to do', async ({ server, made, page }) => {
  const map = await made({ title: 'Closed' })
  const { token } = map.links.editor
  const title = page.getByRole('heading', { name: 'This address doesn’t open the map' })
  const addresses = [
    [`/m/${map.id}`, 'Ask for the link from Share, and paste it here.'],
    [`/m/${map.id}#${token.slice(0, -4)}AAAA`, 'this link does not open it. Ask for the link from Share'],
    [
      `/m/${'0'.repeat(26)}#${token}`,
      'There is no such map, or this link does not open it. Ask for the link from Share',
    ],
  ] as const
  for (const [address, sentence] of addresses) {
    await page.goto('about:blank')
    await page.goto(server.address + address)
    await expect(title).toBeVisible()
    await expect(page.getByRole('main')).toContainText(sentence)
    await expect(page.getByRole('textbox', { name: 'Link to the map' })).toBeVisible()
  }
})

test('a link that is revoked says so at once to whoever is in, and to whoever comes again', async ({
  server,
  made,
  join: enter,
}) => {
  const map = await made({ title: 'Open', template: 'five-stage' })
  const headers = { authorization: `Bearer ${map.links.facilitator.token}`, 'content-type': 'application/json' }
  const links = `${server.address}/api/maps/${map.id}/links`
  const body = JSON.stringify({ role: 'editor' })
  const link = (await (await fetch(links, { method: 'POST', headers, body })).json()) as { id: string; token: string }
  const guest = await enter('Ben', { ...map, links: { ...map.links, editor: { token: link.token, url: '' } } })
  await fetch(`${links}/${link.id}`, { method: 'DELETE', headers })
  await expect(guest.page.getByText(/revoked. Nothing of yours is lost/)).toBeVisible()
  await guest.page.reload()
  await expect(guest.page.getByRole('main')).toContainText('This link was ended. Ask whoever sent it to you')
})

test('who may only look is told what to do when they drop a table', async ({ server, made, join: enter }) => {
  const map = await made({ template: 'five-stage' })
  const before = await exportJson(server.address, map)
  const { page } = await enter('Vera', map, 'viewer')
  const data = await page.evaluateHandle(() => {
    const carried = new DataTransfer()
    carried.items.add(new File(['quote,customer\nGood,7'], 'quotes.csv', { type: 'text/csv' }))
    return carried
  })
  await page.dispatchEvent('body', 'drop', { dataTransfer: data })
  await expect(page.getByText('Ask the facilitator for a link with which you can edit.')).toBeVisible()
  expect(await exportJson(server.address, map)).toEqual(before)
})
