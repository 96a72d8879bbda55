import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/test.ts'

const NOW = {
  ...{ format: 'verbatim-map', version: 1, map: { title: 'As it is', voicesNeeded: 1 } },
  personas: [
    { id: 'daily', name: 'Rides every day' },
    { id: 'family', name: 'Carries somebody' },
  ],
  stages: [{ id: 's1', name: 'Bring' }],
  lanes: [{ id: 'l', name: 'Where we meet', kind: 'frontstage' }],
  touchpoints: [
    { id: 't1', title: 'Hand over', stage: 's1', lane: 'l' },
    { id: 't2', title: 'Estimate', stage: 's1', lane: 'l' },
  ],
  customers: [
    { id: 'c1', alias: 'Customer 1', persona: 'daily' },
    { id: 'c2', alias: 'Customer 2', persona: 'family' },
  ],
  quotes: [
    { id: 'q-1', text: 'Quick.', customer: 'c1', touchpoint: 't1', feeling: 2, saidOn: '2025-01-10' },
    { id: 'q-2', text: 'I waited.', customer: 'c2', touchpoint: 't1', feeling: -1, saidOn: '2026-01-10' },
  ],
}

/** The same journey as it could be: other ids, a stage that is called the same, and a step that is new. */
const FUTURE = {
  ...{ format: 'verbatim-map', version: 1, map: { title: 'As it could be', state: 'future' } },
  stages: [{ id: 'x', name: 'bring' }],
  lanes: [{ id: 'y', kind: 'frontstage' }],
  touchpoints: [
    { id: 'z1', title: 'Hand over', stage: 'x', lane: 'y' },
    { id: 'z2', title: 'Choose a time', stage: 'x', lane: 'y' },
  ],
  assumptions: [{ id: 'a', about: 'z1', text: 'No queue.', feeling: 2 }],
  customers: [{ id: 'guest', alias: 'Guest 1' }],
  quotes: [{ id: 'told', text: 'No queue at all.', customer: 'guest', touchpoint: 'z1' }],
}

async function compare(page: Page): Promise<Locator> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Find anything' }).fill('Compare')
  await page.keyboard.press('Enter')
  const view = page.getByRole('dialog', { name: 'What we know' })
  await expect(view.getByRole('combobox', { name: 'Side A' })).toBeVisible()
  return view
}

function row(view: Locator, name: string): Locator {
  return view.getByRole('row', { name: new RegExp(`^${name}`) })
}

test('two personas stand side by side while a colleague adds to one, and two spans of time do', async ({
  made,
  join,
}) => {
  const map = await made(NOW)
  const ada = await join('Ada', map)
  const ben = await join('Ben', map)
  const view = await compare(ada.page)
  await expect(row(view, 'Hand over')).toContainText('B feels 3 steps worse')
  await expect(view.getByRole('status').filter({ hasText: 'Furthest apart' })).toContainText('Hand over')
  await expect(view.getByRole('img', { name: /Both emotional journeys/ })).toBeVisible()
  await expectAccessible(ada.page, 'comparing two personas')
  // Each number leads to the words of its own side.
  await row(view, 'Hand over')
    .getByRole('button', { name: /^Read what 1 customer said: .*Carries somebody/ })
    .press('Enter')
  const words = view.getByRole('region', { name: 'Hand over, Carries somebody' })
  await expect(words.getByRole('blockquote')).toHaveText('“I waited.”')
  await words.getByRole('button', { name: 'Close' }).click()

  await ben.card('t1').click()
  const inspector = ben.page.getByRole('complementary', { name: 'Touchpoint' })
  await inspector.getByRole('button', { name: 'Delete this touchpoint' }).click()
  await expect(row(view, 'Hand over')).toHaveCount(0)
  await ben.page.keyboard.press('ControlOrMeta+z')
  await expect(row(view, 'Hand over')).toContainText('B feels 3 steps worse')

  for (const side of ['A', 'B'])
    await view.getByRole('combobox', { name: `Side ${side}` }).selectOption('A span of time')
  await view.getByLabel('To', { exact: true }).first().fill('2025-06-30')
  await view.getByLabel('From', { exact: true }).last().fill('2025-07-01')
  await expect(view.getByRole('columnheader', { name: 'A: Until 30 Jun 2025' })).toBeVisible()
  await expect(row(view, 'Hand over')).toContainText('B feels 3 steps worse')
})

test('the journey as it is stands beside the one as it could be, of this browser or from a file', async ({
  made,
  join,
}) => {
  const future = await made(FUTURE)
  const map = await made(NOW)
  const ada = await join('Ada', map)
  const ben = await join('Ben', map)
  const view = await compare(ada.page)
  await view.getByRole('combobox', { name: 'Side A' }).selectOption('Everybody')
  const file = view.getByLabel('File for side B')
  await file.setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{') })
  await expect(view).toContainText('not readable as JSON')
  const buffer = Buffer.from(JSON.stringify(FUTURE))
  await file.setInputFiles({ name: 'future.json', mimeType: 'application/json', buffer })
  await expect(row(view, 'Hand over')).toContainText('B feels 1½ steps better')
  await expect(row(view, 'Choose a time')).toContainText('not there')
  await expectAccessible(ada.page, 'comparing with another map')
  await row(view, 'Hand over')
    .getByRole('button', { name: /said: .*future/ })
    .click()
  await expect(view.getByRole('region', { name: /future/ })).toContainText('“No queue at all.”')
  await view.getByRole('button', { name: 'Close' }).click()

  // Opened in this browser, it is chosen by its name.
  const other = await ada.page.context().newPage()
  await other.goto(ada.page.url().replace(/\/m\/.*/, `/m/${future.id}#${future.links.viewer.token}`))
  await expect(other.getByTestId('canvas')).toHaveAttribute('data-ready', 'true')
  await other.close()
  await ada.page.keyboard.press('Escape')
  const again = await compare(ada.page)
  await again.getByRole('combobox', { name: 'Side A' }).selectOption('Everybody')
  await again.getByRole('combobox', { name: 'Side B' }).selectOption('As it could be')
  await expect(again.getByRole('columnheader', { name: 'B: As it could be (future state)' })).toBeVisible()
  await expect(row(again, 'Hand over')).toContainText('B feels 1½ steps better')
  // What a colleague changes stands there at once.
  await ben.rename('t1', 'Choose a time')
  await expect(row(again, 'Hand over')).toContainText('not there')
})
