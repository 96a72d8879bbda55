import type { Page } from '@playwright/test'
import { exportJson } from '../fixtures/api.ts'
import { expectAccessible } from '../fixtures/axe.ts'
import type { MapPage } from '../fixtures/MapPage.ts'
import { expect, test } from '../fixtures/test.ts'

const MAP = {
  ...{ format: 'verbatim-map', version: 1 },
  map: { title: 'Bicycle repair' },
  stages: [{ id: 's1', name: 'Find us' }],
  lanes: [
    { id: 'l1', name: 'Steps', kind: 'frontstage' },
    { id: 'l2', name: 'Backstage', kind: 'backstage' },
  ],
  touchpoints: [
    { id: 't1', title: 'Ring the shop', stage: 's1', lane: 'l1' },
    { id: 't2', title: 'Look up the prices', stage: 's1', lane: 'l1' },
  ],
}

const PHONE = { width: 390, height: 844, touch: true }
const DESK = { width: 1440, height: 900, touch: false }

/** Presses as this device does: with a finger where there is one. */
const press =
  (page: Page, size: { touch: boolean }) =>
  (name: string | RegExp, within = page.locator('body')) => {
    const button = within.getByRole('button', { name, exact: true }).first()
    return size.touch ? button.tap() : button.click()
  }

const bar = ({ page }: MapPage) => page.getByRole('toolbar', { name: 'Add to the map' })

for (const [where, size] of [
  ['on a phone', PHONE],
  ['at a desk', DESK],
] as const) {
  test(`a contributor ${where} adds a quote and a note, changes the note and takes both back`, async ({
    server,
    made,
    join,
  }) => {
    const map = await made(MAP)
    const ada = await join('Ada', map, 'editor')
    const cleo = await join('Cleo', map, 'contributor', size)
    const { page } = cleo
    const tap = press(page, size)

    await tap('Add a quote', bar(cleo))
    const sheet = page.getByRole('region', { name: 'Add a quote' })
    await sheet.getByRole('textbox', { name: 'In the customer’s own words' }).fill('I rang 0117 496 0321 nine times.')
    await expect(sheet.getByText('A phone number will be hidden: I rang ███')).toBeVisible()
    await tap('Did not work', sheet)
    await tap(/^Touchpoint/, sheet)
    await page.getByRole('combobox', { name: 'Find a touchpoint' }).fill('ring')
    await page.getByRole('option', { name: /Ring the shop/ }).click()
    await expectAccessible(page, `the form for a quote ${where}`)
    await tap('Add quote', sheet)
    await expect(page.getByText('Your quote is on the map.')).toBeVisible()
    // Nothing lies over the way back from it; a trial press finds out.
    await page.getByRole('button', { name: 'Take back' }).click({ trial: true })
    await expect(ada.card('t1')).toContainText('I rang ████████')
    const [quote] = (await exportJson(server.address, map)).quotes
    expect(quote).toMatchObject({ touchpoint: 't1', kind: 'did-not-work', how: 'noted' })
    expect(JSON.stringify(await exportJson(server.address, map))).not.toContain('496')

    await tap('Add a note', bar(cleo))
    const note = page.getByRole('region', { name: 'Add a note' })
    await note.getByRole('textbox', { name: 'Your note' }).fill('Who answers on Saturdays')
    await note.getByRole('combobox', { name: 'Where' }).selectOption('Backstage: Find us')
    await tap('Add note', note)
    await expect(page.getByText('Your note is on the map.')).toBeVisible()
    await expect(ada.canvas.getByText('Who answers on Saturdays').first()).toBeVisible()

    await tap('Mine: 2', bar(cleo))
    const mine = page.getByRole('region', { name: 'What you added' })
    const items = mine.getByRole('listitem')
    await expect(items).toHaveCount(2)
    await tap('Change', items.filter({ hasText: 'Saturdays' }))
    await mine.getByRole('textbox', { name: 'Your note' }).fill('Who answers on Sundays')
    await mine.getByRole('combobox', { name: 'Where' }).selectOption('Beside the map')
    await tap('Save', mine)
    await expect(items.filter({ hasText: 'Who answers on Sundays' })).toContainText('beside the map')
    await expectAccessible(page, `what somebody added ${where}`)

    await tap('Change', items.filter({ hasText: 'I rang' }))
    await expect(mine.getByRole('textbox', { name: 'In the customer’s own words' })).toHaveCount(0)
    await tap('Wish', mine)
    await tap('Save', mine)
    await expect(items.filter({ hasText: 'I rang' })).toContainText('Wish')

    await tap('Take back', items.filter({ hasText: 'Sundays' }))
    await expect(mine.getByText('You took this back.')).toBeVisible()
    expect((await exportJson(server.address, map)).notes).toEqual([])
    await tap('Add again', mine)
    await expect(mine.getByText('You took this back.')).toHaveCount(0)
    expect((await exportJson(server.address, map)).notes).toMatchObject([{ text: 'Who answers on Sundays' }])

    await tap('Take back', items.filter({ hasText: 'I rang' }))
    await expect(mine.getByText('You took this back.')).toBeVisible()
    await expect(ada.card('t1')).not.toContainText('I rang')
    await tap('Close', mine)
    await expect(bar(cleo).getByRole('button', { name: 'Mine: 1' })).toBeVisible()
  })
}

test('a contributor is offered to add quotes and notes and nothing else', async ({ server, made, join }) => {
  const map = await made(MAP)
  const before = await exportJson(server.address, map)
  const cleo = await join('Cleo', map, 'contributor')
  const { page } = cleo
  await expect(page.getByText('You can add quotes and notes')).toBeVisible()
  for (const name of ['Touchpoint', 'Note', 'Link', 'Undo', 'Share']) {
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0)
  }
  await cleo.card('t2').dblclick()
  await expect(page.locator('main textarea:visible')).toHaveCount(0)
  for (const key of ['Delete', 'Enter', 'Tab', 'Shift+s', 'Shift+l', 't', 'n']) await page.keyboard.press(key)
  expect(await exportJson(server.address, map)).toEqual(before)

  await cleo.card('t2').click()
  const inspector = page.getByRole('complementary', { name: 'Touchpoint' })
  await expect(inspector.getByRole('textbox')).toHaveCount(0)
  await inspector.getByRole('button', { name: 'Add a quote' }).click()
  const sheet = page.getByRole('region', { name: 'Add a quote' })
  await expect(sheet.getByRole('button', { name: /^Touchpoint/ })).toHaveText('Look up the prices')
})

test('a viewer sees no bar', async ({ made, join }) => {
  const vera = await join('Vera', await made(MAP), 'viewer')
  await expect(vera.page.getByText('You can look around')).toBeVisible()
  await expect(bar(vera)).toHaveCount(0)
  await vera.card('t1').click()
  await expect(vera.page.getByRole('complementary', { name: 'Touchpoint' })).toBeVisible()
  await expect(vera.page.getByRole('button', { name: 'Add a quote' })).toHaveCount(0)
})

test('a draft outlives closing the form, a reload and a server that is away', async ({ server, made, join }) => {
  const map = await made(MAP)
  const cleo = await join('Cleo', map, 'contributor', PHONE)
  const { page } = cleo
  const words = page.getByRole('textbox', { name: 'In the customer’s own words' })
  await bar(cleo).getByRole('button', { name: 'Add a quote' }).tap()
  await words.fill('Nobody picked up.')
  await page.getByRole('button', { name: 'Close' }).tap()
  await bar(cleo).getByRole('button', { name: 'Go on with your quote' }).tap()
  await page.reload()
  await cleo.ready()
  await expect(words).toHaveValue('Nobody picked up.')

  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Add quote' }).tap()
  await expect(page.getByRole('alert').filter({ hasText: 'You are offline' })).toBeVisible()
  await expect(words).toHaveValue('Nobody picked up.')
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Add quote' }).tap()
  await expect(page.getByText('Your quote is on the map.')).toBeVisible()
  expect((await exportJson(server.address, map)).quotes).toMatchObject([{ text: 'Nobody picked up.' }])
  await bar(cleo).getByRole('button', { name: 'Add a quote' }).tap()
  await expect(words).toHaveValue('')
})

test('whoever has no name yet is asked for it, and what they add is theirs alone', async ({
  server,
  browser,
  made,
  join,
}) => {
  const map = await made(MAP)
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto(`${server.address}/m/${map.id}#${map.links.contributor.token}`)
  await page.getByRole('button', { name: 'Add a note' }).click()
  await page.getByRole('textbox', { name: 'Your name' }).fill('Noor')
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('textbox', { name: 'Your note' }).fill('A note of mine')
  await page.getByRole('button', { name: 'Add note' }).click()
  await expect(page.getByRole('button', { name: 'Mine: 1' })).toBeVisible()
  expect((await exportJson(server.address, map)).notes).toMatchObject([{ text: 'A note of mine', author: 'Noor' }])

  const cleo = await join('Cleo', map, 'contributor')
  await bar(cleo).getByRole('button', { name: 'Mine' }).click()
  await expect(cleo.page.getByRole('region', { name: 'What you added' }).getByRole('listitem')).toHaveCount(0)
  await context.close()
})

test('what an editor deletes is said to who added it, and can be added again', async ({ server, made, join }) => {
  const map = await made(MAP)
  const ada = await join('Ada', map, 'editor')
  const cleo = await join('Cleo', map, 'contributor')
  await bar(cleo).getByRole('button', { name: 'Add a note' }).click()
  await cleo.page.getByRole('textbox', { name: 'Your note' }).fill('Ask the workshop')
  await cleo.page.getByRole('combobox', { name: 'Where' }).selectOption('Backstage: Find us')
  await cleo.page.getByRole('button', { name: 'Add note' }).click()
  await bar(cleo).getByRole('button', { name: 'Mine: 1' }).click()
  const mine = cleo.page.getByRole('region', { name: 'What you added' })
  await expect(mine.getByRole('listitem')).toContainText('Backstage · Find us')

  await ada.canvas.getByRole('group', { name: 'Note: Ask the workshop' }).click()
  await ada.page.getByRole('button', { name: 'Delete this note' }).click()
  await expect(mine.getByText('Somebody who edits the map deleted this.')).toBeVisible()
  await mine.getByRole('button', { name: 'Add again' }).click()
  await expect(mine.getByText('Somebody who edits the map deleted this.')).toHaveCount(0)
  expect((await exportJson(server.address, map)).notes).toMatchObject([{ text: 'Ask the workshop', lane: 'l2' }])
})

test('while the map is locked an editor contributes, and edits again when it is open', async ({
  server,
  made,
  join,
}) => {
  const map = await made(MAP)
  const fay = await join('Fay', map, 'facilitator')
  const ed = await join('Ed', map, 'editor')
  const choose = async (name: string) => {
    await fay.page.getByRole('button', { name: 'More', exact: true }).click()
    await fay.page.getByRole('menuitem', { name }).click()
  }
  await expect(bar(ed)).toHaveCount(0)
  await choose('Lock the map for others')
  await expect(ed.page.getByText('Locked by the facilitator. You can add quotes and notes')).toBeVisible()
  await expect(bar(fay)).toHaveCount(0)
  await bar(ed).getByRole('button', { name: 'Add a quote' }).click()
  await ed.page.getByRole('textbox', { name: 'In the customer’s own words' }).fill('It was worth it.')

  await choose('Unlock the map')
  await expect(ed.page.getByText('Locked by the facilitator')).toHaveCount(0)
  await expect(bar(ed)).toHaveCount(0)
  await ed.page.keyboard.press('Enter')
  await expect(ed.page.getByRole('region', { name: 'Add a quote' })).toHaveCount(0)
  expect((await exportJson(server.address, map)).quotes).toMatchObject([{ text: 'It was worth it.' }])
  await ed.card('t1').click()
  await expect(ed.page.getByRole('button', { name: 'Delete this touchpoint' })).toBeVisible()
})
