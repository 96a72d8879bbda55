import type { Page } from '@playwright/test'
import type * as Y from 'yjs'
import { exportJson, type MadeMap } from '../fixtures/api.ts'
import type { MapPage } from '../fixtures/MapPage.ts'
import { closed, stockClient, synced } from '../fixtures/stockClient.ts'
import { expect, test } from '../fixtures/test.ts'

const MAP = {
  format: 'verbatim-map',
  version: 1,
  map: { title: 'Workshop' },
  stages: [
    { id: 's1', name: 'Find us' },
    { id: 's2', name: 'Buy' },
  ],
  lanes: [
    { id: 'l1', name: 'Steps', kind: 'frontstage' },
    { id: 'l2', name: 'Backstage', kind: 'backstage' },
  ],
  touchpoints: [
    { id: 't1', title: 'Ring the shop', stage: 's1', lane: 'l1' },
    { id: 't2', title: 'Look up the prices', stage: 's2', lane: 'l1' },
  ],
  quotes: [{ id: 'q1', text: 'Nobody answered.', touchpoint: 't1' }],
}
const PHONE = { width: 390, height: 844, touch: true }

/** Everything that changes the map, as keys. */
const KEYS = [
  ...['Enter', 'F2', 'Delete', 'Backspace', 'Tab', 't', 'n', 'l', 'Shift+S', 'Shift+L', 'Alt+ArrowRight'],
  ...['Control+d', 'Control+x', 'Control+v', 'Control+z', 'Control+g', 'Control+i'],
]

async function lockMap({ page }: MapPage, name: 'Lock the map for others' | 'Unlock the map'): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name }).click()
}

/** Tries by keys, menus and the hand what only editors may; `touch` without a mouse. */
async function tryEverything({ page }: MapPage, touch: boolean): Promise<void> {
  const one = page.locator('[data-touchpoint="t1"]')
  await (touch ? one.tap() : one.click())
  const panel = page.getByRole('complementary', { name: 'Touchpoint' })
  await expect(panel).toBeVisible()
  await expect(panel.getByRole('textbox')).toHaveCount(0)
  await expect(panel.getByRole('button', { name: /delete|assume|unlink|edit/i })).toHaveCount(0)
  for (const key of KEYS) await page.keyboard.press(key)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.locator('main textarea:focus')).toHaveCount(0)
  if (!touch) {
    await one.dblclick()
    const { x = 0, y = 0 } = (await one.boundingBox()) ?? {}
    await page.mouse.move(x + 40, y + 15)
    await page.mouse.down()
    await page.mouse.move(x + 340, y + 60, { steps: 5 })
    await page.mouse.up()
    await expect(page.getByRole('button', { name: /^More for (stage|lane)/ })).toHaveCount(0)
  }
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  for (const words of ['add a stage', 'delete', 'lock', 'import', 'turn into']) {
    await page.getByRole('combobox').fill(words)
    await expect(page.getByRole('option', { name: new RegExp(words, 'i'), disabled: false })).toHaveCount(0)
  }
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** What a program may ask for with this token, and the status of each answer. */
async function statuses(address: string, { id }: MadeMap, token: string): Promise<Record<string, number>> {
  const asked = [
    ['POST', '/import?format=json', { format: 'verbatim-map', version: 1, stages: [{}] }],
    ['DELETE', '/imports/i', undefined],
    ['PUT', '/quotes/q1/original', { text: 'Mine now' }],
    ['GET', '/quotes/q1/original', undefined],
    ['GET', '/export/json?originals=1', undefined],
    ['POST', '/files/0', {}],
    ['POST', '/versions', { name: 'Mine' }],
    ['POST', '/versions/1/restore', {}],
    ['POST', '/session', { command: 'unlock' }],
    ['GET', '/links', undefined],
    ['POST', '/links', { role: 'facilitator' }],
    ['DELETE', '/links/l', undefined],
    ['DELETE', '', undefined],
  ] as const
  const answers: Record<string, number> = {}
  for (const [method, path, body] of asked) {
    const response = await fetch(`${address}/api/maps/${id}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    answers[`${method} ${path}`] = response.status
  }
  return answers
}

const bar = (page: Page) => page.getByRole('toolbar', { name: 'Add to the map' })

test('on a locked map an editor and a contributor on a phone contribute, and nothing else by any means', async ({
  server,
  made,
  join,
}) => {
  const map = await made(MAP)
  const fay = await join('Fay', map, 'facilitator')
  const ed = await join('Ed', map, 'editor')
  const cleo = await join('Cleo', map, 'contributor', PHONE)
  await lockMap(fay, 'Lock the map for others')
  for (const { page } of [ed, cleo]) await expect(bar(page)).toBeVisible()
  const before = await exportJson(server.address, map)
  await tryEverything(ed, false)
  await tryEverything(cleo, true)
  for (const role of ['editor', 'contributor'] as const) {
    const answers = await statuses(server.address, map, map.links[role].token)
    expect(answers, role).toEqual(Object.fromEntries(Object.keys(answers).map(asked => [asked, 403])))
  }
  expect(await exportJson(server.address, map)).toEqual(before)

  const program = stockClient(server.address, map.id, map.links.contributor.token)
  await synced(program.provider)
  const ended = closed(program.provider)
  program.doc.getMap('touchpoints').clear()
  expect(await ended).toBe(4403)
  program.provider.destroy()
  const other = stockClient(server.address, map.id, map.links.editor.token)
  await synced(other.provider)
  ;((other.doc.getMap('touchpoints').get('t1') as Y.Map<unknown>).get('title') as Y.Text).insert(0, 'Overwritten ')

  await cleo.page.getByRole('button', { name: 'Close' }).first().tap()
  await bar(cleo.page).getByRole('button', { name: 'Add a note' }).tap()
  await cleo.page.getByRole('textbox', { name: 'Your note' }).fill('From the phone')
  await cleo.page.getByRole('button', { name: 'Add note' }).tap()
  await bar(ed.page).getByRole('button', { name: 'Add a quote' }).click()
  await ed.page.getByRole('textbox', { name: 'In the customer’s own words' }).fill('From the desk.')
  await ed.page.getByRole('button', { name: 'Add quote' }).click()
  await expect(fay.canvas.getByText('From the phone').first()).toBeVisible()
  await expect(ed.page.getByText('Your quote is on the map.')).toBeVisible()
  other.provider.destroy()

  const after = await exportJson(server.address, map)
  expect(after.touchpoints).toEqual(before.touchpoints)
  expect(after.notes).toMatchObject([{ text: 'From the phone', author: 'Cleo' }])
  expect(after.quotes.map(({ text }) => text)).toEqual(['Nobody answered.', 'From the desk.'])
})

test('what one of them contributed the other can neither change nor take back', async ({ server, made, join }) => {
  const map = await made(MAP)
  const cleo = await join('Cleo', map, 'contributor', PHONE)
  const dan = await join('Dan', map, 'contributor')
  await bar(cleo.page).getByRole('button', { name: 'Add a note' }).tap()
  await cleo.page.getByRole('textbox', { name: 'Your note' }).fill('Mine')
  const added = cleo.page.waitForResponse(
    response => response.url().endsWith('/contributions') && response.request().method() === 'POST' && response.ok(),
  )
  await cleo.page.getByRole('button', { name: 'Add note' }).tap()
  const { contribution } = (await (await added).json()) as { contribution: { id: string } }
  await bar(dan.page).getByRole('button', { name: 'Mine' }).click()
  await expect(dan.page.getByRole('region', { name: 'What you added' }).getByRole('listitem')).toHaveCount(0)

  const danToken = await dan.page.evaluate(
    id => JSON.parse(localStorage.getItem('verbatim.maps') ?? '{}')[id].person.token as string,
    map.id,
  )
  for (const [method, body] of [
    ['PATCH', { text: 'Taken over' }],
    ['DELETE', undefined],
  ] as const) {
    const response = await fetch(`${server.address}/api/maps/${map.id}/contributions/${contribution.id}`, {
      method,
      headers: { authorization: `Bearer ${danToken}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    expect([403, 404], method).toContain(response.status)
  }
  expect((await exportJson(server.address, map)).notes).toMatchObject([{ text: 'Mine', author: 'Cleo' }])
})
