import { exportJson, type MadeMap } from '../fixtures/api.ts'
import { TWO_CARDS } from '../fixtures/maps.ts'
import { expect, test } from '../fixtures/test.ts'

// These start, stop or look into their server.
test.use({ ownServer: true })

async function lock(address: string, map: MadeMap, command: 'lock' | 'unlock'): Promise<void> {
  await fetch(`${address}/api/maps/${map.id}/session`, {
    method: 'POST',
    headers: { authorization: `Bearer ${map.links.facilitator.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ command }),
  })
}

test('who comes back with edits to a map that was locked meanwhile keeps them as a list, and can go on after', async ({
  server,
  network,
  made,
  join,
}) => {
  const map = await made(TWO_CARDS)
  const ada = await join('Ada', map, 'editor', { at: network.address })
  await ada.saved()
  await network.down()
  await expect(ada.state).toHaveText('Offline')
  await ada.rename('t', 'While it was locked')
  await lock(server.address, map, 'lock')
  await network.up()

  await expect(ada.notice).toContainText('A facilitator has locked the map, so this change was not taken in.')
  const list = ada.page.getByRole('list', { name: 'Edits that are not on the map' })
  await expect(list).toContainText('While it was locked')
  await ada.saved()
  await expect(ada.card('t')).toContainText('Ring the hotline')
  await expect(ada.page.getByText('Locked by the facilitator')).toBeVisible()

  await lock(server.address, map, 'unlock')
  await expect(ada.page.getByText('Locked by the facilitator')).toHaveCount(0)
  await expect(list).toContainText('While it was locked')
  await ada.rename('t', 'After it was opened')
  await ada.saved()
  expect((await exportJson(server.address, map)).touchpoints[0]?.title).toBe('After it was opened')
  await ada.notice.getByRole('button', { name: 'Dismiss' }).click()
  await expect(ada.notice).toHaveCount(0)
  const later = await ada.reopened()
  await later.saved()
  await expect(later.notice).toHaveCount(0)
})

test('who says another name stays the same person, with what they contributed, and others see the new name', async ({
  server,
  made,
  join,
}) => {
  const map = await made(TWO_CARDS)
  const cleo = await join('Cleo', map, 'contributor')
  const ben = await join('Ben', map, 'facilitator')
  const token = async () =>
    cleo.page.evaluate(id => JSON.parse(localStorage.getItem('verbatim.maps') ?? '{}')[id].person.token, map.id)
  const before = await token()
  await cleo.page.getByRole('button', { name: 'You are Cleo. Change your name' }).click()
  await cleo.page.getByRole('textbox', { name: 'Your name' }).fill('Cleopatra')
  await cleo.page.getByRole('button', { name: 'Change', exact: true }).click()
  await ben.page.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(ben.page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Cleopatra' })).toContainText(
    'Can contribute',
  )
  await expect(cleo.page.getByRole('button', { name: 'You are Cleopatra. Change your name' })).toBeVisible()
  expect(await token()).toBe(before)
  await cleo.page.reload()
  await cleo.ready()
  expect(await token()).toBe(before)
  expect(server.output).not.toContain('Cleopatra')
})
