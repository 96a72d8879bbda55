import { TWO_CARDS } from '../fixtures/maps.ts'
import { expect, test } from '../fixtures/test.ts'

test('sharing says when the server is away, and is tried again without leaving the dialog', async ({
  network,
  made,
  join,
}) => {
  const { page } = await join('Fay', await made(TWO_CARDS), 'facilitator', { at: network.address })
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Share this map' })
  await expect(dialog.getByRole('textbox', { name: /^Link/ }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await network.down()
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(dialog.getByRole('alert')).toHaveText('The server can’t be reached. Check the connection and try again.')
  await network.up()
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(dialog.getByRole('textbox', { name: /^Link/ }).first()).toBeVisible()
  await expect(dialog.getByRole('alert')).toHaveCount(0)
})

test('a picture that would be too large to draw is not offered, and says so', async ({ made, join }) => {
  const stages = Array.from({ length: 40 }, (_, index) => ({ id: `s${index}`, name: `Stage ${index}` }))
  const { page } = await join('Ada', await made({ ...TWO_CARDS, stages: [...TWO_CARDS.stages, ...stages] }))
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByRole('button', { name: 'PNG 1×' })).toBeEnabled()
  await expect(dialog.getByRole('button', { name: 'PNG 4×' })).toBeDisabled()
  await expect(dialog.getByText(/pixels, more than can be drawn$/)).toHaveCount(1)
})

test('what is said in the place of a message that is just leaving stays, with its own button', async ({
  made,
  join,
}) => {
  const { page } = await join('Ada', await made(TWO_CARDS))
  // As the app itself loads it; no gesture gets a second message into the two tenths of a second that leaving takes.
  const said = await page.evaluateHandle(async () => {
    const find = () => performance.getEntriesByType('resource').find(({ name }) => /Toasts[^/]*\.js$/.test(name))
    while (!find()) await new Promise(resolve => setTimeout(resolve, 50))
    const [say] = Object.values((await import(find()?.name ?? '')) as Record<string, unknown>)
    return say as (words: string, options: object) => void
  })
  await said.evaluate(say => say('The first', { id: 'one', action: { label: 'Undo', onPress() {} } }))
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await said.evaluate(say => say('The second', { id: 'one' }))
  await expect(page.getByText('The first')).toHaveCount(0)
  await expect(page.getByText('The second')).toBeVisible()
  await expect(page.locator('[data-sonner-toast]').getByRole('button', { name: 'Undo' })).toHaveCount(0)
})
