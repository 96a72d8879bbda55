import type * as Y from 'yjs'
import { exportJson } from '../fixtures/api.ts'
import { closed, stockClient, synced } from '../fixtures/stockClient.ts'
import { expect, test } from '../fixtures/test.ts'

for (const role of ['viewer', 'contributor'] as const) {
  test(`a ${role} can change nothing, not even with a hand-made socket client`, async ({ server, made, join }) => {
    const map = await made({ sample: true })
    const before = await exportJson(server.address, map)
    const ada = await join('Ada', map, 'editor')

    const { doc, provider } = stockClient(server.address, map.id, map.links[role].token)
    await synced(provider)
    const title = (doc.getMap('touchpoints').get(before.touchpoints[0]?.id ?? '') as Y.Map<unknown>).get('title')
    const ended = closed(provider)
    ;(title as Y.Text).insert(0, 'Overwritten ')
    expect(await ended).toBe(4403)
    provider.destroy()

    await expect(ada.page.getByText('Overwritten')).toHaveCount(0)
    expect(await exportJson(server.address, map)).toEqual(before)
  })
}

test('a viewer sees the map and is offered nothing to edit it with', async ({ made, join }) => {
  const map = await made({ sample: true })
  const vera = await join('Vera', map, 'viewer')
  await expect(vera.page.locator('[data-touchpoint]').first()).toBeVisible()
  for (const name of ['Touchpoint', 'Note', 'Link', 'Undo']) {
    await expect(vera.page.getByRole('button', { name, exact: true })).toHaveCount(0)
  }
  await vera.page.locator('[data-touchpoint]').first().dblclick()
  await expect(vera.page.locator('textarea:visible, input:visible')).toHaveCount(0)
})

test('a stranger’s address says so and offers to paste a link', async ({ server, made, page }) => {
  const map = await made({ title: 'Closed' })
  await page.goto(`${server.address}/m/${map.id}`)
  await expect(
    page.getByText('This address doesn’t open the map').or(page.getByText("This address doesn't open the map")),
  ).toBeVisible()
  await page.getByRole('textbox').fill(map.links.viewer.url)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('canvas')).toHaveAttribute('data-ready', 'true')
  expect(page.url()).not.toContain('#')
})

test('whose link is ended is told so with the edits that did not arrive', async ({ server, made, join }) => {
  const map = await made({ title: 'Ended', template: 'five-stage' })
  const links = await fetch(`${server.address}/api/maps/${map.id}/links`, {
    headers: { authorization: `Bearer ${map.links.facilitator.token}` },
  })
  const { links: all } = (await links.json()) as { links: { id: string; role: string }[] }
  const eve = await join('Eve', map, 'editor')
  await eve.saved()
  const ended = await fetch(`${server.address}/api/maps/${map.id}/links/${all.find(l => l.role === 'editor')?.id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${map.links.facilitator.token}` },
  })
  expect(ended.status).toBe(204)
  await expect(eve.page.getByRole('alert')).toContainText('revoked')
  await expect(eve.page.getByRole('status', { name: 'Saved state' })).toHaveText('Not saved')
  await eve.page.getByRole('button', { name: 'Load the map again' }).click()
  await expect(eve.page.getByText('This address doesn’t open the map')).toBeVisible()
})
