import type { Page } from '@playwright/test'
import { exportJson } from '../fixtures/api.ts'
import { expect, test } from '../fixtures/test.ts'

const MAP = {
  format: 'verbatim-map',
  version: 1,
  map: { title: 'Tables' },
  stages: [
    { id: 'one', name: 'One' },
    { id: 'two', name: 'Two' },
  ],
  lanes: [{ id: 'l', name: 'Lane', kind: 'steps' }],
  touchpoints: [{ id: 't', title: 'Wait', stage: 'one', lane: 'l' }],
}

/** Puts cells into the clipboard as a spreadsheet would. */
async function copyCells(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(async cells => {
    const html = `<meta charset="utf-8"><table>${cells
      .map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`)
      .join('')}</table>`
    const text = cells.map(row => row.join('\t')).join('\r\n')
    const blob = (data: string, type: string) => new Blob([data], { type })
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/html': blob(html, 'text/html'), 'text/plain': blob(text, 'text/plain') }),
    ])
  }, rows)
}

test('a column of cells becomes cards where the pointer is, and a table a note for each row', async ({
  server,
  made,
  join,
}) => {
  const map = await made(MAP)
  const ada = await join('Ada', map)
  const { page } = ada
  const { x = 0, y = 0, width = 0 } = (await ada.card('t').boundingBox()) ?? {}
  await copyCells(page, [['Ring'], ['Sit down']])
  await page.mouse.move(x + width * 1.5, y + 20)
  await page.keyboard.press('Control+v')
  await expect(ada.cardNamed('Sit down')).toBeVisible()

  await copyCells(page, [
    ['The queue', 'is long'],
    ['Signs<br>and doors', 'are hidden'],
  ])
  await page.mouse.move(x + width * 3.5, y + 200)
  await page.keyboard.press('Control+v')
  await expect(page.locator('[data-note]')).toHaveCount(2)
  await ada.saved()
  const { touchpoints, notes } = await exportJson(server.address, map)
  expect(touchpoints.map(({ stage, title }) => `${stage} ${title}`)).toEqual(['one Wait', 'two Ring', 'two Sit down'])
  expect(notes).toMatchObject([
    { text: 'The queue\nis long', author: 'Ada', stage: null },
    { text: 'Signs\nand doors\nare hidden' },
  ])
  await page.keyboard.press('Control+z')
  await expect(page.locator('[data-note]')).toHaveCount(0)
})

test('a table of quotes opens the import with its columns', async ({ made, join }) => {
  const ada = await join('Ada', await made(MAP))
  const { page } = ada
  await copyCells(page, [
    ['Verbatim', 'Customer', 'Date'],
    ['Nobody looked up when I came in.', 'C1', '2025-03-01'],
    ['They were kind in the end.', 'C2', '2025-03-02'],
  ])
  await page.mouse.move(700, 500)
  await page.keyboard.press('Control+v')
  const dialog = page.getByRole('dialog', { name: 'Import quotes' })
  await expect(dialog).toContainText('Verbatim')
  await expect(page.locator('[data-note]')).toHaveCount(0)
})

test('words that are dropped become a note or cards where they are let go', async ({ made, join }) => {
  const ada = await join('Ada', await made(MAP))
  const { page } = ada
  const { x = 0, y = 0, width = 0 } = (await ada.card('t').boundingBox()) ?? {}
  const drop = (text: string, at: { x: number; y: number }) =>
    page.evaluate(
      ([words, clientX, clientY]) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.setData('text/plain', words)
        const target = document.elementFromPoint(clientX, clientY)
        const options = { dataTransfer, clientX, clientY, bubbles: true, cancelable: true }
        target?.dispatchEvent(new DragEvent('dragover', options))
        target?.dispatchEvent(new DragEvent('drop', options))
      },
      [text, at.x, at.y] as const,
    )
  await drop('A note from elsewhere', { x: x + width * 3.5, y: y + 200 })
  await expect(page.getByRole('group', { name: 'Note: A note from elsewhere' })).toBeVisible()
  await drop('First\nSecond', { x: x + width * 1.5, y: y + 20 })
  await expect(ada.cardNamed('First')).toBeVisible()
  await expect(ada.cardNamed('Second')).toBeVisible()
})
