import { expectAccessible } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/test.ts'

const KINDS = ['worked', 'did-not-work', 'wish', 'other'] as const
const COUNT = 800

/** A touchpoint on which 400 people spoke twice, and what the team assumed of it. */
const MANY = {
  ...{ format: 'verbatim-map', version: 1, map: { title: 'Many' } },
  stages: [{ id: 's', name: 'Call' }],
  lanes: [{ id: 'l', name: 'Where we meet', kind: 'frontstage' }],
  touchpoints: [
    { id: 't', title: 'Ring the hotline', stage: 's', lane: 'l' },
    { id: 'u', title: 'Write a letter', stage: 's', lane: 'l' },
  ],
  customers: Array.from({ length: COUNT / 2 }, (_, at) => ({ id: `c${at}`, alias: `Customer ${at + 1}` })),
  quotes: Array.from({ length: COUNT }, (_, at) => ({
    id: `q${at}`,
    text: `Words ${at}${' and more of them'.repeat(at % 40)}.`,
    customer: `c${at % (COUNT / 2)}`,
    touchpoint: 't',
    kind: KINDS[at % 4],
    feeling: (at % 5) - 2,
    saidOn: `2026-01-${String((at % 28) + 1).padStart(2, '0')}`,
  })),
  assumptions: [{ id: 'a', about: 't', text: 'Somebody always picks up.' }],
  evidence: Array.from({ length: 60 }, (_, at) => ({
    id: `e${at}`,
    claim: 'a',
    quote: `q${at}`,
    stance: at % 3 === 0 ? 'contradicts' : 'supports',
  })),
}

test('800 quotes on a touchpoint are read, sorted and moved with few of them drawn', async ({ made, join }) => {
  const ada = await join('Ada', await made(MANY))
  const { page } = ada
  await ada.card('t').click()
  const inspector = page.getByRole('complementary', { name: 'Touchpoint' })
  await expect(inspector).toContainText('800 quotes from 400 customers')
  const words = inspector.getByRole('list', { name: 'What customers said' })
  // What is bad and what is good gets the same room.
  for (const kind of ['Did not work', 'Worked', 'Wishes', 'Other words']) {
    await expect(words.getByRole('heading', { name: kind })).toBeAttached()
  }
  expect(await words.getByRole('blockquote').count()).toBeLessThanOrEqual(12)
  await words.getByRole('button', { name: 'Show all 200 Worked' }).click()
  await expect(words.getByRole('heading', { name: /^Worked/ })).toContainText('200 quotes')

  await inspector.getByRole('combobox', { name: 'Group' }).selectOption('In one list')
  await inspector.getByRole('combobox', { name: 'Sort' }).selectOption('Longest first')
  const first = words.locator('[data-row="q119"]')
  await expect(first).toContainText('Words 119')
  expect(await words.getByRole('blockquote').count()).toBeLessThan(45)
  await first.focus()
  await page.keyboard.press('ArrowDown')
  await expect(words.locator('[data-row="q159"]')).toBeFocused()
  await page.keyboard.press('End')
  const last = words.locator('[data-row="q0"]')
  await expect(last).toBeFocused()
  await expect(last).toBeInViewport()
  expect(await words.getByRole('blockquote').count()).toBeLessThan(45)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Customer 1' })).toContainText('Words 0.')
  await page.keyboard.press('Escape')
  await expect(last).toBeFocused()
  await page.keyboard.press('m')
  await page.getByRole('combobox', { name: 'Find a touchpoint' }).fill('letter')
  await page.keyboard.press('Enter')
  await expect(ada.card('u')).toContainText('heard from 1')
  await expect(inspector).toContainText('799 quotes from 400 customers')

  await inspector.getByRole('combobox', { name: 'Group' }).scrollIntoViewIfNeeded()
  await inspector.getByRole('combobox', { name: 'Group' }).selectOption('By customer')
  await inspector.getByRole('combobox', { name: 'Sort' }).selectOption('Oldest first')
  await expect(words.getByRole('heading', { name: 'Customer 29 2 quotes', exact: true })).toBeAttached()
  await expectAccessible(page, 'a long list')
})

test('the words behind a ring show both sides in the same room, one press from the card', async ({ made, join }) => {
  const { page, ...ada } = await join('Ada', await made(MANY)).then(one => ({ page: one.page, card: one.card('t') }))
  await ada.card.click()
  await page.getByRole('button', { name: 'Read what 400 customers felt' }).click()
  await expect(page.getByRole('region', { name: 'Felt here' })).toContainText('400 customers, 800 quotes')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Read what is behind it, 40 for it, 20 against it/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Somebody always picks up.' })
  for (const [side, all] of [
    ['Say this', 40],
    ['Say the opposite', 20],
  ] as const) {
    const region = dialog.getByRole('region', { name: side, exact: true })
    await expect(region.getByRole('blockquote')).toHaveCount(5)
    await expect(region.getByRole('button', { name: `Show all ${all}` })).toBeVisible()
  }
  const against = dialog.getByRole('region', { name: 'Say the opposite' })
  await against.getByRole('button', { name: 'Show all 20' }).click()
  await dialog.getByRole('combobox', { name: 'Sort' }).selectOption('Worst felt first')
  await expect(against.getByRole('listitem').first()).toContainText('Words 45 ')
  await against.getByRole('button', { name: 'Where it was said' }).first().click()
  await expect(against).toContainText('Reached us')
  await expectAccessible(page, 'words behind a ring')
  await against
    .getByRole('button', { name: /^On “Ring the hotline”/ })
    .first()
    .click()
  await expect(dialog).toHaveCount(0)
})
