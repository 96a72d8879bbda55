import { exportJson } from '../fixtures/api.ts'
import { expectAccessible } from '../fixtures/axe.ts'
import type { MapPage } from '../fixtures/MapPage.ts'
import { expect, test } from '../fixtures/test.ts'

const MAP = {
  format: 'verbatim-map',
  version: 1,
  map: { title: 'Past' },
  stages: [{ id: 's', name: 'Before' }],
  lanes: [{ id: 'l', name: 'Meeting', kind: 'frontstage' }],
  touchpoints: [
    { id: 'call', title: 'Call', stage: 's', lane: 'l' },
    { id: 'visit', title: 'Visit', stage: 's', lane: 'l' },
  ],
}

async function openHistory({ page }: MapPage) {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'History' }).click()
  const dialog = page.getByRole('dialog', { name: 'History' })
  await expect(dialog.getByRole('tab', { name: 'Versions' })).toBeVisible()
  return dialog
}

async function deletes(map: MapPage, title: string): Promise<void> {
  await map.cardNamed(title).click()
  await map.page.keyboard.press('Delete')
  await expect(map.cardNamed(title)).toHaveCount(0)
  await map.saved()
}

test('a version that one person named is opened and restored by another, and that can be undone', async ({
  server,
  made,
  join,
}) => {
  const map = await made(MAP)
  const ada = await join('Ada', map)
  const ben = await join('Ben', map)
  const first = await openHistory(ada)
  await first.getByRole('textbox', { name: 'Name the map as it is now' }).fill('Prepared')
  await ada.page.keyboard.press('Enter')
  await expect(first.getByRole('article', { name: 'Prepared' })).toContainText('The map is the same now.')
  await ada.page.keyboard.press('Escape')
  await deletes(ada, 'Call')
  await expect(ben.cardNamed('Call')).toHaveCount(0)

  const dialog = await openHistory(ben)
  await expect(dialog.getByText('Edited since the newest version: Ada')).toBeVisible()
  await expect(dialog.getByRole('img', { name: /^The map as it was: Today/ })).toBeVisible()
  await expect(dialog.getByText('1 touchpoint', { exact: true })).toBeVisible()
  await dialog.getByRole('button', { name: 'Restore this version' }).click()
  await expect(ben.page.getByText('1 touchpoint came back.')).toBeVisible()
  await expect(dialog).toHaveCount(0)
  await expect(ada.cardNamed('Call')).toBeVisible()
  expect((await exportJson(server.address, map)).touchpoints.map(({ title }) => title)).toEqual(['Call', 'Visit'])

  const said = ben.page.getByRole('listitem').filter({ hasText: 'came back' })
  await expect(said).toContainText('kept as a version')
  await said.getByRole('button', { name: 'Undo' }).click()
  await expect(ada.cardNamed('Call')).toHaveCount(0)
})

test('what was deleted comes back without undoing what a colleague did since', async ({ server, made, join }) => {
  const map = await made(MAP)
  const ada = await join('Ada', map)
  const ben = await join('Ben', map)
  const first = await openHistory(ada)
  await first.getByRole('textbox', { name: 'Name the map as it is now' }).fill('Prepared')
  await first.getByRole('button', { name: 'Keep' }).click()
  await expect(first.getByRole('article', { name: 'Prepared' })).toBeVisible()
  await ada.page.keyboard.press('Escape')
  await deletes(ada, 'Call')
  await expect(ben.cardNamed('Call')).toHaveCount(0)
  await ben.cardNamed('Visit').dblclick()
  await ben.page.keyboard.press('End')
  await ben.page.keyboard.type(' the shop')
  await ben.page.keyboard.press('Enter')
  await ben.page.keyboard.press('Escape')
  await ben.saved()

  const dialog = await openHistory(ada)
  await dialog.getByRole('button', { name: 'Bring back what was deleted since' }).click()
  await expect(ben.cardNamed('Call')).toBeVisible()
  const titles = (await exportJson(server.address, map)).touchpoints.map(({ title }) => title)
  expect(titles).toEqual(['Call', 'Visit the shop'])
})

test('recently deleted cards come back one by one or all, and are named with who deleted them', async ({
  made,
  join,
}) => {
  const map = await made(MAP)
  const ada = await join('Ada', map)
  const ben = await join('Ben', map)
  await deletes(ada, 'Call')
  await deletes(ada, 'Visit')
  const dialog = await openHistory(ben)
  await dialog.getByRole('tab', { name: /Recently deleted/ }).click()
  await expect(dialog.getByText(/^by Ada\s· Today/)).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Bring back touchpoint “Call”' }).click()
  await expect(ada.cardNamed('Call')).toBeVisible()
  await expect(ada.cardNamed('Visit')).toHaveCount(0)
  await expect(dialog.getByRole('button', { name: /^Bring all/ })).toHaveCount(0)
  await deletes(ada, 'Call')
  await dialog.getByRole('button', { name: 'Bring all 2 back' }).click()
  await expect(ada.cardNamed('Visit')).toBeVisible()
  await expect(ada.cardNamed('Call')).toBeVisible()
  await expect(dialog.getByText('can be brought back from here')).toBeVisible()
  await ben.page.keyboard.press('Escape')
  await ben.page.keyboard.press('Control+z')
  await expect(ada.cardNamed('Visit')).toHaveCount(0)
})

test('a version is renamed in place by keys, and a viewer looks and changes nothing', async ({ made, join }) => {
  const map = await made(MAP)
  const ada = await join('Ada', map)
  const dialog = await openHistory(ada)
  await dialog.getByRole('textbox', { name: 'Name the map as it is now' }).fill('Prepared')
  await ada.page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Rename “Prepared”' }).focus()
  await ada.page.keyboard.press('Enter')
  await ada.page.keyboard.press('Control+a')
  await ada.page.keyboard.type('Thrown away')
  await ada.page.keyboard.press('Escape')
  await expect(dialog.getByRole('button', { name: 'Rename “Prepared”' })).toBeFocused()
  await ada.page.keyboard.press('Enter')
  await ada.page.keyboard.press('Control+a')
  await ada.page.keyboard.type('Before lunch')
  await ada.page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Rename “Before lunch”' })).toBeVisible()

  const val = await join('Val', map, 'viewer', { width: 390, height: 844, touch: true })
  const seen = await openHistory(val)
  await seen.getByText('Before lunch').click()
  await expect(seen.getByRole('img', { name: /^The map as it was/ })).toBeVisible()
  await expect(seen.getByRole('button', { name: /Restore|Rename|Keep/ })).toHaveCount(0)
  await expectAccessible(val.page, 'a version on a phone')
  await seen.getByRole('button', { name: 'All versions' }).click()
  await expectAccessible(val.page, 'versions on a phone')
})

test('the history can be used by everybody', async ({ made, join }) => {
  const ada = await join('Ada', await made(MAP), 'facilitator')
  await deletes(ada, 'Call')
  const dialog = await openHistory(ada)
  await expectAccessible(ada.page, 'no version yet')
  await dialog.getByRole('textbox', { name: 'Name the map as it is now' }).fill('Now')
  await ada.page.keyboard.press('Enter')
  await expect(dialog.getByRole('img', { name: /^The map as it was/ })).toBeVisible()
  await expectAccessible(ada.page, 'versions')
  await dialog.getByRole('tab', { name: /Recently deleted/ }).click()
  await expectAccessible(ada.page, 'recently deleted')
})

test('a list that can’t be loaded says so and can be asked for again', async ({ made, join }) => {
  const ada = await join('Ada', await made(MAP))
  await ada.page.route('**/versions', route => route.abort())
  const dialog = await openHistory(ada)
  await expect(dialog.getByRole('button', { name: 'Try again' })).toBeVisible()
  await ada.page.unroute('**/versions')
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Name the map as it is now' })).toBeVisible()
})
