import { expect, test } from '../fixtures/test.ts'

test('whoever was given a link pastes it, whole or only its code, and is on the map', async ({
  server,
  made,
  page,
}) => {
  const map = await made({ title: 'Borrowing a book' })
  const { token, url } = map.links.viewer
  for (const pasted of [`Come in: ${url}.`, `${map.id}#${token}`]) {
    await page.goto(`${server.address}/join`)
    await page.getByRole('textbox', { name: 'Link to the map' }).fill(pasted)
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('canvas')).toHaveAttribute('data-ready', 'true')
    await expect(page).toHaveURL(`${server.address}/m/${map.id}`)
  }
})

test('what is pasted and opens nothing is answered with what to do', async ({ server, made, page }) => {
  const map = await made({ title: 'Borrowing a book' })
  await page.goto(`${server.address}/join`)
  const field = page.getByRole('textbox', { name: 'Link to the map' })
  const open = page.getByRole('button', { name: 'Open the map' })
  await open.click()
  await expect(page.getByText('Paste the link first.')).toBeVisible()
  await field.fill('https://example.org/')
  await open.click()
  await expect(page.getByText('This is no link to a map')).toBeVisible()
  await field.fill(`${server.address}/m/${map.id}`)
  await open.click()
  await expect(page.getByText('This link has lost its end')).toBeVisible()
})
