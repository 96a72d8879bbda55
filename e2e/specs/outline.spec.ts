import { exportJson } from '../fixtures/api.ts'
import { expectAccessible } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/test.ts'

const PHONE = { width: 390, height: 844, touch: true }

test('a map can be read as an outline, and what a colleague changes is there at once', async ({
  server,
  made,
  join,
}) => {
  const sample = await exportJson(server.address, await made({ sample: true }))
  const promises = [{ id: 'call', touchpoint: 't-form', standard: 'check-ins', text: 'We call on day two.' }]
  const map = await made({ ...sample, promises })
  const ada = await join('Ada', map)
  const ben = await join('Ben', map, 'viewer')
  await ben.page.getByRole('button', { name: 'More' }).click()
  await ben.page.getByRole('menuitem', { name: 'Read as an outline' }).click()
  const outline = ben.page.getByRole('main')
  await expect(outline.getByRole('heading', { level: 1 })).toHaveText(/Spoke & Chain/)
  await expect(outline.getByRole('heading', { level: 2, name: 'Wait' })).toBeVisible()
  await expect(outline.getByRole('heading', { level: 4, name: 'Book a slot on the form' })).toBeAttached()
  await expect(outline.getByText('“The form is good. On the phone my English goes away.”')).toBeAttached()
  await expect(outline.getByRole('list', { name: 'Promises' }).first()).toContainText(
    'Check-ins, promised to customers: We call on day two.No day yet',
  )
  await expect(outline.getByRole('list', { name: 'Opportunities' }).first()).toContainText(/behind it.*votes?/)
  await expect(outline.getByRole('region', { name: 'What we learned' })).toBeAttached()

  await ada.card('t-form').click()
  await ada.page.getByRole('complementary').getByRole('textbox', { name: 'Title' }).fill('Book on the website')
  await expect(outline.getByRole('heading', { level: 4, name: 'Book on the website' })).toBeAttached()

  await ben.page.getByRole('navigation', { name: 'Stages' }).getByRole('button', { name: 'Ride again' }).click()
  await expect(outline.getByRole('heading', { name: 'Ride again' })).toBeFocused()
  await ben.page.getByRole('link', { name: 'Open the map' }).click()
  await ben.ready()
})

test('on a phone the outline is offered once, and words can be added there', async ({ made, join }) => {
  const map = await made({ sample: true })
  const { page } = await join('Cleo', map, 'contributor', PHONE)
  await page.getByRole('button', { name: 'Read the outline' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Add a quote' }).click()
  await page.getByRole('textbox', { name: 'In the customer’s own words' }).fill('The bell fell off on the way home.')
  await page.getByRole('button', { name: 'Touchpoint' }).click()
  await page.getByRole('option', { name: /Ride home/ }).click()
  await page.getByRole('button', { name: 'Add quote' }).click()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Show every quote' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('main').getByText('“The bell fell off on the way home.”')).toBeAttached()

  await page.getByRole('link', { name: 'Open the map' }).click()
  await expect(page.getByTestId('canvas')).toHaveAttribute('data-ready', 'true')
  await expect(page.getByRole('button', { name: 'Read as an outline' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Read the outline' })).toHaveCount(0)
})

test('an outline can be used by everybody', async ({ server, made, join }) => {
  const map = await made({ sample: true })
  const { page } = await join('Ada', map)
  await page.goto(`${server.address}/m/${map.id}/outline`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessible(page, 'outline')
})
