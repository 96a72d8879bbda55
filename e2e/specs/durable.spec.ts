import { exportJson } from '../fixtures/api.ts'
import { expect, test } from '../fixtures/test.ts'

// These start, stop or look into their server.
test.use({ ownServer: true })

test('kill -9 of the server after “saved” loses nothing, and everybody comes back', async ({ server, made, join }) => {
  const map = await made({ title: 'Durable', template: 'five-stage' })
  const ada = await join('Ada', map)
  for (let round = 0; round < 3; round++) {
    await ada.page.keyboard.press('Enter')
    await ada.page.keyboard.type(`Card ${round}`)
    await ada.page.keyboard.press('Enter')
    // Out of the next card, and then of the one that was written: Enter would go on in its title.
    await ada.page.keyboard.press('Escape')
    await ada.page.keyboard.press('Escape')
    await ada.saved()
    await server.stop('SIGKILL')
    await expect(ada.page.getByRole('status', { name: 'Saved state' })).toHaveText('Offline')
    await server.start()
    await ada.saved()
    const titles = (await exportJson(server.address, map)).touchpoints.map(touchpoint => touchpoint.title)
    expect(titles.sort()).toEqual(Array.from({ length: round + 1 }, (_, index) => `Card ${index}`))
  }
})

test('stopping and starting the server keeps the map; what was edited meanwhile arrives', async ({
  server,
  made,
  join,
}) => {
  const map = await made({ title: 'Restart', template: 'five-stage' })
  const ada = await join('Ada', map)
  expect(await server.stop('SIGTERM')).toBe(0)
  await expect(ada.page.getByRole('status', { name: 'Saved state' })).toHaveText('Offline')
  await ada.page.keyboard.press('Enter')
  await ada.page.keyboard.type('Written offline')
  await ada.page.keyboard.press('Enter')
  await server.start()
  await ada.saved()
  const titles = (await exportJson(server.address, map)).touchpoints.map(touchpoint => touchpoint.title)
  expect(titles).toEqual(['Written offline'])
})
