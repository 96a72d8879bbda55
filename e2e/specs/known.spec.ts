import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/test.ts'

/** Two touchpoints of which one was heard about, and a claim that two customers contradict. */
const HEARD = {
  ...{ format: 'verbatim-map', version: 1, map: { title: 'Heard', voicesNeeded: 3 } },
  personas: [{ id: 'parents', name: 'Parents' }],
  sources: [{ id: 'talks', name: 'Talks in May', method: 'interview', asked: 7 }],
  stages: [
    { id: 's1', name: 'Ring up' },
    { id: 's2', name: 'Wait' },
  ],
  lanes: [{ id: 'l', name: 'Where we meet', kind: 'frontstage' }],
  touchpoints: [
    { id: 't1', title: 'Ring the hotline', stage: 's1', lane: 'l' },
    { id: 't2', title: 'Wait for the van', stage: 's2', lane: 'l' },
  ],
  customers: [
    { id: 'c1', alias: 'Customer 1', persona: 'parents' },
    { id: 'c2', alias: 'Customer 2' },
    { id: 'c3', alias: 'Customer 3' },
  ],
  quotes: [
    quote('q-1', 'Nobody picked up for an hour.', 'c1', {
      feeling: -2,
      source: 'talks',
      ref: 'tape 3',
      channel: 'Phone',
    }),
    quote('q-2', 'The kind voice calmed me down.', 'c2', { feeling: -1, kind: 'worked', channel: 'Phone' }),
    quote('q-3', 'I gave up and wrote a letter.', 'c3', { feeling: -2, channel: 'Letter' }),
  ],
  assumptions: [{ id: 'a1', about: 't1', text: 'Somebody always picks up.', feeling: 1 }],
  evidence: [
    { id: 'e1', claim: 'a1', quote: 'q-1', stance: 'contradicts' },
    { id: 'e2', claim: 'a1', quote: 'q-2', stance: 'supports' },
  ],
}

function quote(id: string, text: string, customer: string, fields: object) {
  return { id, text, customer, touchpoint: 't1', saidOn: '2026-05-04', ...fields }
}

function view(page: Page): Locator {
  return page.getByRole('dialog', { name: 'What we know' })
}

async function known(page: Page, part?: string | RegExp): Promise<Locator> {
  await page.keyboard.press('w')
  await expect(view(page)).toBeVisible()
  if (part !== undefined) await view(page).getByRole('tab', { name: part }).click()
  return view(page)
}

test('an answer that one person gives shows for the other, and is a quote on both sides of yes and no', async ({
  made,
  join,
}) => {
  const map = await made(HEARD)
  const ada = await join('Ada', map)
  const ben = await join('Ben', map)
  const seen = (await known(ben.page)).getByRole('article', { name: /Do we really matter/ })
  await expect(seen).toContainText('0 of 3 customers. 3 more are needed')

  const own = (await known(ada.page)).getByRole('article', { name: /Do we really matter/ })
  await own.getByRole('button', { name: 'Add an answer' }).click()
  await ada.page.getByRole('searchbox', { name: 'Search all quotes' }).fill('kind voice')
  const found = view(ada.page).getByRole('listitem').filter({ hasText: 'The kind voice' })
  await found.getByRole('button', { name: 'Yes' }).click()
  await ada.page.getByRole('searchbox', { name: 'Search all quotes' }).fill('gave up')
  await view(ada.page)
    .getByRole('listitem')
    .filter({ hasText: 'I gave up' })
    .getByRole('button', { name: 'No' })
    .click()

  await expect(seen).toContainText('2 of 3 customers: 1 yes, 1 no. 1 more is needed')
  await expect(seen.getByRole('region', { name: 'Yes' })).toContainText('“The kind voice calmed me down.”')
  await expect(seen.getByRole('region', { name: 'Yes' })).toContainText('Customer 2 · 4 May 2026 · Phone')
  await expect(seen.getByRole('region', { name: 'No' })).toContainText('“I gave up and wrote a letter.”')

  await seen.getByRole('region', { name: 'No' }).getByRole('button', { name: 'Remove this answer' }).click()
  await expect(own).toContainText('1 of 3 customers: 1 yes, 0 no. 2 more are needed')
  await ben.page.getByRole('button', { name: 'Undo' }).click()
  await expect(own).toContainText('2 of 3 customers: 1 yes, 1 no')
})

test('a part of a long story answers as well as a whole quote, by key too, and leads to the whole', async ({
  made,
  join,
}) => {
  const excerpts = [{ id: 'x', quote: 'q-3', start: 0, end: 9, touchpoint: 't2' }]
  const { page } = await join('Ada', await made({ ...HEARD, excerpts }))
  const board = await known(page)
  const worries = board.getByRole('article', { name: 'What worries them?' })
  await worries.getByRole('button', { name: 'Add an answer' }).press('Enter')
  await page.keyboard.type('gave up')
  const part = board.getByRole('list', { name: 'Parts of this quote' }).getByRole('listitem')
  await expect(part).toContainText('“I gave up […]”')
  await expect(part).toContainText('A part of it, on “Wait for the van”')
  await part.getByRole('group', { name: 'This part' }).getByRole('button', { name: 'Answers this' }).press('Enter')
  await expect(worries).toContainText('“I gave up […]”')
  await expect(worries).toContainText('1 of 3 customers')
  // The whole beside it is the same customer’s.
  await board.getByRole('group', { name: 'The whole quote' }).getByRole('button', { name: 'Answers this' }).click()
  await expect(worries).toContainText('1 of 3 customers')
  await part.getByRole('button', { name: 'Show the rest' }).click()
  const whole = page.getByRole('dialog', { name: 'Customer 3' })
  await expect(whole.locator('mark')).toHaveText('I gave up')
  await expect(whole).toContainText('and wrote a letter.')
})

test('answers are looked at for one persona or one stage', async ({ made, join }) => {
  const evidence = [
    { id: 'e1', claim: 'q4', quote: 'q-1' },
    { id: 'e2', claim: 'q4', quote: 'q-2' },
  ]
  const ada = await join('Ada', await made({ ...HEARD, evidence }), 'viewer')
  const worries = (await known(ada.page)).getByRole('article', { name: 'What worries them?' })
  await expect(worries).toContainText('2 of 3 customers')
  await view(ada.page).getByRole('combobox', { name: 'Whose answers' }).selectOption('Parents')
  await expect(worries).toContainText('1 of 3 customers')
  await expect(worries).not.toContainText('kind voice')
  await view(ada.page).getByRole('combobox', { name: 'About which stage' }).selectOption('Wait')
  await expect(worries).toContainText('0 of 3 customers')
  // Who looks only, changes nothing.
  await expect(view(ada.page).getByRole('button', { name: /Add an answer|Remove/ })).toHaveCount(0)
})

test('a filter recounts cards, inspector, tray and view for one person alone, and says so', async ({ made, join }) => {
  const map = await made(HEARD)
  const ada = await join('Ada', map)
  const ben = await join('Ben', map)
  await ada.page.keyboard.press('f')
  await ada.page.getByRole('dialog', { name: 'Filter quotes' }).getByRole('button', { name: 'Phone 2' }).click()
  await ada.page.getByRole('button', { name: 'Done' }).click()
  const line = ada.page.getByRole('status', { name: 'Filter' })
  await expect(line).toContainText('Counting 2 of 3 quotes, 2 customers')
  await expect(line).toContainText('Fewer than the 3 customers that this map needs')

  await line.getByRole('button', { name: /^Counting 2/ }).press('Enter')
  await expect(ada.page.getByRole('region', { name: 'Customers said' }).getByRole('blockquote')).toHaveCount(2)
  await ada.page.keyboard.press('Escape')

  await expect(ada.card('t1')).toContainText('heard from 2')
  await expect(ben.card('t1')).toContainText('heard from 3')
  await expect(ben.page.getByRole('status', { name: 'Filter' })).toHaveCount(0)
  await ada.card('t1').click()
  const inspector = ada.page.getByRole('complementary', { name: 'Touchpoint' })
  await expect(inspector).toContainText('2 quotes from 2 customers')
  await expect(inspector).toContainText('2 spoke about this touchpoint, 2 are on the map')
  await expect(inspector.getByRole('blockquote')).toHaveCount(2)
  await expect(inspector).not.toContainText('wrote a letter')
  await ada.page.keyboard.press('Escape')
  await ada.page.getByRole('button', { name: 'Quotes tray' }).click()
  const tray = ada.page.getByRole('complementary', { name: 'Quotes' })
  await expect(tray).toContainText('0 of 2 unplaced')
  await tray.getByRole('button', { name: 'Close' }).click()

  const coverage = await known(ada.page, 'Coverage')
  await expect(coverage.getByRole('status', { name: 'Filter' })).toContainText('Counting 2 of 3 quotes')
  await expect(coverage.getByRole('button', { name: /^Ring up, Where we meet: 2 customers/ })).toBeVisible()
  await coverage.getByRole('button', { name: 'Show all' }).click()
  await expect(coverage.getByRole('button', { name: /^Ring up, Where we meet: 3 customers, enough/ })).toBeVisible()
  await ada.page.keyboard.press('Escape')
  await expect(line).toHaveCount(0)
  await expect(ada.card('t1')).toContainText('heard from 3')
})

test('coverage is walked through by arrows, leads to the words, and on to their source', async ({ made, join }) => {
  const ada = await join('Ada', await made(HEARD), 'viewer')
  const coverage = await known(ada.page, 'Coverage')
  await coverage
    .getByRole('grid')
    .getByRole('button', { name: /^Ring up, Where we meet/ })
    .focus()
  await ada.page.keyboard.press('ArrowRight')
  await expect(coverage.getByRole('button', { name: /^Wait, Where we meet: nobody heard/ })).toBeFocused()
  await ada.page.keyboard.press('ArrowDown')
  await ada.page.keyboard.press('ArrowLeft')
  await expect(coverage.getByRole('button', { name: /^Ring up, Parents: 1 customer, 2 more needed/ })).toBeFocused()
  await ada.page.keyboard.press('Enter')
  const words = coverage.getByRole('region', { name: 'Ring up, Parents' })
  await expect(words.getByRole('heading', { name: 'Ring up, Parents' })).toBeFocused()
  await expect(words).toContainText('“Nobody picked up for an hour.”')
  await expect(words).toContainText('Customer 1 · Parents · 4 May 2026 · Phone · Talks in May')
  await words.getByRole('button', { name: 'Where it was said' }).click()
  await expect(words).toContainText('1 of 7 asked')
  await expect(words).toContainText('tape 3')
  await ada.page.keyboard.press('Escape')
  await expect(words).toHaveCount(0)
  await expect(coverage.getByRole('button', { name: /^Ring up, Parents/ })).toBeFocused()
  await ada.page.keyboard.press('ArrowUp')
  await ada.page.keyboard.press('ArrowRight')
  await ada.page.keyboard.press('Enter')
  await expect(view(ada.page)).toHaveCount(0)
  await expect(ada.page.getByRole('complementary', { name: 'Touchpoint' })).toContainText('Wait for the van')
})

test('the weakest claims lead to the map and become a plan that can be taken along', async ({ made, join }) => {
  const ada = await join('Ada', await made(HEARD))
  const weakest = await known(ada.page, /Weakest claims/)
  const row = weakest.getByRole('listitem').filter({ hasText: 'Somebody always picks up.' })
  await expect(row).toContainText('One customer alone said this')
  await expect(row).toContainText('2 more customers needed')
  await row.getByRole('button', { name: /^Read what is behind it, 1 of 3/ }).click()
  await expect(weakest.getByRole('region', { name: 'Say the opposite' })).toContainText(
    '“Nobody picked up for an hour.”',
  )
  await ada.page.keyboard.press('Escape')

  await weakest.getByRole('button', { name: 'Make a research plan' }).click()
  const plan = weakest.getByRole('region', { name: 'Research plan' })
  const asked = plan.getByRole('checkbox', { name: /Tell us about the last time: Ring the hotline/ })
  await expect(asked).toBeChecked()
  await plan.getByRole('checkbox', { name: 'What worries you?', exact: true }).uncheck()
  const [download] = await Promise.all([
    ada.page.waitForEvent('download'),
    plan.getByRole('button', { name: 'Download' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('what-to-ask-next.md')
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk)
  const markdown = Buffer.concat(chunks).toString()
  expect(markdown).toContain('- [ ] Tell us about the last time: Ring the hotline')
  expect(markdown).toContain('  - listen for: Somebody always picks up.')
  expect(markdown).not.toContain('- [ ] What worries you?')

  await plan.getByRole('button', { name: 'Back to the list' }).click()
  await weakest.getByRole('button', { name: /^Somebody always picks up/ }).click()
  await expect(view(ada.page)).toHaveCount(0)
  await expect(ada.page.getByRole('textbox', { name: 'Title' })).toHaveValue('Ring the hotline')
})

test('where we were most wrong sets the guess beside what customers felt', async ({ made, join }) => {
  const ada = await join('Ada', await made(HEARD), 'viewer')
  const wrong = await known(ada.page, /most wrong/)
  const gap = wrong.getByRole('listitem').filter({ hasText: 'Customers feel 3 steps worse than we assumed' })
  await expect(gap.getByRole('region', { name: 'We assumed' })).toContainText('good')
  await expect(gap.getByRole('region', { name: 'Customers felt' })).toContainText('very bad')
  await gap.getByRole('button', { name: /Read what 3 customers felt/ }).click()
  await expect(wrong.getByRole('region', { name: 'Felt here' }).getByRole('blockquote')).toHaveCount(3)
  await ada.page.keyboard.press('Escape')
  await gap.getByRole('button', { name: 'Ring the hotline', exact: true }).click()
  await expect(ada.page.getByRole('complementary', { name: 'Touchpoint' })).toBeVisible()
})

test('every number that the map shows leads to the words behind it, by a press and by key, also while others add to them', async ({
  made,
  join,
}) => {
  const map = await made({
    ...HEARD,
    lanes: [
      ...HEARD.lanes,
      { id: 'f', name: 'How it felt', kind: 'feelings' },
      { id: 'o', name: 'What could be', kind: 'opportunities' },
      { id: 'v', name: 'Heard', kind: 'voices' },
    ],
    painPoints: [{ id: 'p', title: 'Nobody picks up', touchpoint: 't1' }],
    opportunities: [{ id: 'better', title: 'Call back', painPoints: ['p'], touchpoint: 't1' }],
    evidence: [...HEARD.evidence, { id: 'e3', claim: 'p', quote: 'q-3' }],
  })
  const ada = await join('Ada', map, 'viewer')
  const { page } = ada
  const press = async (lane: string, down: number) => {
    const [row, column] = [page.locator(`[data-lane="${lane}"]`), page.locator('[data-stage="s1"]')]
    const [top, left] = [await row.boundingBox(), await column.boundingBox()]
    if (!top || !left) throw new Error('no such cell')
    await page.mouse.click(left.x + left.width / 2, top.y + top.height * down)
  }
  const words = page.getByRole('dialog')
  await press('v', 0.3)
  await expect(words.getByRole('heading', { name: 'Ring up' })).toBeVisible()
  await expect(words).toContainText('Said here 3 customers, 3 quotes')
  // One more press leads to where they were said.
  await words.getByRole('button', { name: 'Where it was said' }).last().click()
  await page.keyboard.press('Escape')
  await expect(words).toHaveCount(0)

  await press('f', 0.5)
  await expect(words).toContainText('Felt here 3 customers, 3 quotes')
  await page.keyboard.press('Escape')
  await press('o', 0.2)
  await expect(words.getByRole('heading', { name: 'Call back' })).toBeVisible()
  await expect(words.getByRole('blockquote')).toHaveText('“I gave up and wrote a letter.”')
  await page.keyboard.press('Escape')

  // By key: the lane is found by its name, and its numbers stand beside the map.
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Find anything' }).fill('Heard')
  await page.getByRole('option', { name: /^Heard Lane 4 of 4/ }).press('Enter')
  const inspector = page.getByRole('complementary', { name: 'Lane' })
  const number = inspector.getByRole('button', { name: 'Read what 3 customers said: Ring up' })
  await number.press('Enter')
  await expect(words.getByRole('blockquote')).toHaveCount(3)
  const ben = await join('Ben', map)
  await ben.card('t1').click()
  const own = ben.page.getByRole('complementary', { name: 'Touchpoint' })
  await own.getByRole('button', { name: 'Read what 2 customers felt very bad' }).click()
  await expect(ben.page.getByRole('dialog').getByRole('blockquote')).toHaveCount(2)
  await ben.page.keyboard.press('Escape')
  await own.getByRole('button', { name: 'Add a quote' }).click()
  await own.getByRole('textbox', { name: 'In the customer’s own words' }).fill('They rang back at once.')
  await own.getByRole('button', { name: 'Add quote', exact: true }).click()
  await expect(words).toContainText('Said here 4 customers, 4 quotes')
})

test('every part of what we know follows what a colleague adds, and is gone through by key alone', async ({
  made,
  join,
}) => {
  const map = await made({
    ...HEARD,
    painPoints: [{ id: 'p', title: 'Nobody picks up', touchpoint: 't1', status: 'mended' }],
  })
  const ada = await join('Ada', map)
  const ben = await join('Ben', map, 'viewer')
  const seen = await known(ben.page)
  const go = async (part: RegExp) => {
    await seen.getByRole('tab', { selected: true }).press('ArrowRight')
    await expect(seen.getByRole('tab', { name: part })).toHaveAttribute('aria-selected', 'true')
  }
  const inspector = ada.page.getByRole('complementary', { name: 'Touchpoint' })

  await go(/^Coverage/)
  await expect(seen.getByRole('button', { name: /^Wait, Where we meet: nobody heard/ })).toBeVisible()
  await ada.card('t2').click()
  await inspector.getByRole('button', { name: 'Add a quote' }).click()
  await inspector.getByRole('textbox', { name: 'In the customer’s own words' }).fill('It came at once.')
  await inspector.getByRole('group', { name: 'How it felt' }).getByRole('radio', { name: 'very good' }).check()
  await inspector.getByRole('button', { name: 'Add quote', exact: true }).click()
  const cell = seen.getByRole('button', { name: /^Wait, Where we meet: 1 customer/ })
  await cell.press('Enter')
  await expect(seen.getByRole('region', { name: 'Wait, Where we meet' })).toContainText('“It came at once.”')
  await ben.page.keyboard.press('Escape')

  await go(/^Weakest claims/)
  const claim = seen.getByRole('listitem').filter({ hasText: 'Somebody always picks up.' })
  await expect(claim).toContainText('2 more customers needed')
  await ada.card('t1').click()
  const third = inspector.getByRole('listitem').filter({ hasText: 'I gave up' })
  await third.getByRole('button', { name: 'Supports' }).click()
  await expect(claim).toContainText('1 more customer needed')

  await go(/most wrong/)
  const gap = seen.getByRole('listitem').filter({ hasText: 'Wait for the van' })
  await expect(gap).toHaveCount(0)
  await ada.card('t2').click()
  await inspector.getByRole('group', { name: 'The feeling we assume' }).getByRole('radio', { name: 'very bad' }).check()
  await expect(gap).toContainText('Customers feel 4 steps better than we assumed')
  await gap.getByRole('button', { name: /Read what 1 customer felt/ }).press('Enter')
  await expect(seen.getByRole('region', { name: 'Felt here' }).getByRole('blockquote')).toHaveCount(1)
  await ben.page.keyboard.press('Escape')

  await go(/^Themes/)
  await expect(seen.getByText('4 quotes compared.')).toBeVisible()
  await go(/^Opportunities/)
  await go(/^Promises/)
  await go(/^Lessons/)
  await ada.card('t1').click()
  await inspector.getByRole('button', { name: /Nobody picks up/ }).click()
  await inspector.getByRole('textbox', { name: 'What we learned' }).fill('Two people at the phone.')
  await expect(seen.getByRole('listitem').filter({ hasText: 'Two people at the phone.' })).toContainText(
    'Nobody picks up',
  )
  await go(/^Compare/)
})

test('what we know and the filter can be used by everybody', async ({ made, join }) => {
  // Each look of axe at a whole map takes seconds.
  test.setTimeout(180_000)
  const { page } = await join('Ada', await made({ sample: true }))
  await page.keyboard.press('f')
  await page.getByRole('button', { name: /^Wish/ }).click()
  await expectAccessible(page, 'filter')
  await page.getByRole('button', { name: 'Done' }).click()
  await expectAccessible(page, 'filtered map')
  await page.getByRole('status', { name: 'Filter' }).getByRole('button', { name: 'Show all' }).click()
  await page.getByTestId('canvas').press('w')
  await expectAccessible(page, 'nine questions')
  await view(page)
    .getByRole('button', { name: /^Read the answers of .*Do we really matter/ })
    .click()
  await view(page).getByRole('button', { name: 'Where it was said' }).first().click()
  await expectAccessible(page, 'words behind a number')
  await page.keyboard.press('Escape')
  await view(page).getByRole('button', { name: 'Add an answer' }).first().click()
  await expectAccessible(page, 'choice of an answer')
  for (const part of [/Coverage/, /Weakest/, /most wrong/]) {
    await view(page).getByRole('tab', { name: part }).click()
    await expectAccessible(page, String(part))
  }
  await view(page)
    .getByRole('tab', { name: /Weakest/ })
    .click()
  await view(page).getByRole('button', { name: 'Make a research plan' }).click()
  await expectAccessible(page, 'research plan')
})
