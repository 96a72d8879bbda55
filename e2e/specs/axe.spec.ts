import { expectAccessible } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/test.ts'

const CSV = `id,customer,stage,touchpoint,comment,date,pain points,score
1,Ann,Before,Phone call,Nobody answered,2026-01-02,Waiting,1
2,Bob,Before,Phone call,They were kind.,2026-01-02,,5
3,Cem,After,Letter,I did not understand it,2026-01-03,Words,2
4,Dan,After,Letter,,2026-01-04,,3
`

const NOTED = {
  format: 'verbatim-map',
  version: 1,
  map: { title: 'Noted' },
  stages: [{ id: 'one', name: 'One' }],
  lanes: [{ id: 'l', name: 'Lane', kind: 'steps' }],
  touchpoints: [{ id: 't', title: 'Wait', stage: 'one', lane: 'l' }],
  notes: [
    { id: 'a', text: 'The queue is long', author: 'Ada', x: 640, y: 20 },
    { id: 'b', text: 'Ring a bell', author: 'Zoe', x: 300, y: 20 },
  ],
}

test.describe('in light and dark', () => {
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
    await page.goto(`${server.address}/join`)
    await expect(page.getByRole('textbox', { name: 'Link to the map' })).toBeVisible()
    await expectAccessible(page, 'join')
    await page.getByRole('button', { name: 'Open the map' }).click()
    await expectAccessible(page, 'join, with an error')
  })

  test('a map, its inspectors and its tray can be used by everybody', async ({ made, join }) => {
    const empty = await join('Ada', await made({ title: 'Empty' }), 'facilitator')
    await expectAccessible(empty.page, 'empty map')

    const map = await made({ sample: true })
    const { page } = await join('Ada', map, 'facilitator')
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

    const val = await join('Val', map, 'viewer')
    await expect(val.page.getByText('You can look around')).toBeVisible()
    await expectAccessible(val.page, 'sample map for those who look')
  })

  test('notes, stages and lanes, and the minimap can be used by everybody', async ({ made, join }) => {
    const { page } = await join('Ada', await made(NOTED), 'facilitator')
    const menu = page.getByRole('menu')
    await page.getByRole('group', { name: 'Note: The queue is long' }).click()
    await expect(page.getByRole('complementary', { name: 'Note' })).toBeVisible()
    await page.getByRole('group', { name: 'Note: Ring a bell' }).click({ modifiers: ['Shift'] })
    const bar = page.getByRole('toolbar', { name: 'Notes' })
    for (const name of ['Group', 'Turn into']) {
      await bar.getByRole('button', { name }).click()
      await expect(menu).toBeVisible()
      await expectAccessible(page, `notes: ${name}`)
      await page.keyboard.press('Escape')
      await expect(menu).toHaveCount(0)
    }
    await bar.getByRole('button', { name: 'Turn into' }).click()
    await page.getByRole('menuitem', { name: 'Pain point' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page, 'touchpoint that notes are about')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await bar.getByRole('button', { name: 'Group' }).click()
    await page.getByRole('menuitem', { name: 'Under a heading' }).click()
    await page.keyboard.type('Later')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('complementary', { name: 'Note' })).toBeVisible()
    await expectAccessible(page, 'group of notes, and inspector of a note')
    for (const [what, header] of [
      ['Stage', page.locator('[data-stage] h2')],
      ['Lane', page.locator('[data-lane] h2')],
    ] as const) {
      await header.first().click()
      await expect(page.getByRole('complementary', { name: what })).toBeVisible()
      await page
        .getByRole('button', { name: new RegExp(`^More for ${what.toLowerCase()}`) })
        .first()
        .click()
      await expect(menu).toBeVisible()
      await expectAccessible(page, `menu and inspector of a ${what}`)
      await page.keyboard.press('Escape')
      await expect(menu).toHaveCount(0)
    }
    await page.keyboard.press('Shift+M')
    await expect(page.getByRole('group', { name: /^Minimap/ })).toBeFocused()
    await expectAccessible(page, 'minimap')
  })

  test.describe('while the server goes away', () => {
    test.use({ ownServer: true })

    test('what is said about a map can be read by everybody', async ({ server, page }) => {
      await page.goto(server.address)
      await page.getByRole('button', { name: 'New map' }).click()
      await page.getByRole('menuitem').first().click()
      await expect(page.getByTestId('canvas')).toHaveAttribute('data-ready', 'true')
      await expect(page.getByRole('heading', { name: 'Keep your facilitator link' })).toBeVisible()
      await expectAccessible(page, 'new map, with its link to keep and a hint')
      await server.stop('SIGKILL')
      await expect(page.getByRole('status', { name: 'Saved state' })).toHaveText(/offline/i)
      await expectAccessible(page, 'offline')
    })
  })

  test('every dialog of a map can be used by everybody', async ({ made, join }) => {
    const { page } = await join('Ada', await made({ sample: true }), 'facilitator')
    const dialog = page.getByRole('dialog')
    for (const name of ['Share', 'Export']) {
      await page.getByRole('button', { name, exact: true }).click()
      await expect(dialog.getByRole('heading', { name })).toBeVisible()
      await expectAccessible(page, name)
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
    }
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await dialog.getByRole('button', { name: 'QR code' }).first().click()
    await dialog.getByRole('button', { name: 'New link' }).first().click()
    await expect(dialog.getByRole('textbox', { name: 'Whom it is for' })).toBeVisible()
    await expectAccessible(page, 'share, with a new link and a code')
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
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
    await dialog.getByText('1 row is not taken').click()
    await expect(dialog.getByText('There are no words in this row.')).toBeVisible()
    await expectAccessible(page, 'import: preview, with what is left out')
    await send.click()
    await expect(dialog.getByRole('button', { name: 'Show the map' })).toBeVisible()
    await expectAccessible(page, 'import: done')
  })
})
