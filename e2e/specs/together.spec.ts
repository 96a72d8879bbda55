import { exportJson } from '../fixtures/api.ts'
import { expect, test } from '../fixtures/test.ts'

/** A map with one stage, one lane and one card. */
function oneCard(title: string) {
  return {
    format: 'verbatim-map',
    version: 1,
    map: { title: 'One card' },
    stages: [{ id: 's', name: 'Stage' }],
    lanes: [{ id: 'l', name: 'Lane', kind: 'frontstage' }],
    touchpoints: [{ id: 't', title, stage: 's', lane: 'l' }],
  }
}

test('keeps every letter when two people type in one title at once', async ({ server, made, join }) => {
  const map = await made(oneCard('middle'))
  const [ada, ben] = [await join('Ada', map), await join('Ben', map)]
  for (const person of [ada, ben]) await person.card('t').dblclick()
  await ada.page.keyboard.press('Home')
  await ben.page.keyboard.press('End')
  await Promise.all([
    ada.page.keyboard.type('abcdefghij', { delay: 20 }),
    ben.page.keyboard.type('0123456789', { delay: 17 }),
  ])
  await Promise.all([ada.saved(), ben.saved()])
  await expect
    .poll(async () => (await exportJson(server.address, map)).touchpoints[0]?.title)
    .toBe('abcdefghijmiddle0123456789')
})

test('shows at once what a colleague adds, moves, renames and deletes, and undoes only one’s own', async ({
  made,
  join,
}) => {
  const map = await made(oneCard('First'))
  const [ada, ben] = [await join('Ada', map), await join('Ben', map)]

  await ada.page.keyboard.press('Enter')
  await ada.page.keyboard.type('Second')
  await ada.page.keyboard.press('Enter')
  await expect(ben.page.locator('[data-touchpoint]')).toHaveCount(2)

  await ben.card('t').click()
  await ben.page.keyboard.press('Delete')
  await expect(ada.card('t')).toHaveCount(0)

  await ada.page.keyboard.press('Escape')
  await ada.page.keyboard.press('Control+z')
  await ada.page.keyboard.press('Control+z')
  await expect(ben.page.locator('[data-touchpoint]')).toHaveCount(0)
  await ben.page.keyboard.press('Control+z')
  await expect(ada.card('t')).toBeVisible()
})

test('shows who else is here, with name, and takes them away when they leave', async ({ made, join }) => {
  const map = await made(oneCard('First'))
  const ada = await join('Ada', map)
  const ben = await join('Ben', map)
  await expect(ada.page.getByRole('img', { name: 'Ben' })).toBeVisible()
  await ben.page.mouse.move(700, 500)
  await expect(ada.page.getByTestId('cursor').filter({ hasText: 'Ben' })).toBeVisible()
  await ben.page.close()
  await expect(ada.page.getByRole('img', { name: 'Ben' })).toHaveCount(0)
})

test('whoever says another name goes on under it, and what they wrote before stays', async ({ server, made, join }) => {
  const map = await made(oneCard('First'))
  const [ada, ben] = [await join('Ada', map), await join('Ben', map)]
  await ben.card('t').dblclick()
  await ben.page.keyboard.press('End')
  await ben.page.keyboard.type(' of all')
  await ben.page.keyboard.press('Escape')
  await ben.page.getByRole('button', { name: /^You are Ben/ }).click()
  await ben.page.getByRole('textbox', { name: 'Your name' }).fill('Benjamin')
  await ben.page.getByRole('button', { name: 'Change', exact: true }).click()
  await expect(ada.page.getByRole('img', { name: 'Benjamin' })).toBeVisible()
  await ben.ready()
  await ben.card('t').dblclick()
  await ben.page.keyboard.press('End')
  await ben.page.keyboard.type(' cards')
  await ben.page.keyboard.press('Escape')
  await ben.saved()
  expect((await exportJson(server.address, map)).touchpoints[0]?.title).toBe('First of all cards')
})
