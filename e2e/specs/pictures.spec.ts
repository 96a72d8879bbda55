import type { Page } from '@playwright/test'
import { exportJson } from '../fixtures/api.ts'
import { expectAccessible } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/test.ts'

const MAP = {
  ...{ format: 'verbatim-map', version: 1 },
  stages: [{ id: 's1', name: 'Find us' }],
  lanes: [
    { id: 'l1', name: 'Steps', kind: 'frontstage' },
    { id: 'l2', name: 'Pictures', kind: 'images' },
  ],
  touchpoints: [{ id: 't1', title: 'Ring the shop', stage: 's1', lane: 'l1' }],
}

/** Brings a picture to a point of the page, as a file that is dropped or as what the clipboard holds. */
async function bring(
  page: Page,
  how: 'drop' | 'paste',
  at: { x: number; y: number },
  type = 'image/png',
): Promise<void> {
  await page.mouse.move(at.x, at.y)
  await page.evaluate(
    async ({ how, at, type }) => {
      const canvas = new OffscreenCanvas(40, 30)
      const context = canvas.getContext('2d')
      if (!context) throw new Error('this browser draws nothing')
      context.fillStyle = '#b4531b'
      context.fillRect(0, 0, 40, 30)
      const data = new DataTransfer()
      data.items.add(new File([await canvas.convertToBlob({ type: 'image/png' })], 'shop.png', { type }))
      const target = document.elementFromPoint(at.x, at.y) ?? document.body
      const common = { bubbles: true, cancelable: true }
      target.dispatchEvent(
        how === 'drop'
          ? new DragEvent('drop', { ...common, dataTransfer: data, clientX: at.x, clientY: at.y })
          : new ClipboardEvent('paste', { ...common, clipboardData: data }),
      )
    },
    { how, at, type },
  )
}

/** Whether the colour of the picture is to be seen on the painted map. */
function isSeen(page: Page): Promise<boolean> {
  return page.locator('canvas[data-painted]').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]]
      if (Math.abs(red - 0xb4) < 12 && Math.abs(green - 0x53) < 12 && Math.abs(blue - 0x1b) < 12) return true
    }
    return false
  })
}

test('a picture that is dropped or pasted becomes a note that everybody sees', async ({ server, made, join }) => {
  const map = await made(MAP)
  const ada = await join('Ada', map, 'editor')
  const ben = await join('Ben', map, 'viewer')
  const card = await ada.card('t1').boundingBox()
  const lane = await ada.page.getByText('Pictures', { exact: true }).first().boundingBox()
  if (!card || !lane) throw new Error('the map is not in view')

  await bring(ada.page, 'drop', { x: card.x + 60, y: lane.y + 40 })
  await expect(ada.page.getByText('Picture added.')).toBeVisible()
  await expect.poll(() => isSeen(ben.page)).toBe(true)
  const field = ada.page.getByRole('textbox', { name: 'What it shows' })
  await field.fill('The shop from the street')
  await field.press('Enter')
  await expect(ben.canvas.getByRole('group', { name: 'Note: The shop from the street' })).toBeVisible()
  await expectAccessible(ada.page, 'a note with a picture')
  await ada.saved()
  const [note] = (await exportJson(server.address, map)).notes ?? []
  expect(note).toMatchObject({ alt: 'The shop from the street', stage: 's1', lane: 'l2', author: 'Ada' })

  await bring(ada.page, 'paste', { x: card.x + 320, y: card.y + 20 })
  await expect(ben.canvas.locator('[data-note]')).toHaveCount(2)
  await ada.saved()
  expect((await exportJson(server.address, map)).notes).toContainEqual(
    expect.objectContaining({ stage: null, lane: null, alt: '' }),
  )
  await ada.page.keyboard.press('Control+z')
  await expect(ben.canvas.locator('[data-note]')).toHaveCount(1)
})

test('a picture of another kind is refused with a sentence, and who may not edit adds none', async ({
  server,
  made,
  join,
}) => {
  const map = await made(MAP)
  const ada = await join('Ada', map, 'editor')
  const cleo = await join('Cleo', map, 'contributor')
  const middle = { x: 900, y: 500 }
  await bring(ada.page, 'drop', middle, 'image/gif')
  await expect(ada.page.getByText('A picture on a map is a PNG, a JPEG or a WebP.')).toBeVisible()
  await bring(cleo.page, 'paste', middle)
  await bring(cleo.page, 'drop', middle)
  await expect(cleo.page.locator('[data-note]')).toHaveCount(0)
  expect((await exportJson(server.address, map)).notes).toEqual([])
})

test('a picture is seen from afar too', async ({ made, join }) => {
  const ada = await join('Ada', await made(MAP), 'editor')
  const card = await ada.card('t1').boundingBox()
  const lane = await ada.page.getByText('Pictures', { exact: true }).first().boundingBox()
  if (!card || !lane) throw new Error('the map is not in view')
  await bring(ada.page, 'drop', { x: card.x + 60, y: lane.y + 40 })
  await expect.poll(() => isSeen(ada.page)).toBe(true)
  await ada.page.keyboard.press('Escape')
  for (let step = 0; step < 5; step++) await ada.page.keyboard.press('-')
  await expect(ada.page.getByRole('img', { name: 'The map from afar' })).toBeVisible()
  await expect.poll(() => isSeen(ada.page)).toBe(true)
})
