import { readFile } from 'node:fs/promises'
import { workbookOf } from '../../shared/formats/xlsx/testWorkbook.ts'
import { exportJson } from '../fixtures/api.ts'
import { expectAccessible } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/test.ts'

const WORKBOOK = workbookOf(
  {
    Cover: [['Spring survey'], ['collected in March']],
    Answers: [
      ['customer', 'stage', 'touchpoint', 'comment', 'date'],
      ['ann', 'Wait', 'Phone', 'Nobody rang for three hours', { value: 45_356, look: 1 }],
      ['ben', 'Wait', 'Phone', 'They were kind', { value: 45_357, look: 1 }],
      ['cem', 'Wait', 'Phone', '', { value: 45_357, look: 1 }],
    ],
  },
  { looks: ['dd/mm/yyyy'] },
)

const TRANSCRIPT = `[00:00:05] Mia: How did the repair go?
[00:00:09] Ann Smith: I waited a week and nobody told me why.
[00:00:20] Mia: And what would you wish for?
[00:00:24] Tom Jones: A call, at least. Mine is 020 7946 0018.
[00:00:40] Desk: We can do that.
`

test('a workbook comes in by its sheet, a second time only with what is new, and the list of what was left out is saved', async ({
  server,
  made,
  join: enter,
}) => {
  const map = await made({ title: 'Workbook' })
  const { page } = await enter('Ada', map)
  const dialog = page.getByRole('dialog')
  const open = async () => {
    await page.keyboard.press('Control+i')
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'spring.xlsx', mimeType: '', buffer: Buffer.from(WORKBOOK) })
    await dialog.getByLabel('Sheet').selectOption('Answers')
    await expect(dialog.getByText('3 rows, 5 columns')).toBeVisible()
    await dialog.getByRole('button', { name: 'Next' }).click()
    await dialog.getByRole('button', { name: 'Next' }).click()
  }
  await open()
  await dialog.getByRole('button', { name: 'Import 2 quotes' }).click()
  await dialog.getByText('1 row is not taken').click()
  const arrived = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download the list' }).click()
  const list = await arrived
  expect(list.suggestedFilename()).toBe('spring - left out.csv')
  expect(await readFile(await list.path(), 'utf8')).toContain('4,"There are no words in this row."')
  await dialog.getByRole('button', { name: 'Show the map' }).click()
  const { quotes } = await exportJson(server.address, map)
  expect(quotes).toMatchObject([
    { text: 'Nobody rang for three hours', saidOn: '2024-03-05', line: 2 },
    { text: 'They were kind', saidOn: '2024-03-06', line: 3 },
  ])
  // From the words to the row of the file.
  await page.locator('[data-touchpoint]').click()
  const said = page.getByRole('complementary', { name: 'Touchpoint' })
  await said.getByRole('button', { name: 'Where it was said' }).first().press('Enter')
  await expect(said).toContainText(/Row of the file[23]/)
  await page.keyboard.press('Escape')
  await open()
  await dialog.getByRole('button', { name: /^Import/ }).click()
  await expect(dialog.getByText('Nothing was added')).toBeVisible()
  expect((await exportJson(server.address, map)).quotes).toHaveLength(2)
})

test('turns of a transcript become quotes of the people chosen, with what was asked and when; and are taken back by one undo', async ({
  server,
  made,
  join: enter,
}) => {
  const map = await made({ title: 'Panel' })
  const { page } = await enter('Ada', map)
  await page.keyboard.press('Control+i')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Choose a file' })).toBeVisible()
  await page.evaluate(text => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, TRANSCRIPT)
  await dialog.getByLabel('Who is “Mia”?').selectOption({ label: 'Asks the questions' })
  await dialog.getByLabel('Who is “Desk”?').selectOption({ label: 'Our staff' })
  await dialog.getByLabel('What it is called').fill('Panel one')
  await dialog.getByLabel('When it was').fill('2026-03-02')
  await expectAccessible(page, 'speakers of a transcript')
  await dialog.getByRole('button', { name: 'Next' }).click()
  await expect(dialog.getByText('I waited a week and nobody told me why.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Import 3 quotes' }).click()
  await dialog.getByRole('button', { name: 'Show the map' }).click()
  const after = await exportJson(server.address, map)
  expect(after.quotes).toMatchObject([
    { prompt: 'How did the repair go?', ref: 'Panel one, 00:00:09', saidOn: '2026-03-02' },
    { prompt: 'And what would you wish for?', ref: 'Panel one, 00:00:24' },
    { prompt: 'And what would you wish for?', ref: 'Panel one, 00:00:40' },
  ])
  expect(after.customers).toMatchObject([{ alias: 'Customer 1' }, { alias: 'Customer 2' }, { alias: 'Staff 1' }])
  expect(JSON.stringify(after)).not.toMatch(/Smith|Jones|7946/)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await exportJson(server.address, map)).quotes.length).toBe(0)
})

test('a map of ours is added to this one, and a second time only what is new', async ({
  server,
  made,
  join: enter,
}) => {
  const sample = JSON.stringify(await exportJson(server.address, await made({ sample: true })))
  const map = await made({ title: 'Ours' })
  const { page } = await enter('Ada', map)
  const dialog = page.getByRole('dialog')
  const open = async () => {
    await page.keyboard.press('Control+i')
    const file = { name: 'repair.json', mimeType: 'application/json', buffer: Buffer.from(sample) }
    await dialog.locator('input[type=file]').setInputFiles(file)
  }
  // Dropped on the open map, it says what it would bring before anything comes.
  const carried = await page.evaluateHandle(text => {
    const data = new DataTransfer()
    data.items.add(new File([text], 'repair.json', { type: 'application/json' }))
    return data
  }, sample)
  await page.dispatchEvent('body', 'drop', { dataTransfer: carried })
  await expect(dialog.getByText('It brings')).toContainText('25 touchpoints')
  await dialog.getByRole('button', { name: 'Add it to this map' }).click()
  await expect(dialog.getByText('The other map is on this one.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Show the map' }).click()
  await expect(page.locator('[data-touchpoint]').first()).toBeVisible()
  await open()
  await expect(dialog.getByText('Everything in it is on this map already.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Add it to this map' })).toBeDisabled()
})
