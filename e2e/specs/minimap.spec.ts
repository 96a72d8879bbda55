import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'

const minimapOf = (page: Page) => page.getByRole('group', { name: /^Minimap/ })

async function frameOf(page: Page) {
  const frame = await page.getByTestId('minimap-frame').boundingBox()
  const map = await minimapOf(page).boundingBox()
  if (!frame || !map) throw new Error('there is no minimap')
  return { x: frame.x + frame.width / 2 - map.x, y: frame.y + frame.height / 2 - map.y }
}

test('the minimap shows the map, and a press, a drag and arrow keys move the view on it', async ({ made, join }) => {
  const ada = await join('Ada', await made({ sample: true }), 'editor', { width: 1024, height: 768 })
  const { page } = ada
  const minimap = minimapOf(page)
  await expect(minimap).toBeVisible()
  await expect
    .poll(() =>
      minimap.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
        return data.some(value => value > 0)
      }),
    )
    .toBe(true)

  const { x, y } = (await minimap.boundingBox()) ?? { x: 0, y: 0 }
  await page.mouse.click(x + 150, y + 90)
  await expect.poll(() => frameOf(page)).toEqual({ x: expect.closeTo(150, 0), y: expect.closeTo(90, 0) })
  await page.mouse.move(x + 150, y + 90)
  await page.mouse.down()
  await page.mouse.move(x + 100, y + 60, { steps: 5 })
  await page.mouse.up()
  await expect.poll(() => frameOf(page)).toEqual({ x: expect.closeTo(100, 0), y: expect.closeTo(60, 0) })

  await page.mouse.down()
  await page.mouse.move(x + 40, y + 20, { steps: 5 })
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect.poll(() => frameOf(page)).toEqual({ x: expect.closeTo(100, 0), y: expect.closeTo(60, 0) })

  await page.keyboard.press('Shift+M')
  await expect(minimap).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await frameOf(page)).x).toBeGreaterThan(105)
  await page.keyboard.press('Escape')
  await expect(minimap).not.toBeFocused()
})

test('the minimap is hidden by its key and stays so in this browser, and on a phone there is none', async ({
  made,
  join,
}) => {
  const map = await made({ sample: true })
  const ada = await join('Ada', map)
  await expect(minimapOf(ada.page)).toBeVisible()
  await ada.page.keyboard.press('m')
  await expect(minimapOf(ada.page)).toHaveCount(0)
  await ada.page.reload()
  await ada.ready()
  await expect(ada.page.getByRole('button', { name: 'Minimap', pressed: false })).toBeVisible()
  await expect(minimapOf(ada.page)).toHaveCount(0)
  await ada.page.getByRole('button', { name: 'Minimap' }).click()
  await expect(minimapOf(ada.page)).toBeVisible()

  const ben = await join('Ben', map, 'editor', { width: 390, height: 844, touch: true })
  await expect(ben.page.locator('[data-touchpoint]').first()).toBeVisible()
  await expect(minimapOf(ben.page)).toHaveCount(0)
})

test('colleagues are dots on the minimap while they point at the map', async ({ made, join }) => {
  const map = await made({ sample: true })
  const [ada, ben] = [await join('Ada', map), await join('Ben', map)]
  const dots = ada.page.getByTestId('minimap-dot')
  await expect(dots).toHaveCount(0)
  await ben.page.mouse.move(600, 400)
  await expect(dots).toHaveCount(1)
  await expect(minimapOf(ada.page)).toBeVisible()
  await ben.page.mouse.move(600, 10)
  await expect(dots).toHaveCount(0)
})
