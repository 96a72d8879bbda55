import { expectAccessible } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/test.ts'

const CSV = `id,customer,stage,touchpoint,comment,date,pain points,score
1,Ann,Before,Phone call,Nobody answered,2026-01-02,Waiting,1
2,Bob,Before,Phone call,They were kind.,2026-01-02,,5
3,Cem,After,Letter,I did not understand it,2026-01-03,Words,2
`

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in ${theme}`, () => {
    test.use({ colorScheme: theme })
    // Each look of axe at a whole map takes seconds, and this is many of them.
    test.setTimeout(240_000)

    test('home can be used by everybody, empty and with recent maps', async ({ server, page }) => {
      await page.goto(server.address)
      await expect(page.getByRole('button', { name: 'Try the sample' })).toBeVisible()
      await expectAccessible(page, 'home')
      await page.getByRole('button', { name: 'New map' }).click()
      await expect(page.getByRole('menu')).toBeVisible()
      await expectAccessible(page, 'choice of a new map')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Try the sample' }).click()
      await expect(page.getByTestId('canvas')).toHaveAttribute('data-ready', 'true')
      await page.goto(server.address)
      await expect(page.getByRole('link', { name: /Spoke/ })).toBeVisible()
      await expectAccessible(page, 'home with a recent map')
    })

    test('an address that opens nothing can be read by everybody', async ({ server, made, page }) => {
      const map = await made({ title: 'Closed' })
      await page.goto(`${server.address}/m/${map.id}`)
      await page.getByRole('textbox', { name: 'Link to the map' }).fill('nonsense')
      await page.keyboard.press('Enter')
      await expectAccessible(page, 'no access, with an error')
    })

    test('a map, its inspectors and its tray can be used by everybody', async ({ made, join }) => {
      const empty = await join('Ada', await made({ title: 'Empty' }), 'facilitator')
      await empty.page.emulateMedia({ colorScheme: theme })
      await expectAccessible(empty.page, 'empty map')

      const map = await made({ sample: true })
      const { page } = await join('Ada', map, 'facilitator')
      await page.emulateMedia({ colorScheme: theme })
      await expect(page.locator('[data-touchpoint]').first()).toBeVisible()
      await expectAccessible(page, 'sample map')
      await page.locator('[data-touchpoint]').first().click()
      const inspector = page.getByRole('complementary', { name: 'Touchpoint' })
      await expect(inspector).toBeVisible()
      await expectAccessible(page, 'inspector of a touchpoint')
      await inspector.getByRole('button', { name: 'Add a quote' }).click()
      await expectAccessible(page, 'inspector with a new quote')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await page
        .getByRole('button', { name: /Quotes/ })
        .first()
        .click()
      await expect(page.getByRole('complementary', { name: 'Quotes' })).toBeVisible()
      await expectAccessible(page, 'quotes tray')
      await page.getByRole('button', { name: 'More', exact: true }).click()
      await expectAccessible(page, 'menu of the map')
    })

    test('every dialog of a map can be used by everybody', async ({ made, join }) => {
      const { page } = await join('Ada', await made({ sample: true }), 'facilitator')
      await page.emulateMedia({ colorScheme: theme })
      const dialog = page.getByRole('dialog')
      for (const name of ['Share', 'Export']) {
        await page.getByRole('button', { name, exact: true }).click()
        await expect(dialog.getByRole('heading', { name })).toBeVisible()
        await expectAccessible(page, name)
        await page.keyboard.press('Escape')
        await expect(dialog).toHaveCount(0)
      }
      await page.keyboard.press('?')
      await expect(dialog.getByRole('heading', { name: 'Keyboard shortcuts' })).toBeVisible()
      await expectAccessible(page, 'shortcuts')
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
      await page.keyboard.press('Control+k')
      await expect(page.getByRole('combobox')).toBeFocused()
      await expectAccessible(page, 'palette')
    })

    test('every step of an import can be used by everybody', async ({ made, join }) => {
      const { page } = await join('Ada', await made({ title: 'Import' }), 'editor')
      await page.emulateMedia({ colorScheme: theme })
      await page.keyboard.press('Control+i')
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByRole('button', { name: 'Choose a file' })).toBeFocused()
      await expectAccessible(page, 'import: file')
      await dialog
        .locator('input[type=file]')
        .setInputFiles({ name: 'quotes.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) })
      const next = dialog.getByRole('button', { name: 'Next' })
      await expect(next).toBeEnabled()
      await expectAccessible(page, 'import: columns')
      await next.click()
      await expect(dialog.getByRole('button', { name: 'Back' })).toBeVisible()
      await expectAccessible(page, 'import: values')
      await next.click()
      const send = dialog.getByRole('button', { name: 'Import 3 quotes' })
      await expect(send).toBeEnabled()
      await expectAccessible(page, 'import: preview')
      await send.click()
      await expect(dialog.getByRole('button', { name: 'Show the map' })).toBeVisible()
      await expectAccessible(page, 'import: done')
    })
  })
}
