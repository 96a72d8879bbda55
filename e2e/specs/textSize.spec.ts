import type { Locator, Page } from '@playwright/test'
import { toPlain } from '../../shared/formats/json/write.ts'
import { mapWith } from '../../shared/testing/mapWith.ts'
import { exportJson } from '../fixtures/api.ts'
import type { MapPage } from '../fixtures/MapPage.ts'
import { expect, test } from '../fixtures/test.ts'

const WORDS = 'Nobody could tell me how long it would take, and when I rang again they had never heard of me at all.'

const MAP = toPlain(
  mapWith({
    stages: [{ id: 'ask', name: 'Ask' }, { id: 'buy' }],
    lanes: [
      { id: 'steps', kind: 'steps' },
      { id: 'meet', kind: 'frontstage' },
    ],
    customers: [{ id: 'c', alias: 'Customer 1' }],
    touchpoints: [
      { id: 'quoted', title: 'Ring the shop about the bicycle', stage: 'ask', lane: 'steps' },
      { id: 'low', title: 'Bring the bicycle to the shop', stage: 'ask', lane: 'meet' },
    ],
    quotes: [{ id: 'q', text: WORDS, customer: 'c', touchpoint: 'quoted' }],
  }),
)

/** Map units, whatever the zoom. */
function heightOf(card: Locator): Promise<number> {
  return card.evaluate((element: HTMLElement) => element.offsetHeight)
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error('it is out of view')
  return box
}

/** Whether the tip of somebody's pointer lies on something, both on the same screen. */
async function pointsInto(page: Page, name: string, target: Locator): Promise<boolean> {
  const cursor = page.getByTestId('cursor').filter({ hasText: name })
  if ((await cursor.count()) === 0 || (await target.count()) === 0) return false
  const [tip, box] = [await cursor.boundingBox(), await target.boundingBox()]
  if (!tip || !box) return false
  const inside = (at: number, from: number, size: number) => at >= from - 2 && at <= from + size + 2
  return inside(tip.x, box.x, box.width) && inside(tip.y, box.y, box.height)
}

async function chooseText(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Text size' }).click()
  await page.getByRole('menuitemradio', { name: words }).click()
}

async function runByPalette({ page }: MapPage, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Find anything' })).toBeFocused()
  await page.keyboard.type(words)
  await page.getByRole('option', { name: words }).first().click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('text is larger on the screen of whoever wants it: cards wrap again and grow, colleagues stay where they point', async ({
  server,
  made,
  join,
}) => {
  const map = await made(MAP)
  const [ada, ben] = [await join('Ada', map), await join('Ben', map)]
  const [quoted, low] = [ada.card('quoted'), ada.card('low')]
  const usual = await heightOf(quoted)
  const wide = (await boxOf(quoted)).width

  await chooseText(ada.page, 'Extra large text')
  await expect.poll(() => heightOf(quoted)).toBeGreaterThan(usual * 1.5)
  expect((await boxOf(quoted)).width).toBeCloseTo(wide, 0)
  await expect(ada.page.getByRole('heading', { name: 'Ask' })).toHaveCSS('font-size', '25.6px')
  await quoted.dblclick()
  const title = ada.page.locator('main textarea:focus')
  await expect(title).toHaveCSS('font-size', '22.4px')
  await ada.page.keyboard.press('Escape')
  expect(await heightOf(ben.card('quoted'))).toBe(usual)

  // The row above is much higher on Ada's screen.
  const { x, y, width, height } = await boxOf(ben.card('low'))
  await ben.page.mouse.move(x + width / 2, y + height - 4)
  await expect.poll(() => pointsInto(ada.page, 'Ben', low)).toBe(true)
  await ben.page.mouse.down()
  const to = await boxOf(ben.card('quoted'))
  await ben.page.mouse.move(to.x + width / 2, to.y + to.height / 2, { steps: 8 })
  const held = ada.page.getByTestId('dragged-by-other')
  await expect.poll(() => pointsInto(ada.page, 'Ben', held)).toBe(true)
  await expect.poll(() => pointsInto(ada.page, 'Ben', quoted)).toBe(true)
  await ben.page.keyboard.press('Escape')
  await ben.page.mouse.up()
  await expect(held).toHaveCount(0)

  // A lane's edge stays where it was let go, and what is kept is a height in text of the usual size.
  const lane = ada.page.locator('[data-lane="steps"]')
  const before = await boxOf(lane)
  const edge = { x: before.x + 40, y: before.y + before.height - 3 }
  await ada.page.mouse.move(edge.x, edge.y)
  await ada.page.mouse.down()
  await ada.page.mouse.move(edge.x, edge.y + 120, { steps: 6 })
  await ada.page.mouse.up()
  // A height is kept as whole map units.
  await expect.poll(async () => Math.abs((await boxOf(lane)).height - before.height - 120)).toBeLessThan(2)
  const zoom = (await boxOf(quoted)).width / 240
  await ada.saved()
  const kept = (await exportJson(server.address, map)).lanes?.[0] as { height?: number } | undefined
  expect(Math.abs((kept?.height ?? 0) - (before.height + 120) / zoom / 1.6)).toBeLessThanOrEqual(2)

  await runByPalette(ada, 'Normal text')
  await expect.poll(() => heightOf(quoted)).toBe(usual)
  await ada.canvas.click({ position: { x: 500, y: 760 } })
  await ada.page.keyboard.press('>')
  await expect.poll(() => heightOf(quoted)).toBeGreaterThan(usual)
  const large = await heightOf(quoted)
  await ada.page.reload()
  await ada.ready()
  await expect.poll(() => heightOf(quoted)).toBe(large)
  await ada.page.getByRole('button', { name: 'Text size' }).click()
  await expect(ada.page.getByRole('menuitemradio', { name: 'Large text', exact: true })).toBeChecked()
})

/** Counts the cards that begin to glide from now on, and how often the canvas says that painted ones do. */
async function watchGliding(page: Page): Promise<() => Promise<{ cards: number; said: number }>> {
  await page.evaluate(() => {
    const glided = { cards: 0, said: 0 }
    Object.assign(window, { glided })
    document.addEventListener('transitionrun', ({ target, propertyName }) => {
      if (target instanceof HTMLElement && target.matches('.react-flow__node') && propertyName === 'top') glided.cards++
    })
    const canvas = document.querySelector('[role="application"]')
    const observer = new MutationObserver(() => {
      if (canvas?.hasAttribute('data-gliding')) glided.said++
    })
    if (canvas) observer.observe(canvas, { attributeFilter: ['data-gliding'] })
  })
  return () => page.evaluate(() => (window as unknown as { glided: { cards: number; said: number } }).glided)
}

test('cards that overlap are marked, and tidied in one step by whoever may edit', async ({ server, made, join }) => {
  const at = (id: string, y: number) => ({ id, title: `Card ${id}`, stage: 's', lane: 'l', x: 20, y })
  const map = await made(
    toPlain(
      mapWith({
        stages: [{ id: 's', name: 'Stage' }],
        lanes: [{ id: 'l', name: 'Lane', kind: 'frontstage' }],
        touchpoints: [at('a', 20), at('b', 50), at('c', 90)],
      }),
    ),
  )
  const [ada, ben] = [await join('Ada', map), await join('Ben', map, 'viewer')]
  const [marks, seen] = [ada.page.locator('[data-hidden]'), ben.page.locator('[data-hidden]')]
  const places = async () => {
    const { touchpoints } = await exportJson(server.address, map)
    return touchpoints.map(card => ('y' in card ? card.y : null))
  }
  await expect(marks).toHaveCount(2)
  await expect(ada.page.getByText('3 cards overlap')).toBeVisible()
  await expect(seen).toHaveCount(2)
  await expect(ben.page.getByRole('button', { name: 'Tidy' })).toHaveCount(0)

  const glided = await watchGliding(ada.page)
  await ada.page.getByRole('button', { name: 'Tidy' }).click()
  await expect(marks).toHaveCount(0)
  await expect(seen).toHaveCount(0)
  await expect(ada.page.getByRole('button', { name: 'Tidy' })).toHaveCount(0)
  await expect.poll(glided).toEqual({ cards: 2, said: 1 })
  await ada.saved()
  expect(await places()).toEqual([20, 84, 148])

  await expect(ada.page.locator('[data-gliding]')).toHaveCount(0)
  await ada.page.keyboard.press('Control+z')
  await expect(marks).toHaveCount(2)
  await ada.page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await glided()).toEqual({ cards: 2, said: 1 })
  await runByPalette(ada, 'Tidy cards that overlap')
  await expect(marks).toHaveCount(0)
  await ada.saved()
  expect(await places()).toEqual([20, 84, 148])
  expect(await glided()).toEqual({ cards: 2, said: 1 })
})
