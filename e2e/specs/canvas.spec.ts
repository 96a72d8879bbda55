import type { Page } from '@playwright/test'
import { exportJson } from '../fixtures/api.ts'
import type { MapPage } from '../fixtures/MapPage.ts'
import { expect, test } from '../fixtures/test.ts'

/** A map of two stages and a lane; `titles` are cards in the first cell, called t0, t1 and so on. */
function twoStages(...titles: string[]) {
  return {
    format: 'verbatim-map',
    version: 1,
    map: { title: 'Two stages' },
    stages: [
      { id: 'one', name: 'One' },
      { id: 'two', name: 'Two' },
    ],
    lanes: [{ id: 'l', name: 'Lane', kind: 'steps' }],
    touchpoints: titles.map((title, index) => ({ id: `t${index}`, title, stage: 'one', lane: 'l' })),
  }
}

/** Puts text into the clipboard as another program would. */
async function copyText(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(words => navigator.clipboard.writeText(words), text)
}

/** The cards of a map on the server's disk, as `stage title`. */
async function cardsOf(person: MapPage, address: string, map: Parameters<typeof exportJson>[1]): Promise<string[]> {
  await person.saved()
  return (await exportJson(address, map)).touchpoints.map(({ stage, title }) => `${stage} ${title}`)
}

test('cards are written at talking speed: Enter for the next, Tab for the next stage', async ({
  server,
  made,
  join,
}) => {
  const map = await made(twoStages())
  const ada = await join('Ada', map)
  const { keyboard } = ada.page
  await keyboard.press('Enter')
  await keyboard.type('See it')
  await keyboard.press('Enter')
  await keyboard.type('Ask a friend')
  await keyboard.press('Tab')
  await keyboard.type('Buy it')
  await keyboard.press('Shift+Tab')
  await keyboard.type('Compare')
  await keyboard.press('Enter')
  await keyboard.press('Escape')
  await expect(ada.page.locator('[data-touchpoint]')).toHaveCount(4)
  expect(await cardsOf(ada, server.address, map)).toEqual([
    'one See it',
    'one Ask a friend',
    'two Buy it',
    'one Compare',
  ])
  await keyboard.press('Control+z')
  await expect(ada.cardNamed('Compare')).toHaveCount(0)
  await keyboard.press('Control+z')
  await expect(ada.cardNamed('Buy it')).toHaveCount(0)
})

test('the map makes room for a card while it is still being typed', async ({ made, join }) => {
  const ada = await join('Ada', await made(twoStages('Ring the hotline', 'Pay at the till')))
  const { page } = ada
  const top = async () => (await ada.card('t1').boundingBox())?.y ?? 0
  const before = await top()
  await ada.card('t0').dblclick()
  await page.keyboard.type(' and wait in the hall for a very long time without being told why')
  await expect.poll(top).toBeGreaterThan(before + 15)
  await expect(page.getByRole('textbox', { name: 'Title' }).first()).toBeFocused()
  const typed = await ada.card('t0').boundingBox()
  if (!typed) throw new Error('not on the page')
  expect(typed.y + typed.height).toBeLessThan(await top())
})

test('no key is lost while more cards follow each other than are in view', async ({ made, join }) => {
  const ada = await join('Ada', await made(twoStages()), 'editor', { width: 1024, height: 500 })
  const { keyboard } = ada.page
  await keyboard.press('Enter')
  for (let index = 0; index < 15; index++) {
    await keyboard.type(`question ${index}`)
    await keyboard.press('Enter')
  }
  await keyboard.type('the last one')
  const typed = ada.canvas.getByRole('textbox', { name: 'Title' })
  await expect(typed).toHaveValue('the last one')
  await expect(typed).toBeInViewport()
  await keyboard.press('Escape')
  await expect(ada.page.getByRole('textbox', { name: 'Title' })).toHaveValue('the last one')
})

test('twelve pasted lines make twelve cards, in a title and on the map, each time one step', async ({
  server,
  made,
  join,
}) => {
  const map = await made(twoStages('Before'))
  const ada = await join('Ada', map)
  const lines = Array.from({ length: 12 }, (_, index) => `Line ${index + 1}`)
  await copyText(ada.page, lines.map(line => `• ${line}`).join('\r\n'))
  await ada.page.keyboard.press('Enter')
  await ada.page.keyboard.press('Control+v')
  expect(await cardsOf(ada, server.address, map)).toEqual(['one Before', ...lines.map(line => `one ${line}`)])
  await ada.page.keyboard.press('Control+z')
  expect(await cardsOf(ada, server.address, map)).toEqual(['one Before'])

  const { x = 0, y = 0, width = 0 } = (await ada.card('t0').boundingBox()) ?? {}
  await ada.page.mouse.move(x + width * 1.5, y + 20)
  await ada.page.keyboard.press('Control+v')
  expect(await cardsOf(ada, server.address, map)).toEqual(['one Before', ...lines.map(line => `two ${line}`)])
  await ada.page.keyboard.press('Control+z')
  await expect(ada.page.locator('[data-touchpoint]')).toHaveCount(1)
})

test('Q takes down a quote on the selected card, and opens the tray where none is selected', async ({ made, join }) => {
  const ada = await join('Ada', await made(twoStages('Counter')))
  const words = ada.page.getByRole('textbox', { name: 'In the customer’s own words' })
  await ada.card('t0').click()
  await ada.page.keyboard.press('q')
  await expect(words).toBeFocused()
  await ada.page.keyboard.type('Nobody looked up.')
  await ada.page.keyboard.press('Enter')
  await expect(words).toBeFocused()
  await ada.page.keyboard.type('They were kind in the end.')
  await ada.page.keyboard.press('Enter')
  await expect(ada.card('t0')).toContainText('heard from')
  await ada.card('t0').click()
  await ada.page.keyboard.press('q')
  await expect(words).toBeFocused()
  await ada.page.keyboard.press('Escape')
  await ada.canvas.click({ position: { x: 600, y: 600 } })
  await ada.page.keyboard.press('q')
  await expect(ada.page.getByRole('complementary', { name: /quotes/i })).toBeVisible()
})

test('whoever writes a card and no other is back on it, and Q takes down what was said there', async ({
  made,
  join,
}) => {
  const ada = await join('Ada', await made(twoStages('Counter')))
  await ada.card('t0').click()
  await ada.page.keyboard.press('Enter')
  await ada.page.keyboard.press('Enter')
  await expect(ada.page.getByRole('textbox', { name: 'Title' })).toHaveValue('')
  await ada.page.keyboard.press('Escape')
  await expect(ada.page.locator('[data-touchpoint]')).toHaveCount(1)
  await ada.page.keyboard.press('q')
  await expect(ada.page.getByRole('textbox', { name: 'In the customer’s own words' })).toBeFocused()
})

test('cards are duplicated, copied, cut and pasted, also into another map and into plain text', async ({
  server,
  made,
  join,
}) => {
  const map = await made({
    ...twoStages('See it', 'Ask'),
    customers: [{ id: 'c', alias: 'Customer 1' }],
    quotes: [{ id: 'q', text: 'I saw it.', customer: 'c', touchpoint: 't0' }],
  })
  const ada = await join('Ada', map)
  const { keyboard, mouse } = ada.page
  await ada.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await ada.card('t0').click()
  await keyboard.press('Control+d')
  expect(await cardsOf(ada, server.address, map)).toEqual(['one See it', 'one See it', 'one Ask'])
  expect((await exportJson(server.address, map)).quotes.map(quote => quote.touchpoint)).toEqual(['t0'])
  await keyboard.press('Control+z')
  await expect(ada.page.locator('[data-touchpoint]')).toHaveCount(2)

  await ada.card('t0').click()
  await expect(ada.page.getByRole('complementary', { name: 'Touchpoint' })).toBeVisible()
  await ada.card('t1').click({ modifiers: ['Shift'] })
  await expect(ada.page.getByRole('complementary', { name: 'Touchpoint' })).toHaveCount(0)
  await keyboard.press('Control+c')
  expect(await ada.page.evaluate(() => navigator.clipboard.readText())).toBe('See it\nAsk')
  const { x = 0, y = 0, width = 0 } = (await ada.card('t0').boundingBox()) ?? {}
  await mouse.move(x + width * 1.5, y + 20)
  await keyboard.press('Control+v')
  expect(await cardsOf(ada, server.address, map)).toEqual(['one See it', 'one Ask', 'two See it', 'two Ask'])
  await keyboard.press('Control+x')
  expect(await cardsOf(ada, server.address, map)).toEqual(['one See it', 'one Ask'])

  const other = await made(twoStages('Already here'))
  await ada.page.goto(`${server.address}/m/${other.id}#${other.links.editor.token}`)
  await ada.ready()
  await ada.card('t0').click()
  await keyboard.press('Control+v')
  await expect(ada.page.locator('[data-touchpoint]')).toHaveCount(3)
  expect(await cardsOf(ada, server.address, other)).toEqual(['one Already here', 'one See it', 'one Ask'])
  await keyboard.press('Control+z')
  await expect(ada.page.locator('[data-touchpoint]')).toHaveCount(1)
})

test('Ctrl A selects every card, and Alt with arrows moves the selected one', async ({ server, made, join }) => {
  const map = await made(twoStages('See it', 'Ask'))
  const ada = await join('Ada', map)
  await ada.card('t0').click()
  await ada.page.keyboard.press('Alt+ArrowDown')
  expect(await cardsOf(ada, server.address, map)).toEqual(['one Ask', 'one See it'])
  await ada.page.keyboard.press('Alt+ArrowRight')
  expect(await cardsOf(ada, server.address, map)).toEqual(['one Ask', 'two See it'])
  await ada.page.keyboard.press('Control+a')
  await expect(ada.page.locator('[data-touchpoint][data-selected]')).toHaveCount(2)
  await ada.page.keyboard.press('Delete')
  await expect(ada.page.locator('[data-touchpoint]')).toHaveCount(0)
  await ada.page.keyboard.press('Control+z')
  await expect(ada.page.locator('[data-touchpoint]')).toHaveCount(2)
})

test('stages and lanes are reordered by their headers, and a stage is made wider by its edge', async ({
  server,
  made,
  join,
}) => {
  const map = await made({
    ...twoStages('See it'),
    lanes: [
      { id: 'l', name: 'Lane', kind: 'steps' },
      { id: 'm', name: 'Second lane', kind: 'frontstage' },
    ],
  })
  const ada = await join('Ada', map)
  const { mouse } = ada.page
  const ids = async (kind: 'stages' | 'lanes') => {
    await ada.saved()
    return ((await exportJson(server.address, map))[kind] ?? []).map(({ id }) => id)
  }
  const drag = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
    await mouse.move(from.x, from.y)
    await mouse.down()
    await mouse.move(to.x, to.y, { steps: 5 })
    await expect(ada.page.locator('[data-grid-line]')).toBeVisible()
    await mouse.up()
    await expect(ada.page.locator('[data-grid-line]')).toHaveCount(0)
  }
  const box = async (selector: string) => {
    const { x = 0, y = 0, width = 0, height = 0 } = (await ada.page.locator(selector).boundingBox()) ?? {}
    return { x, y, width, height }
  }
  const two = await box('[data-stage="two"]')
  const one = await box('[data-stage="one"]')
  await drag({ x: two.x + 40, y: two.y + 30 }, { x: one.x + 30, y: one.y + 30 })
  expect(await ids('stages')).toEqual(['two', 'one'])
  const lane = await box('[data-lane="l"]')
  const second = await box('[data-lane="m"]')
  await drag({ x: lane.x + 60, y: lane.y + 90 }, { x: second.x + 60, y: second.y + second.height - 20 })
  expect(await ids('lanes')).toEqual(['m', 'l'])
  const first = await box('[data-stage="two"]')
  await drag({ x: first.x + first.width - 3, y: first.y + 30 }, { x: first.x + first.width + 97, y: first.y + 30 })
  await expect.poll(async () => Math.round((await box('[data-stage="two"]')).width - first.width)).toBe(100)
  await ada.page.keyboard.press('Control+z')
  await expect.poll(async () => (await box('[data-stage="two"]')).width).toBe(first.width)
})

test('what a colleague drags moves on my screen while it is dragged', async ({ made, join }) => {
  const map = await made(twoStages('See it'))
  const [ada, ben] = [await join('Ada', map), await join('Ben', map)]
  const { x = 0, y = 0, width = 0 } = (await ben.card('t0').boundingBox()) ?? {}
  const held = ada.page.getByTestId('dragged-by-other')
  await ben.page.mouse.move(x + 40, y + 20)
  await ben.page.mouse.down()
  await ben.page.mouse.move(x + 40 + width, y + 80, { steps: 10 })
  await expect(held).toContainText('See it')
  const atBens = (await ben.card('t0').boundingBox())?.x ?? 0
  expect(atBens).toBeGreaterThan(x + width / 2)
  await expect.poll(async () => Math.abs(((await held.boundingBox())?.x ?? 0) - atBens)).toBeLessThan(2)
  await ben.page.mouse.up()
  await expect(held).toHaveCount(0)
  await expect.poll(async () => ((await ada.card('t0').boundingBox())?.x ?? 0) > x + width / 2).toBe(true)
})

test('what a colleague deletes while I type in it is said, and comes back with every letter', async ({
  server,
  made,
  join,
}) => {
  const map = await made(twoStages('See'))
  const [ada, ben] = [await join('Ada', map), await join('Ben', map)]
  await ada.card('t0').dblclick()
  await ada.page.keyboard.type(' it')
  await expect(ben.cardNamed('See it')).toBeVisible()
  await ben.card('t0').click()
  await ben.page.keyboard.press('Delete')
  await expect(ada.page.getByText('This card was deleted by a colleague.')).toBeVisible()
  await expect(ada.card('t0')).toHaveCount(0)
  await ada.page.getByRole('button', { name: 'Bring it back' }).click()
  await expect(ben.cardNamed('See it')).toBeVisible()
  expect(await cardsOf(ada, server.address, map)).toEqual(['one See it'])
})
