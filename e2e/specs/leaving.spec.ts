import { readFile, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/axe.ts'
import { TWO_CARDS } from '../fixtures/maps.ts'
import { expect, test } from '../fixtures/test.ts'

const STORY = {
  ...TWO_CARDS,
  map: { title: 'What they told us', whyHired: 'To be done by noon' },
  customers: [
    { id: 'c1', alias: 'Ann Smith', key: 'KEY-OF-ANN' },
    { id: 'c2', alias: 'Customer 2' },
  ],
  quotes: [
    { id: 'a', text: 'I was done by ten.', customer: 'c1', touchpoint: 't', row: { mail: 'ROW-OF-ANN' } },
    { id: 'b', text: 'It took all day.', customer: 'c2', touchpoint: 't' },
  ],
  evidence: [
    { id: 'e1', claim: 'whyHired', quote: 'a' },
    { id: 'e2', claim: 'whyHired', quote: 'b', stance: 'contradicts' },
  ],
  scenes: [
    { id: 's1', kind: 'title', heading: 'What they told us', notes: 'SAY-THIS' },
    { id: 's2', kind: 'claim', heading: 'Why customers hire us', claim: 'whyHired' },
    { id: 's3', kind: 'view', heading: 'The whole journey' },
    { id: 's4', kind: 'number', heading: 'What we do not know', number: 'notHeard' },
  ],
}

async function saved(page: Page, button: string): Promise<{ name: string; path: string; bytes: Buffer }> {
  await page.keyboard.press('Control+e')
  const arrived = page.waitForEvent('download')
  await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: button, exact: true }).click()
  const file = await arrived
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const path = await file.path()
  return { name: file.suggestedFilename(), path, bytes: await readFile(path) }
}

test('a storyline leaves as PDF, as pictures and as a page that presents itself without a network', async ({
  made,
  join,
  browser,
}, info) => {
  const { page } = await join('Ada', await made(STORY), 'viewer')
  const pdf = await saved(page, 'Storyline (PDF)')
  expect(pdf.name).toBe('What they told us storyline.pdf')
  expect(pdf.bytes.toString('latin1').match(/\/Type \/Page\n/g)).toHaveLength(4)
  const pictures = await saved(page, 'Pictures of the scenes (ZIP)')
  expect(pictures.bytes.toString('latin1')).toContain('02 Why customers hire us.png')

  const html = await saved(page, 'Presentation (HTML file)')
  for (const secret of ['Ann Smith', 'KEY-OF-ANN', 'ROW-OF-ANN', 'SAY-THIS']) {
    expect(html.bytes.toString(), secret).not.toContain(secret)
  }
  const path = info.outputPath('presentation.html')
  await writeFile(path, html.bytes)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, offline: true })
  const told = await context.newPage()
  const problems: string[] = []
  told.on('pageerror', error => problems.push(error.message))
  told.on('console', message => message.type() === 'error' && problems.push(message.text()))
  told.on('request', request => /^(file|data):/.test(request.url()) || problems.push(request.url()))
  await told.goto(pathToFileURL(path).href)
  const heading = told.getByRole('heading', { level: 1 })
  const wall = told.getByTestId('wall')
  const press = async (...keys: string[]) => {
    for (const key of keys) await told.keyboard.press(key)
  }
  await expect(heading).toHaveText('What they told us')
  await expect(wall.locator('text').first()).toBeVisible()
  await expectAccessible(told, 'the title')

  await press(' ')
  await expect(heading).toHaveText('Why customers hire us')
  await expect(told.locator('[aria-live]')).toHaveText(/^Scene 2 of 4\. Why customers hire us\. To be done by noon/)
  await press('ArrowDown')
  const words = told.getByRole('region', { name: /^What customers said/ })
  await expect(words.getByText('“It took all day.”')).toBeVisible()
  await expect(words.getByText('“I was done by ten.”')).toBeVisible()
  await expectAccessible(told, 'the words behind a claim')
  await press('Escape')
  await expect(words).toBeHidden()

  const size = () =>
    wall.locator('text').evaluateAll(all => Math.max(...all.map(one => Number(one.getAttribute('font-size')))))
  const before = await size()
  await press('+', '+')
  await expect.poll(size).toBeGreaterThan(before)
  await press('c')
  await expect(told.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expectAccessible(told, 'dark, in the largest text')

  await press('PageDown')
  await expect(heading).toHaveText('The whole journey')
  await expect(wall.locator('use').first()).toBeVisible()
  await press('b')
  await expect(told.getByTestId('black')).toBeVisible()
  await press('b', 'End')
  await expect(heading).toHaveText('What we do not know')
  await press('2', 'Enter')
  await expect(heading).toHaveText('Why customers hire us')
  await press('Home')
  await expect(heading).toHaveText('What they told us')
  await press('ArrowRight', 'PageUp', 'ArrowRight')
  await expect(heading).toHaveText('Why customers hire us')
  await expect(told).toHaveURL(/#2$/)
  await told.reload()
  await expect(heading).toHaveText('Why customers hire us')

  // The whole story to be read, and from a heading back into the room.
  await press('s')
  await expect(told.getByText('“It took all day.”').first()).toBeVisible()
  await expect(told.getByRole('button', { name: 'Why customers hire us' })).toBeFocused()
  await expectAccessible(told, 'all scenes')
  await told.getByRole('button', { name: 'The whole journey' }).press('Enter')
  await expect(wall).toHaveAttribute('data-scene', '3')
  await press('l')
  await told.mouse.move(300, 200)
  await expect(told.getByTestId('laser')).toBeInViewport()
  await press('l', 's', 'Escape', '2', 'Enter')
  await expect(told.getByTestId('laser')).toBeHidden()
  await expect(heading).toHaveText('Why customers hire us')

  // Upright, it is laid out again.
  await told.setViewportSize({ width: 390, height: 844 })
  await expect(wall.locator('> svg')).toHaveAttribute('viewBox', /^0 0 780 /)
  await told.getByRole('button', { name: 'What customers said' }).click()
  await expect(words.getByText('“It took all day.”')).toBeVisible()
  await context.close()
  expect(problems).toEqual([])
})

test('a map with nothing to present offers no files of a storyline, and says why', async ({ made, join }) => {
  const { page } = await join('Ada', await made({ title: 'Empty' }))
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByText(/^There is nothing to present yet/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Presentation (HTML file)' })).toBeDisabled()
  await expect(dialog.getByRole('button', { name: 'JSON', exact: true })).toBeEnabled()
})
