import type { Page } from '@playwright/test'
import { exportJson, type MadeMap } from '../fixtures/api.ts'
import type { MapPage } from '../fixtures/MapPage.ts'
import { expect, test } from '../fixtures/test.ts'

const MAP = {
  format: 'verbatim-map',
  version: 1,
  map: { title: 'Three at once' },
  stages: [
    { id: 'one', name: 'One' },
    { id: 'two', name: 'Two' },
    { id: 'three', name: 'Three' },
  ],
  lanes: [{ id: 'l', name: 'Lane', kind: 'frontstage' }],
  touchpoints: [
    { id: 't0', title: 'See it', stage: 'one', lane: 'l' },
    { id: 't1', title: 'Ask', stage: 'two', lane: 'l' },
    { id: 't2', title: 'Pay', stage: 'two', lane: 'l' },
  ],
}
const PHONE = { width: 390, height: 844, touch: true }

type Join = (name: string, map: MadeMap, role?: keyof MadeMap['links'], where?: typeof PHONE) => Promise<MapPage>

/** Two at desks, and Cleo with a phone. */
async function three(join: Join, map: MadeMap): Promise<[MapPage, MapPage, MapPage]> {
  return [await join('Ada', map), await join('Ben', map), await join('Cleo', map, 'editor', PHONE)]
}

const panelOf = (page: Page, name = 'Touchpoint') => page.getByRole('complementary', { name })

/** Opens a card's panel with a finger and puts the caret into its title. */
async function tapTitle(person: MapPage, id: string): Promise<void> {
  await person.card(id).tap()
  await panelOf(person.page).getByRole('textbox', { name: 'Title' }).tap()
}

async function middle(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(selector).boundingBox()
  if (!box) throw new Error(`${selector} is not on the page`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

test('three people see each other, and what one of them writes on a phone', async ({ server, made, join }) => {
  const map = await made(MAP)
  const [ada, ben, cleo] = await three(join, map)
  for (const { page } of [ada, ben]) await expect(page.getByRole('img', { name: 'Cleo' })).toBeVisible()
  await tapTitle(cleo, 't0')
  await cleo.page.keyboard.press('End')
  await cleo.page.keyboard.type(' in the window', { delay: 15 })
  for (const person of [ada, ben]) await expect(person.card('t0')).toContainText('See it in the window')
  await ada.rename('t1', 'Ask at the till')
  await ben.add('Leave')
  for (const person of [ada, ben, cleo]) await person.saved()
  const { touchpoints } = await exportJson(server.address, map)
  expect(touchpoints.map(({ title }) => title).sort()).toEqual([
    'Ask at the till',
    'Leave',
    'Pay',
    'See it in the window',
  ])
})

test('what is deleted while two others type in it is said to both, on a phone too, and comes back whole', async ({
  server,
  made,
  join,
}) => {
  const map = await made(MAP)
  const [ada, ben, cleo] = await three(join, map)
  await tapTitle(cleo, 't0')
  await cleo.page.keyboard.press('End')
  await cleo.page.keyboard.type(' soon')
  await expect(ada.card('t0')).toContainText('See it soon')
  await ada.card('t0').dblclick()
  await ada.page.keyboard.press('Home')
  await ada.page.keyboard.type('Not ')
  await expect(ben.card('t0')).toContainText('Not See it soon')

  await ben.card('t0').click()
  await ben.page.keyboard.press('Delete')
  for (const { page } of [ada, cleo])
    await expect(page.getByText('This card was deleted by a colleague.')).toBeVisible()
  await cleo.page.getByRole('button', { name: 'Bring it back' }).tap()
  for (const person of [ada, ben, cleo]) await expect(person.card('t0')).toContainText('Not See it soon')
  await cleo.saved()
  expect((await exportJson(server.address, map)).touchpoints[0]).toMatchObject({ id: 't0', title: 'Not See it soon' })
})

test('a card that two people drag at once is let go of twice and stands once, the same for all three', async ({
  server,
  made,
  join,
}) => {
  const map = await made(MAP)
  const [ada, ben, cleo] = await three(join, map)
  const held = (person: MapPage) => person.page.getByTestId('dragged-by-other')
  const drag = async ({ page }: MapPage, stage: string) => {
    const [from, to] = [await middle(page, '[data-touchpoint="t0"]'), await middle(page, `[data-stage="${stage}"]`)]
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, from.y + 40, { steps: 8 })
  }
  await drag(ada, 'two')
  await expect(held(ben)).toHaveCount(1)
  await expect(held(cleo)).toHaveCount(1)
  await drag(ben, 'three')
  await expect(held(ada)).toHaveCount(1)
  await expect(held(cleo)).toHaveCount(2)

  await ada.page.mouse.up()
  await expect(held(ben)).toHaveCount(0)
  await ada.saved()
  await ben.page.mouse.up()
  await expect(held(cleo)).toHaveCount(0)
  for (const person of [ada, ben]) await person.saved()
  const { touchpoints } = await exportJson(server.address, map)
  expect(touchpoints.filter(({ id }) => id === 't0')).toMatchObject([{ stage: 'three' }])
  for (const person of [ada, ben]) {
    await expect
      .poll(async () => {
        const { x } = await middle(person.page, '[data-touchpoint="t0"]')
        return Math.abs(x - (await middle(person.page, '[data-stage="three"]')).x)
      })
      .toBeLessThan(30)
  }
})

test('when the stage I stand in is removed, its cards are seen under “Unsorted” and I go on typing', async ({
  server,
  made,
  join,
}) => {
  const map = await made(MAP)
  const [ada, ben, cleo] = await three(join, map)
  await ada.card('t1').dblclick()
  await ada.page.keyboard.press('End')
  await ada.page.keyboard.type(' them')
  await cleo.page.locator('[data-stage="two"] h2').scrollIntoViewIfNeeded()
  await cleo.page.locator('[data-stage="two"] h2').tap()
  const stage = panelOf(cleo.page, 'Stage').getByRole('textbox', { name: 'Name' })
  await stage.tap()
  await cleo.page.keyboard.press('End')
  await cleo.page.keyboard.type(' and a half')
  await expect(ben.page.locator('[data-stage="two"]')).toContainText('Two and a half')

  await ben.page.locator('[data-stage="two"]').hover()
  await ben.page.getByRole('button', { name: 'More for stage Two and a half' }).click()
  await ben.page.getByRole('menuitem', { name: 'Remove stage' }).click()
  await expect(cleo.page.getByText('This stage was deleted by a colleague.')).toBeVisible()
  await ada.page.keyboard.type(' twice')
  await ada.page.keyboard.press('Escape')
  for (const { page } of [ada, ben]) {
    await expect(page.getByRole('heading', { name: 'Unsorted' })).toBeVisible()
    await expect(page.locator('[data-touchpoint="t1"]')).toContainText('Ask them twice')
    await expect(page.locator('[data-touchpoint="t2"]')).toBeVisible()
    await expect(page.locator('[data-stage]')).toHaveCount(2)
  }
  for (const person of [ada, ben]) await person.saved()

  await cleo.page.getByRole('button', { name: 'Bring it back' }).tap()
  for (const { page } of [ada, ben]) {
    await expect(page.locator('[data-stage="two"]')).toContainText('Two and a half')
    await expect(page.getByRole('heading', { name: 'Unsorted' })).toHaveCount(0)
  }
  await cleo.saved()
  const { touchpoints } = await exportJson(server.address, map)
  expect(touchpoints.map(({ id, stage, title }) => `${id} ${stage} ${title}`)).toEqual([
    't0 one See it',
    't1 two Ask them twice',
    't2 two Pay',
  ])
})
