import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/test.ts'

const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

/** A touchpoint with something promised, something that hurts and something that could be better. */
const PROMISED = {
  ...{ format: 'verbatim-map', version: 1 },
  map: {
    title: 'Promised',
    voicesNeeded: 2,
    scenario: 'The bike makes a noise.',
    whyHired: 'To ride again on Friday.',
  },
  personas: [{ id: 'daily', name: 'Rides every day' }],
  teams: [{ id: 'desk', name: 'Front desk' }],
  stages: [
    { id: 's1', name: 'Bring' },
    { id: 's2', name: 'Fetch' },
  ],
  lanes: [{ id: 'l', name: 'Where we meet', kind: 'frontstage' }],
  touchpoints: [
    { id: 't1', title: 'Hand over', stage: 's1', lane: 'l' },
    { id: 't2', title: 'Pay', stage: 's2', lane: 'l' },
  ],
  customers: [
    { id: 'c1', alias: 'Customer 1' },
    { id: 'c2', alias: 'Customer 2' },
  ],
  quotes: [
    { id: 'q-1', text: 'Nobody rang.', customer: 'c1', touchpoint: 't1', kind: 'did-not-work', feeling: -2 },
    { id: 'q-2', text: 'They gave me a loan bike.', customer: 'c2', touchpoint: 't1', kind: 'worked', feeling: 1 },
  ],
  painPoints: [
    { id: 'p1', title: 'No word for days', touchpoint: 't1', severity: 4 },
    {
      id: 'p2',
      title: 'The bill',
      touchpoint: 't2',
      lesson: 'Ask before it costs more.',
      team: 'desk',
      status: 'mended',
    },
  ],
  opportunities: [
    { id: 'o1', title: 'A message each day', touchpoint: 't1', painPoints: ['p1'] },
    { id: 'o2', title: 'Open on Sundays', touchpoint: 't1' },
  ],
  evidence: [
    { id: 'e1', claim: 'p1', quote: 'q-1' },
    { id: 'e2', claim: 'whyHired', quote: 'q-2' },
    { id: 'e3', claim: 'q9', quote: 'q-2', stance: 'supports' },
    { id: 'e4', claim: 'q9', quote: 'q-1', stance: 'contradicts' },
  ],
  promises: [
    {
      ...{ id: 'pr1', touchpoint: 't1', side: 'customer', standard: 'check-ins', text: 'We ring each week.' },
      ...{ madeOn: ago(100), everyDays: 30, checks: [{ on: ago(35), heard: 'All is well.' }] },
    },
    {
      id: 'pr2',
      touchpoint: 't1',
      side: 'customer',
      standard: 'return',
      checks: [{ on: ago(3), asked: 20, would: 12 }],
    },
  ],
}

function part(page: Page, name: string): Locator {
  return page.getByRole('complementary', { name: 'Touchpoint' }).getByRole('region', { name, exact: true })
}

async function known(page: Page, tab: string): Promise<Locator> {
  await page.keyboard.press('w')
  const view = page.getByRole('dialog', { name: 'What we know' })
  await view.getByRole('tab', { name: tab }).click()
  return view
}

test('what is promised to customers stands beside what is promised to staff, and a check-in ends the flag', async ({
  made,
  join,
}) => {
  const map = await made(PROMISED)
  const ada = await join('Ada', map)
  const ben = await join('Ben', map, 'viewer')
  await expect(ben.card('t1')).toHaveAccessibleName(/a promise is overdue/)
  const seen = await known(ben.page, 'Promises')
  const due = seen.getByRole('list', { name: 'Due, overdue or broken' })
  await expect(due.getByRole('listitem')).toHaveCount(1)
  await expect(due).toContainText('days overdue')
  await expect(seen).toContainText('At the end: 12 of 20 would return or refer')

  await ada.card('t1').click()
  const promises = part(ada.page, 'Promises')
  await expect(promises.getByRole('button', { name: /^At the end, customers: 12 of 20/ })).toBeVisible()
  await promises.getByRole('button', { name: /^Check-ins, customers: \d days overdue/ }).click()
  await promises.getByRole('button', { name: 'Add a check-in' }).click()
  const form = promises.getByRole('form', { name: 'New check-in' })
  await form.getByLabel('What was heard').fill('Two waited for a call.')
  await form.getByLabel('What was done').fill('A list of calls hangs by the phone.')
  await expectAccessible(ada.page, 'a promise with a new check-in')
  await form.getByRole('button', { name: 'Add' }).click()
  await expect(promises.getByRole('button', { name: /^Check-ins, customers: Next/ })).toBeVisible()
  await expect(promises.getByRole('listitem').first()).toContainText('Two waited for a call.')
  await expect(ada.card('t1')).not.toHaveAccessibleName(/promise/)
  await expect(seen).toContainText('Nothing is due')

  // The mirror, by key alone; not kept is said of the newest check.
  const mirror = promises.getByRole('button', { name: 'Promise: Agreement, staff' })
  await mirror.focus()
  await ada.page.keyboard.press('Enter')
  await ada.page.keyboard.type('Nobody promises a day for you.')
  await promises.getByRole('button', { name: 'Add a review' }).click()
  await ada.page.getByRole('checkbox', { name: 'The promise was kept' }).uncheck()
  await promises.getByRole('form').getByRole('button', { name: 'Add' }).click()
  await expect(due).toContainText('Not kept')
  await expect(due).toContainText('Agreement · to staff')
  await expect(seen.getByRole('region', { name: 'To staff' })).toContainText('Nobody promises a day for you.')
  await expectAccessible(ben.page, 'the register of promises')
  await due.getByRole('button', { name: 'Hand over' }).click()
  await expect(part(ben.page, 'Promises')).toContainText('Not kept')
  await expect(part(ben.page, 'Promises').getByRole('button', { name: /^Promise:/ })).toHaveCount(0)
})

test('a vote is one person’s, taken back by them, and lifts nothing over what customers said', async ({
  made,
  join,
}) => {
  const map = await made(PROMISED)
  const ada = await join('Ada', map)
  const ben = await join('Ben', map, 'contributor')
  const [own, theirs] = [await known(ada.page, 'Opportunities'), await known(ben.page, 'Opportunities')]
  await theirs.getByRole('button', { name: 'Vote for “Open on Sundays”, 0 votes' }).click()
  await own.getByRole('button', { name: 'Vote for “Open on Sundays”, 1 vote' }).click()
  const both = theirs.getByRole('button', { name: 'Vote for “Open on Sundays”, 2 votes' })
  await expect(both).toHaveAttribute('aria-pressed', 'true')
  // Customers come first, whatever is voted.
  await expect(theirs.getByRole('tabpanel').getByRole('listitem').first()).toContainText('1 customer behind it')
  await both.click()
  await expect(own.getByRole('button', { name: 'Vote for “Open on Sundays”, 1 vote' })).toBeVisible()

  await own.getByRole('button', { name: 'Open on Sundays', exact: true }).click()
  await own.getByLabel('Effort').selectOption('4')
  await own.getByLabel('Decision').fill('Not this year.')
  await own.getByRole('button', { name: /Add a pain point that it comes from/ }).click()
  await ada.page.getByRole('combobox', { name: 'Find a pain point' }).fill('bill')
  await ada.page.keyboard.press('Enter')
  await expect(own.getByRole('button', { name: 'Not from “The bill”' })).toBeVisible()
  await expectAccessible(ada.page, 'an opportunity that is written')
  await theirs.getByRole('button', { name: /^Open on Sundays/ }).click()
  await expect(theirs).toContainText('Not this year.')
  await expect(theirs).toContainText('effort 4 of 5')
})

test('a pain point goes its way with days and words, beside what worked, and leaves its lesson', async ({
  made,
  join,
}) => {
  const map = await made(PROMISED)
  const ada = await join('Ada', map)
  const ben = await join('Ben', map)
  await ben.card('t1').click()
  const theirs = part(ben.page, 'Pain points').getByRole('button', { name: /No word for days/ })
  await ada.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await ada.card('t1').click()
  const pains = part(ada.page, 'Pain points')
  await pains.getByRole('button', { name: /No word for days/ }).click()
  await expect(pains.getByRole('region', { name: 'What worked here' })).toContainText('“They gave me a loan bike.”')
  await pains.getByRole('radio', { name: 'Apologised' }).check()
  const words = pains.getByLabel('Apologised: in words')
  await words.fill('We wrote to both of them.')
  await words.blur()
  await pains.getByRole('radio', { name: 'Moved on' }).check()
  await pains.getByLabel('What we learned').fill('Silence is an answer too.')
  await pains.getByText('How it went').click()
  await expect(pains.getByLabel('Apologised: in words')).toHaveValue('We wrote to both of them.')
  await pains.getByRole('button', { name: 'Close No word for days' }).click()
  await expect(pains.getByRole('button', { name: /No word for days/ })).toContainText('Silence is an answer too.')
  // A colleague sees it, and opens by a key how it went.
  await expect(theirs).toContainText('Silence is an answer too.')
  await theirs.press('Enter')
  await expect(part(ben.page, 'Pain points').getByRole('radio', { name: 'Moved on' })).toBeChecked()
  await expect(ada.card('t1')).not.toHaveAccessibleName(/severity/)

  const lessons = await known(ada.page, 'Lessons')
  const list = lessons.getByRole('list', { name: 'Lessons' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expectAccessible(ada.page, 'the register of lessons')
  await lessons.getByRole('combobox', { name: 'Team' }).selectOption('Front desk')
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await lessons.getByRole('button', { name: 'Copy as Markdown' }).click()
  await expect(ada.page.getByText('1 lesson copied as Markdown.')).toBeVisible()
  expect(await ada.page.evaluate(() => navigator.clipboard.readText())).toContain('- Ask before it costs more.')
})

test('each person’s guess is kept, how far apart they are is seen, and all of them make the team’s', async ({
  made,
  join,
}) => {
  const map = await made(PROMISED)
  const ada = await join('Ada', map)
  const ben = await join('Ben', map)
  for (const person of [ada, ben]) await person.card('t1').click()
  const guess = (page: Page, name: string) => part(page, 'What we assume').getByRole('radio', { name, exact: true })
  await guess(ada.page, 'very good').check()
  await expect(part(ben.page, 'What we assume')).toContainText('very good')
  await guess(ben.page, 'bad').check()
  for (const { page } of [ada, ben]) {
    await expect(part(page, 'What we assume')).toContainText('2 of us guessed')
    await expect(part(page, 'What we assume')).toContainText('from bad to very good')
  }
  await expect(guess(ada.page, 'very good')).toBeChecked()
  await expect(guess(ben.page, 'bad')).toBeChecked()
})

test('on top of the map stand whose journey it is, why customers hire us and whether we matter, with their counts', async ({
  made,
  join,
}) => {
  const map = await made(PROMISED)
  const ada = await join('Ada', map)
  const ben = await join('Ben', map, 'editor', { width: 390, height: 844, touch: true })
  const lens = (page: Page) => page.getByRole('region', { name: 'Whose journey, and why they hire us' })
  await expect(lens(ada.page)).toContainText('The bike makes a noise.')
  await expect(lens(ada.page)).toContainText('1 yes, 1 no')
  await expect(lens(ben.page).getByRole('button', { name: /^Do we really matter.*1 yes, 1 no/ })).toBeInViewport()

  const toggle = lens(ada.page).getByRole('button', { name: /^About this map/ })
  await toggle.press('Enter')
  await lens(ada.page).getByRole('button', { name: 'Whose journey: Nobody’s yet' }).click()
  await ada.page.getByRole('option', { name: 'Rides every day' }).click()
  await expect(lens(ben.page).getByRole('button', { name: 'About this map: Rides every day' })).toBeVisible()
  await lens(ada.page).getByRole('textbox', { name: 'Goal' }).fill('Ride again.')
  await expectAccessible(ada.page, 'the lens')
  await lens(ada.page).getByRole('button', { name: 'Choose quotes that say this' }).click()
  const view = ada.page.getByRole('dialog', { name: 'What we know' })
  const found = view.getByRole('listitem').filter({ hasText: 'Nobody rang.' })
  await found.getByRole('button', { name: 'Says the opposite' }).click()
  await ada.page.keyboard.press('Escape')
  await ada.page.keyboard.press('Escape')
  const hired = lens(ben.page).getByRole('button', { name: /^Why customers hire us, 1 of 2.*, 1 the opposite/ })
  await hired.tap()
  await expect(ben.page.getByText('“They gave me a loan bike.”').first()).toBeVisible()
})
