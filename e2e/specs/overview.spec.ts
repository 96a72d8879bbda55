import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'

/** Sixty cards in six stages. */
const map = {
  format: 'verbatim-map',
  version: 1,
  map: { title: 'From afar' },
  stages: Array.from({ length: 6 }, (_, at) => ({ id: `s${at}`, name: `Stage ${at}` })),
  lanes: [{ id: 'l', name: 'Lane', kind: 'frontstage' }],
  touchpoints: Array.from({ length: 60 }, (_, at) => ({
    id: `t${at}`,
    title: `Card ${at}`,
    stage: `s${at % 6}`,
    lane: 'l',
  })),
}

const afar = (page: Page) => page.getByRole('img', { name: 'The map from afar' })

async function zoomOut(page: Page, steps = 24): Promise<void> {
  await page.mouse.move(700, 300)
  await page.keyboard.down('Control')
  for (let step = 0; step < steps; step += 1) await page.mouse.wheel(0, 40)
  await page.keyboard.up('Control')
  await expect(afar(page)).toBeVisible()
}

/** Every pixel of the painted map, as one number. */
function picture(page: Page): Promise<number> {
  return afar(page).evaluate(element => {
    const canvas = element as HTMLCanvasElement
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    let sum = 0
    for (const [index, value] of data.entries()) sum = (sum * 31 + value * (index % 7)) % 2_147_483_647
    return sum
  })
}

/** The picture once it changes no more. */
async function settled(page: Page): Promise<number> {
  let before = -1
  await expect
    .poll(
      async () => {
        const now = await picture(page)
        const same = now === before
        before = now
        return same
      },
      { intervals: [250] },
    )
    .toBe(true)
  return before
}

test('what a colleague adds is painted from afar, and gone again when it is taken back', async ({ made, join }) => {
  const shared = await made(map)
  const [ada, ben] = [await join('Ada', shared), await join('Ben', shared)]
  await zoomOut(ada.page)
  const before = await settled(ada.page)
  await ben.card('t0').click()
  await ben.page.keyboard.press('Control+d')
  await ben.saved()
  await expect.poll(() => picture(ada.page)).not.toBe(before)
  await ben.page.keyboard.press('Control+z')
  await ben.saved()
  await expect.poll(() => picture(ada.page)).toBe(before)
})

test('whoever pans away and comes back sees the same picture, and cards wherever they are', async ({ made, join }) => {
  const shared = await made(map)
  const { page } = await join('Ada', shared)
  await zoomOut(page)
  const before = await settled(page)
  for (let step = 0; step < 5; step += 1) await page.mouse.wheel(60, 40)
  expect(await settled(page)).not.toBe(before)
  for (let step = 0; step < 5; step += 1) await page.mouse.wheel(-60, -40)
  await expect.poll(() => picture(page)).toBe(before)
})

test('a lasso selects cards from afar, unless it is given up', async ({ made, join }) => {
  const { page } = await join('Ada', await made(map))
  await zoomOut(page)
  const before = await settled(page)
  const lasso = async () => {
    await page.mouse.move(320, 820)
    await page.mouse.down()
    await page.mouse.move(1_100, 140, { steps: 5 })
    await expect.poll(() => picture(page)).not.toBe(before)
  }
  await lasso()
  await page.keyboard.press('Escape')
  await expect.poll(() => picture(page)).toBe(before)
  await page.mouse.up()
  await lasso()
  await page.mouse.up()
  await page.keyboard.press('Delete')
  await page.keyboard.press('0')
  await expect(page.locator('[data-painted="near"]')).toBeVisible()
  await expect(page.locator('[data-touchpoint]')).toHaveCount(0)
})

test('the names of stages are read from any distance, and none lies on another', async ({ made, join }) => {
  const { page } = await join('Ada', await made(map))
  const names = page.locator('[data-stage] h2').filter({ visible: true })
  const gaps = async () => {
    const boxes = await Promise.all((await names.all()).map(name => name.boundingBox()))
    return boxes.slice(1).map((box, at) => (box?.x ?? 0) - (boxes[at]?.x ?? 0) - (boxes[at]?.width ?? 0))
  }
  for (const [steps, least] of [
    [24, 6],
    [40, 2],
  ] as const) {
    await zoomOut(page, steps)
    await expect(names.first()).toHaveText('Stage 0')
    await expect.poll(async () => Math.min(...(await gaps()))).toBeGreaterThanOrEqual(-1)
    expect(await names.count()).toBeGreaterThanOrEqual(least)
  }
  // The one that is meant is read at any rate.
  const meant = page.locator('[data-stage="s1"]')
  await expect(meant.getByText('Stage 1')).toBeHidden()
  await meant.hover({ position: { x: 2, y: 8 } })
  await expect(meant.getByText('Stage 1')).toBeVisible()
})
