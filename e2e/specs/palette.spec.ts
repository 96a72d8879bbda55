import type { Locator, Page } from '@playwright/test'
import { TWO_CARDS } from '../fixtures/maps.ts'
import { expect, test } from '../fixtures/test.ts'

/** The palette's field. */
function field(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Find anything' })
}

/** Opens the palette by its keys and types into it. */
async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type(words)
}

test('Ctrl K finds a touchpoint by its words, shows it and gives it the focus', async ({ made, join }) => {
  const ada = await join('Ada', await made({ sample: true }))
  await find(ada.page, 'bill')
  const option = ada.page.getByRole('group', { name: 'Touchpoints' }).getByRole('option').first()
  const title = (await option.locator('span').first().textContent()) ?? ''
  await option.click()
  await expect(ada.page.getByRole('dialog')).toHaveCount(0)
  await expect(ada.page.getByRole('textbox', { name: 'Title' })).toHaveValue(title)
  await expect(ada.cardNamed(title).first()).toBeInViewport()
})

test('a quote is found by what a customer said, and leads to where it was said about', async ({ made, join }) => {
  const map = await made({
    format: 'verbatim-map',
    version: 1,
    map: { title: 'Words' },
    stages: [{ id: 's', name: 'Stage' }],
    lanes: [{ id: 'l', name: 'Lane', kind: 'frontstage' }],
    touchpoints: [{ id: 't', title: 'Counter', stage: 's', lane: 'l' }],
    customers: [{ id: 'c', alias: 'Customer 1' }],
    quotes: [{ id: 'q', text: 'Nobody looked up when I came in.', customer: 'c', touchpoint: 't' }],
  })
  const ada = await join('Ada', map, 'viewer')
  await find(ada.page, 'looked up')
  await expect(ada.page.getByRole('option', { name: /“Nobody looked up when I came in.”/ })).toBeVisible()
  await ada.page.keyboard.press('Enter')
  await expect(ada.page.getByRole('complementary', { name: 'Touchpoint' })).toBeVisible()
})

test('commands are run by their names, even from a text, and those used last come first', async ({ made, join }) => {
  const ada = await join('Ada', await made({ template: 'five-stage' }))
  await ada.page.getByRole('textbox', { name: 'Name of the map' }).focus()
  await find(ada.page, 'add stage')
  await ada.page.keyboard.press('Enter')
  await expect(ada.page.locator('[data-testid=canvas] :is(textarea, input):focus')).toBeVisible()
  await ada.page.keyboard.type('Tell others')
  await ada.page.keyboard.press('Enter')
  await expect(ada.page.getByText('Tell others').first()).toBeVisible()
  await ada.page.keyboard.press('Control+k')
  const last = ada.page.getByRole('group', { name: 'Used last' })
  await expect(last.getByRole('option')).toHaveText([/Add a stage/])
})

test('says what to do when nothing fits, and closes on Escape and on its own keys', async ({ made, join }) => {
  const ada = await join('Ada', await made({ template: 'five-stage' }))
  await find(ada.page, 'zzzz')
  await expect(ada.page.getByText('Nothing on this map is called “zzzz”. Try one word of it.')).toBeVisible()
  await ada.page.keyboard.press('Control+k')
  await expect(field(ada.page)).toHaveCount(0)
  await find(ada.page, '')
  await ada.page.keyboard.press('Escape')
  await expect(field(ada.page)).toHaveCount(0)
})

test('a viewer is offered only what a viewer may do', async ({ made, join }) => {
  const vera = await join('Vera', await made({ sample: true }), 'viewer')
  await vera.page.keyboard.press('Control+k')
  await expect(vera.page.getByRole('option', { name: /Export/ })).toBeVisible()
  await expect(vera.page.getByRole('option', { name: /Add a stage|Undo|Share/ })).toHaveCount(0)
})

test('an unplaced quote is shown in the tray, chosen and in view, however far down it lies', async ({ made, join }) => {
  const quotes = Array.from({ length: 80 }, (_, index) => ({ id: `q${index}`, text: `I waited ${index} days.` }))
  const map = await made({
    ...{ format: 'verbatim-map', version: 1, map: { title: 'Far' } },
    stages: [{ id: 's', name: 'Stage' }],
    lanes: [{ id: 'l', name: 'Lane', kind: 'steps' }],
    quotes: [...quotes.slice(0, 70), { id: 'far', text: 'The bell was broken.' }, ...quotes.slice(70)],
  })
  const ada = await join('Ada', map)
  await find(ada.page, 'bell')
  await expect(ada.page.getByRole('option', { name: /The bell was broken/ })).toBeVisible()
  await ada.page.keyboard.press('Enter')
  const tray = ada.page.getByRole('complementary', { name: 'Quotes' })
  const row = tray.getByRole('option', { name: /The bell was broken/ })
  await expect(row).toBeInViewport({ ratio: 1 })
  await expect(row).toHaveAttribute('aria-selected', 'true')
  await expect(tray.getByRole('listbox')).toBeFocused()
})

test('what is typed before the palette has loaded stands in it, and does nothing to the map', async ({
  made,
  join,
}) => {
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
  const ada = await join('Ada', await made(TWO_CARDS), 'editor', {
    // Slow enough that all keys come first.
    before: page =>
      page.route(/\/assets\/Palette-.*\.js$/, async route => {
        await held
        await route.continue()
      }),
  })
  await ada.card('t').click()
  await ada.page.keyboard.press('Control+k')
  await ada.page.keyboard.type('tou')
  await ada.page.keyboard.press('Delete')
  letGo()
  await expect(field(ada.page)).toHaveValue('tou')
  await ada.page.keyboard.press('Escape')
  await expect(ada.card('t')).toBeVisible()
  await expect(ada.page.getByRole('button', { name: 'Select', exact: true })).toHaveAttribute('aria-pressed', 'true')
})
