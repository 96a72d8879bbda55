import type { Locator, Page } from '@playwright/test'
import { exportJson } from '../fixtures/api.ts'
import { expectAccessible } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/test.ts'

/** One long story that crosses the journey, and a number in it that nobody should see. */
const STORY = 'I rang and nobody came. 😀 The van was late by an hour. Then the nurse was kind. Ring 020 7946 0018.'
const TOLD = {
  ...{ format: 'verbatim-map', version: 1, map: { title: 'Told', voicesNeeded: 2 } },
  personas: [{ id: 'p', name: 'Parents' }],
  sources: [{ id: 'letters', name: 'Letters', method: 'Complaints', asked: 40, from: '2026-01-01', to: '2026-03-31' }],
  stages: [
    { id: 's1', name: 'Call' },
    { id: 's2', name: 'Wait' },
  ],
  lanes: [{ id: 'l', name: 'Where we meet', kind: 'frontstage' }],
  touchpoints: [
    { id: 't1', title: 'Ring the hotline', stage: 's1', lane: 'l' },
    { id: 't2', title: 'Wait for the van', stage: 's2', lane: 'l' },
  ],
  customers: [{ id: 'c', alias: 'Customer 1', persona: 'p' }],
  quotes: [
    { id: 'q', text: STORY, customer: 'c', touchpoint: 't1', kind: 'did-not-work', source: 'letters', ref: 'L-7' },
  ],
}

function reading(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Customer 1' })
}

async function openFromCard(page: Page, card: Locator): Promise<Locator> {
  await card.click()
  const inspector = page.getByRole('complementary', { name: 'Touchpoint' })
  await inspector.getByRole('button', { name: 'More about this quote' }).click()
  await page.getByRole('menuitem', { name: /^Read in full/ }).click()
  await expect(reading(page)).toBeVisible()
  return reading(page)
}

test('a part of a story becomes an excerpt of its own, and its customer still counts once', async ({
  server,
  made,
  join,
}) => {
  const map = await made(TOLD)
  const ada = await join('Ada', map)
  const ben = await join('Ben', map)
  const { page } = ada
  const dialog = await openFromCard(page, ada.card('t1'))
  await expect(dialog.getByRole('button', { name: 'Make an excerpt' })).toBeDisabled()

  // By keys alone: to the end of the first sentence, and over the emoji and the five words of the second.
  const story = dialog.getByRole('textbox', { name: 'The quote in full' })
  await story.focus()
  await page.keyboard.press('ControlOrMeta+Home')
  for (let at = 0; at < STORY.indexOf('😀'); at += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  for (let at = 0; at < ' The van was late'.length; at += 1) await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('😀 The van was late')
  await page.keyboard.type('xyz')
  await expect(story).toHaveText(/^I rang and nobody came\. 😀 The van was late by an hour/)
  await page.keyboard.press('Enter')
  const form = dialog.getByRole('region', { name: 'New excerpt' })
  await expect(form).toContainText('“[…] 😀 The van was late […]”')
  for (const _ of 'by') await form.getByRole('button', { name: 'Ends one word later' }).click()
  await form.getByRole('button', { name: 'Ends one word later' }).click()
  await expect(form).toContainText('“[…] 😀 The van was late by an hour […]”')
  await form.getByRole('button', { name: 'Touchpoint' }).click()
  await page.getByRole('option', { name: 'Wait for the van Wait' }).click()
  await form.getByRole('radio', { name: 'very bad' }).check({ force: true })
  await form.getByRole('combobox', { name: 'Answers' }).selectOption('What worries them?')
  await dialog.getByRole('button', { name: 'Save excerpt' }).click()
  const list = dialog.getByRole('region', { name: 'Excerpts' })
  await expect(list).toContainText('😀 The van was late by an hour')
  await expect(list).toContainText('On “Wait for the van”')
  await expect(list).toContainText('Answers “What worries them?”')
  await expect(dialog.locator('mark')).toHaveText('😀 The van was late by an hour')
  await expectAccessible(page, 'a quote in full')
  await page.keyboard.press('Escape')

  await expect(ben.card('t2')).toContainText('“[…] 😀 The van was late')
  await expect(ben.card('t1')).toContainText('heard from 1')
  await expect(ben.card('t2')).toContainText('heard from 1')
  await ada.saved()
  const then = await exportJson(server.address, map)
  expect(then.excerpts).toMatchObject([{ quote: 'q', touchpoint: 't2', kind: null, feeling: -2 }])
  expect(then.evidence).toMatchObject([{ claim: 'q4', quote: then.excerpts?.[0]?.id, stance: 'supports' }])
  expect(then.quotes[0]?.text).toMatch(/^I rang and nobody came\. 😀 The van/)

  // The rest is one press away, for whoever meets the excerpt first.
  await ben.card('t2').click()
  await ben.page.getByRole('button', { name: 'Show the rest' }).click()
  await expect(reading(ben.page).getByText('Then the nurse was kind.')).toBeVisible()
  await reading(ben.page).getByRole('button', { name: 'Change this excerpt' }).click()
  await reading(ben.page).getByRole('button', { name: 'Begins one word later' }).click()
  await reading(ben.page).getByRole('button', { name: 'Save changes' }).click()
  await ben.page.keyboard.press('Escape')
  await expect(ada.card('t2')).toContainText('“[…] The van was late')
  await ben.page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(ada.card('t2')).toContainText('“[…] 😀 The van was late')
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(ben.card('t2')).not.toContainText('The van was late')
})

test('original words show to whom the map lets, and are hidden again', async ({ made, join }) => {
  const map = await made(TOLD)
  const [ada, fay] = [await join('Ada', map), await join('Fay', map, 'facilitator')]
  const dialog = await openFromCard(ada.page, ada.card('t1'))
  await expect(dialog).not.toContainText('7946')
  await dialog.getByRole('button', { name: 'Show the original words' }).click()
  await expect(dialog.getByRole('region', { name: 'The original words' })).toContainText('Ring 020 7946 0018.')
  await ada.page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await openFromCard(ada.page, ada.card('t1'))
  await expect(dialog).not.toContainText('7946')

  await fay.page.getByRole('button', { name: 'Share', exact: true }).click()
  const share = fay.page.getByRole('dialog', { name: 'Share this map' })
  await share.getByRole('combobox', { name: /original words/ }).selectOption('Facilitators only')
  await fay.page.keyboard.press('Escape')
  await expect(dialog.getByRole('button', { name: 'Show the original words' })).toHaveCount(0)
  await openFromCard(fay.page, fay.card('t1'))
  await reading(fay.page).getByRole('button', { name: 'Show the original words' }).click()
  await expect(reading(fay.page)).toContainText('Ring 020 7946 0018.')
})

test('a source says how it was collected and how many of those asked were heard', async ({ made, join }) => {
  const map = await made(TOLD)
  const ada = await join('Ada', map)
  const ben = await join('Ben', map)
  // Ben looks at the same, by keys alone.
  await ben.page.keyboard.press('ControlOrMeta+k')
  await ben.page.getByRole('combobox', { name: 'Find anything' }).fill('Sources')
  await ben.page
    .getByRole('option', { name: /^Sources/ })
    .first()
    .waitFor()
  await ben.page.keyboard.press('Enter')
  const seen = ben.page.getByRole('dialog').getByRole('listitem')
  await expect(seen).toContainText(['Letters1 of 40 asked'])
  const { page } = ada
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Sources' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('listitem')).toContainText(['Letters1 of 40 asked'])
  // The number leads to the words.
  await dialog.getByRole('button', { name: 'Read what 1 of 40 asked: Letters' }).press('Enter')
  const answers = page.getByRole('dialog').filter({ has: page.getByRole('region', { name: 'Answered' }) })
  await expect(answers).toContainText('I rang and nobody came.')
  await page.keyboard.press('Escape')
  await expect(answers).toHaveCount(0)
  await dialog.getByRole('button', { name: /^Letters/ }).click()
  await dialog.getByRole('textbox', { name: 'How many were asked' }).fill('many')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toContainText('A whole number')
  await dialog.getByRole('textbox', { name: 'How many were asked' }).fill('212')
  await dialog.getByRole('textbox', { name: 'Who collected it' }).fill('Fay')
  await expectAccessible(page, 'a source')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('listitem')).toContainText(['1 of 212 asked'])
  await expect(seen).toContainText(['1 of 212 asked'])
  await dialog.getByRole('button', { name: /^Letters/ }).click()
  await dialog.getByRole('button', { name: 'Count only these' }).click()
  await expect(page.getByRole('status', { name: 'Filter' })).toContainText('1 of 212 asked')

  await ada.card('t1').click()
  const inspector = page.getByRole('complementary', { name: 'Touchpoint' })
  await expect(inspector).toContainText('Customer 1 · Parents · Letters')
  await inspector.getByRole('button', { name: 'Where it was said' }).click()
  await expect(inspector).toContainText('1 of 212 asked')
  await expect(inspector).toContainText('L-7')
})
