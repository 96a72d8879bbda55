import { exportJson } from '../fixtures/api.ts'
import { expectAccessible } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/test.ts'

const WAITING = [
  'I waited three hours',
  'Waiting for hours, nobody told us',
  'We had to wait two hours',
  'Hours of waiting',
]
const KIND = ['The driver was kind', 'Such a kind driver', 'Kind drivers, all of them']
const OTHERS = ['The form was too long', 'Parking cost a fortune', '👍']

/** Every quote of another customer; all waiting but the last lies in the room. */
const MAP = {
  format: 'verbatim-map',
  version: 1,
  map: { title: 'Themes' },
  stages: [{ id: 's', name: 'Wait' }],
  lanes: [{ id: 'l', name: 'Front', kind: 'frontstage' }],
  touchpoints: [{ id: 'room', title: 'Waiting room', stage: 's', lane: 'l', channel: 'on site' }],
  sources: [{ id: 'talks', name: 'Interviews in May' }],
  customers: [...WAITING, ...KIND, ...OTHERS].map((_, at) => ({ id: `c${at}`, alias: `Customer ${at + 1}` })),
  quotes: [...WAITING, ...KIND, ...OTHERS].map((text, at) => ({
    id: `q${at}`,
    text,
    customer: `c${at}`,
    touchpoint: at < WAITING.length - 1 ? 'room' : null,
    source: 'talks',
  })),
}

test('themes are only suggested: a claim is made of one with its quotes behind it, in one step, and another is dismissed', async ({
  server,
  made,
  join,
}) => {
  const map = await made(MAP)
  const { page } = await join('Ada', map)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('Themes in')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'What we know' })
  const themes = dialog.getByRole('list', { name: 'Themes' }).getByRole('button')
  await expect(themes).toHaveCount(2)
  await expect(themes.first()).toContainText('4 customers · 4 quotes')
  await expect(dialog.getByText('10 quotes compared. In 1 no words could be told apart.')).toBeVisible()
  await expectAccessible(page, 'themes')
  expect((await exportJson(server.address, map)).painPoints).toEqual([])

  await dialog.getByLabel('What they say, in your words').fill('Nobody says how long it takes')
  await dialog.getByRole('checkbox', { name: 'Take this quote along' }).first().uncheck()
  await dialog.getByRole('button', { name: 'Make a pain point' }).click()
  await expect.poll(async () => (await exportJson(server.address, map)).painPoints?.length).toBe(1)
  const after = await exportJson(server.address, map)
  expect(after.painPoints).toMatchObject([{ title: 'Nobody says how long it takes', touchpoint: 'room' }])
  expect(after.evidence).toHaveLength(3)
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await exportJson(server.address, map)).evidence?.length).toBe(0)
  expect((await exportJson(server.address, map)).painPoints).toEqual([])

  await themes.nth(1).click()
  await dialog.getByRole('button', { name: 'No theme' }).click()
  await expect(themes.nth(1)).toContainText('no theme')
  await dialog.getByRole('switch', { name: 'Only quotes without a place' }).click()
  await expect(themes).toHaveCount(1)
  await dialog.getByRole('switch', { name: 'Only quotes without a place' }).click()

  // From a theme to its words, and on to where they were said; by key from tab to tab.
  await themes.nth(1).press('ArrowUp')
  await expect(themes.first()).toBeFocused()
  await dialog.getByRole('button', { name: 'Where it was said' }).first().press('Enter')
  await expect(dialog.getByText('Interviews in May').first()).toBeVisible()
  await dialog.getByRole('tab', { name: 'Themes' }).press('ArrowRight')
  await expect(dialog.getByRole('tab', { name: 'Opportunities' })).toHaveAttribute('aria-selected', 'true')
})

test('the quotes of one touchpoint are grouped apart from all others', async ({ made, join }) => {
  const quotes = MAP.quotes.map(quote => ({ ...quote, touchpoint: 'room' }))
  const more = KIND.map((text, at) => ({ id: `more${at}`, text, customer: `c${at}`, touchpoint: null }))
  const ada = await join('Ada', await made({ ...MAP, quotes: [...quotes, ...more] }))
  const { page } = ada
  await ada.card('room').click()
  await page.getByRole('button', { name: 'Group similar quotes' }).click()
  const dialog = page.getByRole('dialog', { name: 'What we know' })
  await expect(dialog.getByText('10 quotes compared.')).toBeVisible()
  await expect(dialog.getByText('Only what was said on “Waiting room”')).toBeVisible()
  await dialog.getByRole('button', { name: 'Look at all quotes' }).click()
  await expect(dialog.getByText('13 quotes compared.')).toBeVisible()
})

test('an unplaced quote names the touchpoint of similar ones with the reason, and one key places it there', async ({
  server,
  made,
  join,
}) => {
  const map = await made(MAP)
  const ada = await join('Ada', map)
  const { page } = ada
  await page.keyboard.press('q')
  const tray = page.getByRole('complementary', { name: 'Quotes' })
  await tray.getByRole('option', { name: /Such a kind driver/ }).click()
  const lone = tray.getByRole('option', { name: /Hours of waiting/ })
  await lone.click()
  const hint = tray.getByRole('status').filter({ hasText: 'Perhaps on “Waiting room”' })
  await expect(hint).toContainText('3 similar quotes lie there')
  await expect(hint).toContainText(/shared words: .*hours/)
  await page.keyboard.press('y')
  await expect(lone).toHaveCount(0)
  await ada.saved()
  expect((await exportJson(server.address, map)).quotes[3]).toMatchObject({ touchpoint: 'room' })
})
