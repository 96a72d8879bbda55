import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exportJson, makeMap } from '../fixtures/api.ts'
import { expectAccessible } from '../fixtures/axe.ts'
import { MapPage } from '../fixtures/MapPage.ts'
import { expect, test } from '../fixtures/test.ts'

const VOICES = join(import.meta.dirname, '../../../shared/data/voices')
const FILES = [
  { name: 'nhs_ambulance_mapped.csv', quotes: 3421, customers: 2518 },
  { name: 'cfpb_bank_mapped.csv', quotes: 216, customers: 216 },
]

for (const { name, quotes, customers } of FILES) {
  test(`real quotes from ${name} come in, lie on touchpoints, and leave as JSON and PNG`, async ({ server, page }) => {
    const file = join(VOICES, name)
    test.skip(!existsSync(file), `${file} is not there`)
    await page.goto(server.address)
    await page.locator('input[type=file]').setInputFiles(file)
    await new MapPage(page).ready()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Next' }).click()
    await dialog.getByRole('button', { name: 'Next' }).click()
    await dialog.getByRole('button', { name: /^Import [\d,]+ quotes$/ }).click()
    await expect(
      dialog.getByText(`${quotes.toLocaleString('en')} quotes of ${customers.toLocaleString('en')} customers`),
    ).toBeVisible()
    await dialog.getByRole('button', { name: 'Show the map' }).click()
    await expect(page.locator('[data-touchpoint]').first()).toBeVisible()

    const json = await download(page, 'JSON')
    const map = JSON.parse(json.toString())
    expect(map.quotes).toHaveLength(quotes)
    expect(map.customers).toHaveLength(customers)
    const placed = map.quotes.filter((quote: { touchpoint: string | null }) => quote.touchpoint !== null)
    expect(placed.length).toBeGreaterThan(quotes / 2)
    const [, firstRow = ''] = (await readFile(file, 'utf8')).split('\n')
    const identity = firstRow.split(',')[1] ?? ''
    expect(identity).not.toBe('')
    expect(json.toString()).not.toContain(`"${identity}"`)

    const png = await download(page, 'PNG 1×')
    const opened = await fetch(`${server.address}/api/maps`, {
      method: 'POST',
      headers: { 'content-type': 'image/png' },
      body: new Uint8Array(png),
    })
    const again = (await opened.json()) as { id: string; links: { facilitator: { token: string } } }
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const token = await page.evaluate(map => JSON.parse(localStorage.getItem('verbatim.maps') ?? '{}')[map].token, id)
    expect(await text(`${server.address}/api/maps/${again.id}/export/json`, again.links.facilitator.token)).toBe(
      await text(`${server.address}/api/maps/${id}/export/json?anonymous=1`, token),
    )
  })
}

async function text(address: string, token: string): Promise<string> {
  const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } })
  expect(response.status).toBe(200)
  return response.text()
}

async function download(page: MapPage['page'], button: string): Promise<Buffer> {
  await page.getByRole('button', { name: 'Export' }).click()
  const arrived = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click()
  return readFile(await (await arrived).path())
}

const SMALL_CSV = `id,customer,stage,touchpoint,comment,date,pain points
1,Ann Smith,Before,Phone call,"Nobody answered, ring me on 020 7946 0018",2026-01-02,Waiting
2,Bob Jones,Before,Phone call,They were kind.,not a date,
3,Ann Smith,Overall,Not assigned,All in all fine,2026-01-03,
`

test('an import is taken back by one undo, and put back by one redo', async ({ server, made, join: enter }) => {
  const map = await made({ title: 'Small import' })
  const ada = await enter('Ada', map)
  await ada.page.keyboard.press('Control+i')
  await ada.page
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles({
      name: 'small.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(SMALL_CSV),
    })
  const dialog = ada.page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Next' }).click()
  await dialog.getByRole('button', { name: 'Next' }).click()
  await dialog.getByRole('button', { name: 'Import 3 quotes' }).click()
  await dialog.getByRole('button', { name: 'Show the map' }).click()
  const before = await exportJson(server.address, map)
  expect(before.quotes.map(quote => quote.text)).toEqual([
    expect.stringMatching(/^Nobody answered, ring me on █+$/),
    'They were kind.',
    'All in all fine',
  ])
  expect(JSON.stringify(before)).not.toMatch(/Ann Smith|7946/)

  await ada.page.keyboard.press('Control+z')
  await expect.poll(async () => (await exportJson(server.address, map)).quotes.length).toBe(0)
  await expect(ada.page.locator('[data-touchpoint]')).toHaveCount(0)
  await ada.page.keyboard.press('Control+Shift+z')
  await expect.poll(async () => (await exportJson(server.address, map)).quotes.length).toBe(3)
})

test('a table that is dropped on a map opens the import with it', async ({ made, join: enter }) => {
  const ada = await enter('Ada', await made({ title: 'Dropped' }))
  const transfer = await ada.page.evaluateHandle(csv => {
    const data = new DataTransfer()
    data.items.add(new File([csv], 'small.csv', { type: 'text/csv' }))
    return data
  }, SMALL_CSV)
  await ada.canvas.dispatchEvent('drop', { dataTransfer: transfer })
  await expect(ada.page.getByRole('dialog').getByText(/small\.csv: 3 rows/)).toBeVisible()
})

test('a quote and a pain point are attached to a touchpoint, and the quote takes a side', async ({
  server,
  made,
  join: enter,
}) => {
  const map = await made({
    format: 'verbatim-map',
    version: 1,
    stages: [{ id: 's', name: 'Stage' }],
    lanes: [{ id: 'l', name: 'Lane', kind: 'frontstage' }],
    touchpoints: [{ id: 't', title: 'Phone call', stage: 's', lane: 'l' }],
  })
  const [ada, ben] = [await enter('Ada', map), await enter('Ben', map)]
  await ada.card('t').click()
  const inspector = ada.page.getByRole('complementary', { name: 'Touchpoint' })
  await inspector.getByRole('button', { name: 'Add a quote' }).click()
  await inspector
    .getByRole('textbox', { name: 'In the customer’s own words' })
    .fill('Ring me on 020 7946 0018, nobody did')
  await inspector.getByRole('button', { name: 'Add quote', exact: true }).click()
  await expect(ben.card('t')).toContainText('heard from 1')

  await inspector.getByRole('textbox', { name: 'What we assume' }).fill('We always call back')
  await inspector.getByRole('button', { name: 'Contradicts' }).click()
  await expect(inspector.getByText(/1 customer says? the opposite|the opposite/)).toBeVisible()

  await inspector.getByRole('button', { name: 'Add a pain point' }).click()
  await ada.page.keyboard.type('Nobody calls back')
  await ada.saved()
  const now = await exportJson(server.address, map)
  expect(now.quotes[0]).toMatchObject({ touchpoint: 't', text: expect.stringMatching(/^Ring me on █+, nobody did$/) })
  expect(now.painPoints).toMatchObject([{ title: 'Nobody calls back', touchpoint: 't' }])
  expect(now.assumptions).toMatchObject([{ about: 't', text: 'We always call back' }])
  expect(now.evidence).toMatchObject([
    { claim: now.assumptions?.[0]?.id, quote: now.quotes[0]?.id, stance: 'contradicts' },
  ])
  const original = await fetch(`${server.address}/api/maps/${map.id}/quotes/${now.quotes[0]?.id}/original`, {
    headers: { authorization: `Bearer ${map.links.editor.token}` },
  })
  expect(await original.json()).toMatchObject({ text: 'Ring me on 020 7946 0018, nobody did' })
})

test('a PNG that is dropped on the home page opens as the anonymous edition', async ({ server, page }) => {
  const map = await makeMap(server.address, { sample: true })
  const png = await fetch(`${server.address}/api/maps/${map.id}/export/png`, {
    headers: { authorization: `Bearer ${map.links.viewer.token}` },
  })
  await page.goto(server.address)
  await page.locator('input[type=file]').setInputFiles({
    name: 'map.png',
    mimeType: 'image/png',
    buffer: Buffer.from(await png.arrayBuffer()),
  })
  await new MapPage(page).ready()
  await expect(page).toHaveTitle(/Spoke/)
  await expect(page.locator('[data-touchpoint]').first()).toBeVisible()
})

/** A touchpoint with a pain point, and quotes of which two lie on it. */
const COUNTER = {
  format: 'verbatim-map',
  version: 1,
  stages: [{ id: 's', name: 'Stage' }],
  lanes: [{ id: 'l', name: 'Lane', kind: 'frontstage' }],
  customers: ['a', 'b', 'c', 'd', 'e'].map((id, index) => ({ id, alias: `Customer ${index + 1}` })),
  touchpoints: [
    { id: 't', title: 'Phone call', stage: 's', lane: 'l' },
    { id: 'u', title: 'Letter', stage: 's', lane: 'l' },
  ],
  quotes: [
    { id: 'q1', text: 'Nobody picked up', customer: 'a', touchpoint: 't' },
    { id: 'q2', text: 'They rang me back', customer: 'b', touchpoint: 't' },
    { id: 'q3', text: 'I hung up after ten minutes', customer: 'c' },
    { id: 'q4', text: 'It was quick', customer: 'd' },
    { id: 'q5', text: 'I wrote instead', customer: 'e' },
  ],
  painPoints: [{ id: 'p', title: 'Nobody calls back', touchpoint: 't', severity: 4 }],
}

test('a quote takes a side on a pain point by drag, and by the keyboard alone', async ({
  server,
  made,
  join: enter,
}) => {
  const map = await made(COUNTER)
  const { page, card, saved } = await enter('Ada', map).then(ada => ({
    page: ada.page,
    card: (id: string) => ada.card(id),
    saved: () => ada.saved(),
  }))
  const sides = async () => {
    await saved()
    const { evidence = [] } = await exportJson(server.address, map)
    return (evidence as unknown as { quote: string; stance: string }[]).map(one => `${one.quote} ${one.stance}`).sort()
  }
  await card('t').click()
  const inspector = page.getByRole('complementary', { name: 'Touchpoint' })
  await page.getByRole('button', { name: 'Quotes tray' }).click()
  const tray = page.getByRole('complementary', { name: 'Quotes' })
  const pain = inspector.getByRole('listitem').filter({ hasText: 'Nobody calls back' }).last()
  await pain.scrollIntoViewIfNeeded()
  await tray.getByRole('option', { name: /I hung up/ }).dragTo(pain, { targetPosition: { x: 40, y: 20 } })
  expect(await sides()).toEqual(['q3 supports'])
  await tray.getByRole('option', { name: /It was quick/ }).dragTo(pain, { targetPosition: { x: 280, y: 20 } })
  expect(await sides()).toEqual(['q3 supports', 'q4 contradicts'])

  await inspector
    .getByRole('listitem')
    .filter({ hasText: 'They rang me back' })
    .first()
    .getByRole('button', { name: 'More about this quote' })
    .focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Evidence for a pain point…' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Evidence for a pain point' })
  await expectAccessible(page, 'evidence for a pain point')
  await dialog.getByRole('button', { name: 'Contradicts' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Contradicts' })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Escape')
  expect(await sides()).toEqual(['q2 contradicts', 'q3 supports', 'q4 contradicts'])

  await pain.getByRole('button').first().click()
  await inspector.getByRole('button', { name: 'Unlink this quote' }).first().click()
  expect(await sides()).toEqual(['q2 contradicts', 'q4 contradicts'])
})

test('several quotes are chosen with Shift and Ctrl or with the keyboard, and placed together', async ({
  made,
  join: enter,
}) => {
  const ada = await enter('Ada', await made(COUNTER))
  await ada.page.getByRole('button', { name: 'Quotes tray' }).click()
  const tray = ada.page.getByRole('complementary', { name: 'Quotes' })
  const row = (words: RegExp) => tray.getByRole('option', { name: words })
  await row(/I hung up/).click()
  await row(/I wrote/).click({ modifiers: ['Shift'] })
  await expect(tray.getByText('3 quotes chosen')).toBeVisible()
  await row(/It was quick/).click({ modifiers: ['Control'] })
  await expect(tray.getByText('2 quotes chosen')).toBeVisible()

  await row(/I hung up/).click()
  await ada.page.keyboard.press('Shift+ArrowDown')
  await expect(tray.getByText('2 quotes chosen')).toBeVisible()
  await ada.page.keyboard.press('Enter')
  await ada.page.getByRole('combobox', { name: 'Find a touchpoint' }).fill('letter')
  await ada.page.keyboard.press('Enter')
  await expect(ada.card('u')).toContainText('heard from 2')
  await expect(tray.getByRole('option')).toHaveCount(1)

  await tray.getByRole('searchbox', { name: 'Search all quotes' }).fill('quick')
  await expect(tray.getByText('others do')).toBeVisible()
  await tray.getByRole('button', { name: 'Show all quotes' }).click()
  await expect(tray.getByRole('option')).toHaveText([/It was quick.*On “Letter”/s])
})

test('a quote that somebody pins stands on the card, and says so', async ({ made, join: enter }) => {
  const ada = await enter('Ada', await made(COUNTER))
  await ada.card('t').click()
  const inspector = ada.page.getByRole('complementary', { name: 'Touchpoint' })
  for (const words of ['They rang me back', 'Nobody picked up']) {
    const item = inspector.getByRole('listitem').filter({ hasText: words }).first()
    await item.getByRole('button', { name: 'More about this quote' }).click()
    await ada.page.getByRole('menuitem', { name: 'Pin to the card' }).click()
    await expect(item.getByText('Pinned to the card')).toBeVisible()
    await expect(ada.card('t')).toContainText(words)
    await expect(ada.card('t')).toContainText('pinned')
  }
})
