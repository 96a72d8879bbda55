import type { Page } from '@playwright/test'
import { exportJson, type MadeMap } from '../fixtures/api.ts'
import type { MapPage } from '../fixtures/MapPage.ts'
import { expect, test } from '../fixtures/test.ts'

const MAP = {
  format: 'verbatim-map',
  version: 1,
  map: { title: 'By finger' },
  stages: [
    { id: 'one', name: 'One' },
    { id: 'two', name: 'Two' },
  ],
  lanes: [
    { id: 'l', name: 'Lane', kind: 'steps' },
    { id: 'm', name: 'Behind', kind: 'backstage' },
  ],
  touchpoints: [
    { id: 't0', title: 'See it', stage: 'one', lane: 'l' },
    { id: 't1', title: 'Ask', stage: 'two', lane: 'l' },
  ],
  notes: [{ id: 'n', text: 'Ring a bell', author: 'Zoe', stage: 'one', lane: 'm' }],
}
const PHONE = { width: 390, height: 844, touch: true }

type Kind = 'stages' | 'lanes'
type Sized = { id: string; name: string; width?: number; height?: number }

async function list(person: MapPage, address: string, map: MadeMap, kind: Kind): Promise<Sized[]> {
  await person.saved()
  return (await exportJson(address, map))[kind] as Sized[]
}

const panelOf = (page: Page, name: string) => page.getByRole('complementary', { name })

async function fromMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).tap()
  await page.getByRole('menuitem', { name }).tap()
}

for (const [kind, what, id, by] of [
  ['stages', 'Stage', 'one', { on: 'Move to the right', more: 'Wider', less: 'Narrower', size: 'width' }],
  ['lanes', 'Lane', 'l', { on: 'Move down', more: 'Taller', less: 'Lower', size: 'height' }],
] as const) {
  test(`on a phone ${kind} are added, renamed, moved, resized and removed by tapping, and a desk sees it`, async ({
    server,
    made,
    join,
  }) => {
    const map = await made(MAP)
    const ada = await join('Ada', map)
    const cleo = await join('Cleo', map, 'editor', PHONE)
    const { page } = cleo
    const now = () => list(cleo, server.address, map, kind)
    const attribute = kind === 'stages' ? 'data-stage' : 'data-lane'
    await page.locator(`[${attribute}="${id}"] h2`).tap()
    const panel = panelOf(page, what)
    const tap = (name: string) => panel.getByRole('button', { name, exact: true }).tap()

    await tap(by.on)
    await expect.poll(async () => (await now())[1]?.id).toBe(id)
    const before = (await now())[1]?.[by.size] ?? 0
    await tap(by.more)
    await expect.poll(async () => (await now())[1]?.[by.size] ?? 0).toBeGreaterThan(before)
    const taller = (await now())[1]?.[by.size] ?? 0
    await tap(by.less)
    await expect.poll(async () => (await now())[1]?.[by.size] ?? 0).toBeLessThan(taller)
    await panel.getByRole('textbox', { name: 'Name' }).fill('Renamed by finger')
    await expect(ada.page.locator(`[${attribute}="${id}"]`)).toContainText('Renamed by finger')

    await tap(`Delete this ${what.toLowerCase()}`)
    await expect(ada.page.locator(`[${attribute}="${id}"]`)).toHaveCount(0)
    await expect(ada.page.getByRole('heading', { name: 'Unsorted' })).toBeVisible()
    await expect(ada.card('t0')).toBeVisible()
    await fromMenu(page, 'Undo')
    await expect(ada.page.locator(`[${attribute}="${id}"]`)).toContainText('Renamed by finger')
    await expect(ada.page.getByRole('heading', { name: 'Unsorted' })).toHaveCount(0)

    await fromMenu(page, kind === 'stages' ? 'Add a stage' : 'Add a lane')
    await expect(page.locator('textarea:focus')).toBeVisible()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('New here')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await now()).map(({ name }) => name)).toContain('New here')
  })
}

test('on a phone a note becomes a touchpoint and a quote finds its card, by tapping alone', async ({
  server,
  made,
  join,
}) => {
  const map = await made({ ...MAP, quotes: [{ id: 'q', text: 'The bell is broken.', touchpoint: null }] })
  const cleo = await join('Cleo', map, 'editor', PHONE)
  const { page } = cleo
  await page.locator('[data-note="n"]').tap()
  // The dot from which a mouse draws an arrow would be in a finger's way.
  await expect(page.locator('[data-note="n"][data-selected]')).toBeVisible()
  await expect(page.locator('[data-note="n"] .nodrag')).toBeHidden()
  await page.getByRole('button', { name: 'Turn into' }).tap()
  await page.getByRole('menuitem', { name: 'Touchpoint' }).tap()
  await expect(cleo.cardNamed('Ring a bell')).toHaveCount(1)
  await cleo.saved()
  expect((await exportJson(server.address, map)).touchpoints).toHaveLength(3)

  await page.getByRole('button', { name: 'Close' }).first().tap()
  await fromMenu(page, 'Quotes tray')
  const tray = panelOf(page, 'Quotes')
  await tray.getByText('The bell is broken.').tap()
  await page
    .getByRole('button', { name: /^Place/ })
    .first()
    .tap()
  await page.getByRole('option', { name: /See it/ }).tap()
  await cleo.saved()
  await expect.poll(async () => (await exportJson(server.address, map)).quotes[0]?.touchpoint).toBe('t0')
})

test('a lane is made taller by its lower edge and by its menu, and undo takes it back', async ({
  server,
  made,
  join,
}) => {
  const map = await made(MAP)
  const ada = await join('Ada', map)
  const { page } = ada
  const lane = page.locator('[data-lane="m"]')
  const height = async () => Math.round((await lane.boundingBox())?.height ?? 0)
  const before = await height()
  const { x, y } = (await lane.boundingBox()) ?? { x: 0, y: 0 }
  await page.mouse.move(x + 60, y + before - 4)
  await page.mouse.down()
  await page.mouse.move(x + 60, y + before + 96, { steps: 5 })
  await expect(page.locator('[data-grid-line]')).toBeVisible()
  await page.mouse.up()
  await expect.poll(height).toBe(before + 100)
  await page.keyboard.press('Control+z')
  await expect.poll(height).toBe(before)

  const more = page.getByRole('button', { name: 'More for lane Behind' })
  await more.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Taller' }).press('Enter')
  await expect.poll(height).toBeGreaterThan(before)
  const [, second] = await list(ada, server.address, map, 'lanes')
  expect(second?.height).toBe(280)
})
