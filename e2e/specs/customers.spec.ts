import { readdirSync, readFileSync } from 'node:fs'
import { join as inFolder } from 'node:path'
import { exportJson } from '../fixtures/api.ts'
import { expectAccessible } from '../fixtures/axe.ts'
import type { MapPage } from '../fixtures/MapPage.ts'
import { expect, test } from '../fixtures/test.ts'

// They look for words in the files of their server.
test.use({ ownServer: true })

const MAP = {
  format: 'verbatim-map',
  version: 1,
  map: { title: 'Who spoke' },
  stages: [{ id: 's', name: 'Before' }],
  lanes: [{ id: 'l', name: 'Meeting', kind: 'frontstage' }],
  touchpoints: [{ id: 't', title: 'Call', stage: 's', lane: 'l' }],
  personas: [{ id: 'p', name: 'Parents' }],
  customers: [
    { id: 'ann', alias: 'Customer 1', facets: { city: 'Leeds' } },
    { id: 'ben', alias: 'Customer 2', persona: 'p' },
    { id: 'cem', alias: 'Customer 10' },
  ],
  quotes: [
    { id: 'a1', text: 'A needle in the haystack', customer: 'ann', touchpoint: 't' },
    { id: 'a2', text: 'Another needle', customer: 'ann', touchpoint: 't' },
    { id: 'b1', text: 'Then Mrs Jones rang', customer: 'ben', touchpoint: 't' },
    { id: 'c1', text: 'All was well', customer: 'cem', touchpoint: 't' },
  ],
}

async function openCustomers({ page }: MapPage) {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Customers' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('table', { name: 'Customers' })).toBeVisible()
  return dialog
}

test('customers are found, sorted, merged, given a persona and parted, and a colleague’s counts follow', async ({
  server,
  made,
  join,
}) => {
  const map = await made(MAP)
  const ada = await join('Ada', map)
  const ben = await join('Ben', map)
  await expect(ben.card('t')).toContainText('3')
  const dialog = await openCustomers(ada)
  const names = dialog
    .getByRole('row')
    .getByRole('button')
    .filter({ hasText: /^Customer \d/ })
  await expect(names).toHaveText(['Customer 1', 'Customer 2', 'Customer 10'])
  await dialog.getByRole('button', { name: 'Quotes' }).click()
  await expect(names).toHaveText(['Customer 1', 'Customer 2', 'Customer 10'])
  await dialog.getByRole('button', { name: 'Quotes' }).click()
  await expect(names).toHaveText(['Customer 2', 'Customer 10', 'Customer 1'])
  await expectAccessible(ada.page, 'the list of customers')
  await dialog.getByRole('textbox', { name: 'Find a customer' }).fill('leeds')
  await expect(names).toHaveText(['Customer 1'])
  await dialog.getByRole('textbox', { name: 'Find a customer' }).fill('')

  // By keyboard: down the list, choosing two.
  await dialog.getByRole('checkbox', { name: 'Choose Customer 2' }).focus()
  await ada.page.keyboard.press('Space')
  await ada.page.keyboard.press('End')
  await expect(dialog.getByRole('checkbox', { name: 'Choose Customer 1', exact: true })).toBeFocused()
  await ada.page.keyboard.press('Space')
  await dialog.getByRole('button', { name: 'Merge…' }).click()
  await expectAccessible(ada.page, 'merging')
  await dialog.getByRole('radio', { name: 'Customer 2' }).check()
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(names).toHaveText(['Customer 10', 'Customer 2'])
  await expect(ben.card('t')).toContainText('2')
  const after = await exportJson(server.address, map)
  expect(after.quotes.map(quote => (quote as unknown as { customer: string }).customer)).toEqual([
    ...['ben', 'ben', 'ben', 'cem'],
  ])

  await dialog.getByRole('checkbox', { name: 'Choose Customer 10' }).check()
  await dialog.getByRole('button', { name: /^Persona of 1 customer/ }).click()
  await ada.page.getByRole('combobox', { name: 'Find or name a persona' }).fill('Drivers')
  await ada.page.keyboard.press('Enter')
  await expect(dialog.getByRole('row', { name: /Customer 10/ })).toContainText('Drivers')

  await dialog.getByRole('button', { name: 'Customer 2' }).click()
  await expect(dialog.getByRole('heading', { name: '3 quotes' })).toBeVisible()
  await expectAccessible(ada.page, 'a customer')
  await dialog.getByRole('checkbox', { name: /A needle in the haystack/ }).check()
  await dialog.getByRole('button', { name: 'This is another customer’s' }).click()
  await expect(dialog.getByRole('heading', { name: '2 quotes' })).toBeVisible()
  await expect(ben.card('t')).toContainText('3')
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(dialog.getByRole('heading', { name: '3 quotes' })).toBeVisible()
  await expect(ben.card('t')).toContainText('2')
})

test('who withdraws leaves every browser and the disk at once, and a browser that was away brings nothing back', async ({
  server,
  network,
  made,
  join,
}) => {
  const map = await made(MAP)
  const ada = await join('Ada', map)
  const ben = await join('Ben', map)
  const cat = await join('Cat', map, 'editor', { at: network.address })
  await cat.rename('t', 'Call of Cat')
  await cat.saved()
  await network.down()
  await expect(cat.state).toHaveText('Offline')
  await cat.rename('t', 'Written while away')
  await ben.card('t').click()
  await expect(ben.page.getByText('A needle in the haystack').first()).toBeVisible()

  const dialog = await openCustomers(ada)
  await dialog.getByRole('button', { name: 'Customer 1', exact: true }).click()
  await dialog.getByRole('button', { name: 'Consent withdrawn…' }).click()
  await expect(dialog).toContainText('2 quotes of Customer 1')
  await expect(dialog).toContainText('This can’t be undone.')
  await expectAccessible(ada.page, 'withdrawing')
  await dialog.getByRole('button', { name: 'Withdraw for good' }).click()
  await expect(ada.page.getByText('The words of Customer 1 are gone: 2 quotes.')).toBeVisible()

  for (const person of [ada, ben]) {
    await person.ready()
    await person.saved()
    await expect(person.page.getByText('needle')).toHaveCount(0)
  }
  await network.up()
  await cat.saved()
  await expect(cat.page.getByText('needle')).toHaveCount(0)
  await expect(cat.page.getByRole('list', { name: 'Edits that are not on the map' })).toContainText(
    'Written while away',
  )
  await cat.rename('t', 'And on')
  await cat.saved()
  await expect(ben.card('t')).toContainText('And on')

  const { quotes, customers } = await exportJson(server.address, map)
  expect(quotes.map(({ id }) => id)).toEqual(['b1', 'c1'])
  expect(customers?.[0]).toMatchObject({ alias: 'Customer 1', consent: 'withdrawn', facets: {} })
  const files = readdirSync(server.folder).filter(name => name.startsWith('verbatim.db'))
  for (const name of files) {
    expect(readFileSync(inFolder(server.folder, name)).includes('needle'), name).toBe(false)
  }
  const again = await openCustomers(ada)
  await again.getByRole('button', { name: 'Customer 1', exact: true }).click()
  await expect(again).toContainText('Consent was withdrawn.')
  // An editor does not erase.
  await expect(again.getByRole('button', { name: 'Erase…' })).toHaveCount(0)
})

test('a facilitator erases a customer, and nothing of them is left to look at', async ({ server, made, join }) => {
  const map = await made(MAP)
  const fay = await join('Fay', map, 'facilitator')
  const dialog = await openCustomers(fay)
  await dialog.getByRole('button', { name: 'Customer 1', exact: true }).click()
  await dialog.getByRole('button', { name: 'Erase…' }).click()
  await fay.page.keyboard.press('Tab')
  await fay.page.keyboard.press('Enter')
  await expect(fay.page.getByText('The customer is erased, with 2 quotes.')).toBeVisible()
  await fay.ready()
  await fay.saved()
  const { quotes, customers } = await exportJson(server.address, map)
  expect(quotes.map(({ id }) => id)).toEqual(['b1', 'c1'])
  expect(customers?.map(({ id }) => id)).toEqual(['ben', 'cem'])
})

test('words are blacked out by selecting or by keys, for everybody, and shown again', async ({
  server,
  made,
  join,
}) => {
  const map = await made(MAP)
  const ada = await join('Ada', map)
  const ben = await join('Ben', map)
  await ada.card('t').click()
  const item = ada.page.getByRole('listitem').filter({ hasText: 'Mrs Jones' })
  await item.getByText('Then Mrs Jones rang').evaluate(element => {
    const node = element.firstChild
    if (!node) throw new Error('There is a text')
    const at = (node.textContent ?? '').indexOf('Jones')
    getSelection()?.setBaseAndExtent(node, at, node, at + 5)
  })
  await item.getByRole('button', { name: 'Black out' }).click()
  const dialog = ada.page.getByRole('dialog', { name: 'Black out words' })
  const word = (name: string) => dialog.getByRole('option', { name, exact: true })
  await expect(word('Jones')).toHaveAttribute('aria-selected', 'true')
  await expectAccessible(ada.page, 'blacking out')
  await word('Jones').focus()
  await ada.page.keyboard.press('Shift+ArrowLeft')
  await expect(word('Mrs')).toHaveAttribute('aria-selected', 'true')
  await word('rang').click()
  await expect(word('rang')).toHaveAttribute('aria-selected', 'true')
  await word('rang').click()
  await dialog.getByRole('button', { name: 'Black out 2 words' }).click()
  await expect(ada.page.getByText('2 words are black now.')).toBeVisible()
  await ada.ready()
  await ben.ready()
  await ben.saved()
  await ben.card('t').click()
  await expect(ben.page.getByText('Then █████████ rang').first()).toBeVisible()
  expect(JSON.stringify(await exportJson(server.address, map))).not.toContain('Jones')

  await ada.page.getByRole('button', { name: 'Show again' }).click()
  await expect(ben.page.getByText('Then Mrs Jones rang').first()).toBeVisible()
})

test('a viewer reads who spoke and changes nothing', async ({ made, join }) => {
  const val = await join('Val', await made(MAP), 'viewer')
  const dialog = await openCustomers(val)
  await expect(dialog.getByRole('checkbox')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Customer 2' }).click()
  await expect(dialog).toContainText('Then Mrs Jones rang')
  await expect(dialog.getByRole('button', { name: /withdrawn|Erase/ })).toHaveCount(0)
})
