import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'

/** Presses Tab until the focus is on what has this role and name, as somebody without a pointer does. */
async function tabTo(page: Page, role: 'button' | 'textbox' | 'application', name: string | RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name })
  const isThere = () => wanted.evaluateAll(all => all.some(element => element === document.activeElement))
  // More stops than a map with a card has; whoever needs more is trapped.
  for (let stop = 0; stop < 80; stop++) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
    await expectFocusSeen(page)
  }
  throw new Error(`Tab never comes to the ${role} ${name}`)
}

/** Where the focus is has an outline or, in texts of the map, a coloured line. Outside of the page the browser shows it. */
async function expectFocusSeen(page: Page): Promise<void> {
  const unseen = await page.evaluate(() => {
    const focused = document.activeElement
    if (!focused || focused === document.body) return null
    // A hidden field draws its outline around the label that stands for it.
    const marked = [focused, focused.parentElement, focused.closest('label, [role="group"]')]
    const isSeen = marked.some(element => {
      if (!element) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
    })
    return isSeen ? null : focused.outerHTML.slice(0, 200)
  })
  expect(unseen, 'has the focus and does not show it').toBeNull()
}

async function chooseFromMenu(page: Page, item: string): Promise<void> {
  await page.keyboard.press('Enter')
  const wanted = page.getByRole('menuitem', { name: item })
  await expect(wanted).toBeVisible()
  for (let stop = 0; stop < 20; stop++) {
    if (await wanted.evaluate(element => element === document.activeElement)) return page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`arrows never come to ${item}`)
}

test('a whole small map is made with the keyboard alone', async ({ made, join }) => {
  test.setTimeout(180_000)
  const ada = await join('Ada', await made({ title: '' }))
  const { page } = ada
  const { keyboard } = page
  const name = async (field: string, words: string) => {
    await expect(page.locator(`textarea[aria-label="${field}"]:focus`)).toBeVisible()
    await keyboard.type(words)
  }
  const renamed = async (field: string, words: string) => {
    await expect(page.locator(`textarea[aria-label="${field}"]:focus`)).toBeVisible()
    await keyboard.press('Control+a')
    await keyboard.type(words)
    await keyboard.press('Enter')
  }

  await tabTo(page, 'textbox', 'Name of the map')
  await keyboard.type('Borrowing a book')

  await tabTo(page, 'button', 'Add a stage')
  await keyboard.press('Enter')
  await name('Name of the stage', 'Look for it')
  await keyboard.press('Enter')
  await keyboard.press('Shift+S')
  await name('Name of the stage', 'Bring')
  await keyboard.press('Enter')
  await tabTo(page, 'button', 'More for stage Bring')
  await chooseFromMenu(page, 'Rename')
  await renamed('Name of the stage', 'Bring it back')
  await expect(page.getByRole('heading', { name: 'Bring it back' })).toBeVisible()

  await keyboard.press('Escape')
  await keyboard.press('Enter')
  await name('Title', 'Ask at the desk')
  await keyboard.press('Escape')
  await tabTo(page, 'button', /^More for lane/)
  await chooseFromMenu(page, 'Rename')
  await renamed('Name of the lane', 'What readers do')
  await tabTo(page, 'button', 'More for lane What readers do')
  await chooseFromMenu(page, 'Add a lane below')
  await renamed('Name of the lane', 'What happens behind')

  await tabTo(page, 'application', /^Journey map/)
  await keyboard.press('ArrowRight')
  await expect(page.getByRole('group', { name: /^Ask at the desk/ })).toBeFocused()
  await expectFocusSeen(page)
  await keyboard.press('Escape')
  await tabTo(page, 'button', 'Touchpoint')
  await keyboard.press('Escape')
  await tabTo(page, 'application', /^Journey map/)
  await keyboard.press('Enter')
  await name('Title', 'Search the shelf')
  await keyboard.press('Escape')
  await expect(page.locator('[data-touchpoint]')).toHaveCount(2)

  await tabTo(page, 'button', 'Add a quote')
  await keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'In the customer’s own words' })).toBeFocused()
  await keyboard.type('Nobody could tell me where it stands')
  await tabTo(page, 'button', /^Add quote$/)
  await keyboard.press('Enter')
  await expect(ada.cardNamed('Search the shelf')).toContainText('heard from 1')
  await expectFocusSeen(page)

  await tabTo(page, 'button', 'Add a pain point')
  await keyboard.press('Enter')
  await name('What hurts', 'The shelf is not signed')

  await tabTo(page, 'button', 'Add a link')
  await keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Find a touchpoint or a note' })).toBeFocused()
  await keyboard.type('desk')
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Remove the link to “Ask at the desk”' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add a link' })).toBeFocused()

  await tabTo(page, 'application', /^Journey map/)
  await keyboard.press('ArrowDown')
  await keyboard.press('Delete')
  await expect(page.locator('[data-touchpoint]')).toHaveCount(1)
  await keyboard.press('Control+z')
  await expect(page.locator('[data-touchpoint]')).toHaveCount(2)
  await keyboard.press('Control+y')
  await expect(page.locator('[data-touchpoint]')).toHaveCount(1)
  await keyboard.press('Control+z')
  await expect(page.locator('[data-touchpoint]')).toHaveCount(2)
  await ada.saved()

  await keyboard.press('Control+e')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await tabTo(page, 'button', /^JSON$/)
  const arriving = page.waitForEvent('download')
  await keyboard.press('Enter')
  const map = JSON.parse(await readFile(await (await arriving).path(), 'utf8'))
  await expect(dialog).toHaveCount(0)
  expect(map).toMatchObject({
    map: { title: 'Borrowing a book' },
    stages: [{ name: 'Look for it' }, { name: 'Bring it back' }],
    lanes: [{ name: 'What readers do' }, { name: 'What happens behind' }],
    quotes: [{ text: 'Nobody could tell me where it stands' }],
    painPoints: [{ title: 'The shelf is not signed' }],
  })
  expect(map.links).toHaveLength(1)
  expect(map.touchpoints.map(({ title }: { title: string }) => title).sort()).toEqual([
    'Ask at the desk',
    'Search the shelf',
  ])
})
