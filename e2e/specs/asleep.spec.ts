import { exportJson } from '../fixtures/api.ts'
import type { MapPage } from '../fixtures/MapPage.ts'
import { TWO_CARDS } from '../fixtures/maps.ts'
import { expect, test } from '../fixtures/test.ts'

/** Whether somebody sees these people in the bar, and nobody else. */
async function sees({ page }: MapPage, ...names: string[]): Promise<void> {
  await expect
    .poll(() =>
      page
        .locator('header')
        .getByRole('img')
        .evaluateAll(all => all.map(one => one.getAttribute('aria-label'))),
    )
    .toEqual(names)
}

test('a computer that slept on a dead line is back in sync, sees everybody and is seen', async ({
  server,
  network,
  made,
  join,
}) => {
  const map = await made(TWO_CARDS)
  const ada = await join('Ada', map, 'editor', { at: network.address, before: page => page.clock.install() })
  const ben = await join('Ben', map)
  await sees(ada, 'Ben')
  await sees(ben, 'Ada')
  const before = network.connections
  network.silence()
  await ben.rename('t', 'While Ada slept')
  await ben.saved()
  // As closing the lid does: timers stand still, and fire once at most on waking.
  await ada.page.clock.fastForward('10:00')
  await expect(ada.card('t')).toContainText('While Ada slept')
  expect(network.connections).toBeGreaterThan(before)
  await ada.saved()
  await sees(ada, 'Ben')
  await sees(ben, 'Ada')
  await ada.rename('u', 'Awake again')
  await ada.saved()
  await expect(ben.card('u')).toContainText('Awake again')
  expect((await exportJson(server.address, map)).touchpoints.map(({ title }) => title)).toEqual([
    'While Ada slept',
    'Awake again',
  ])
})

test('a page that the browser has frozen comes back by itself, though its connection was cut meanwhile', async ({
  network,
  made,
  join,
}) => {
  const map = await made(TWO_CARDS)
  const ada = await join('Ada', map, 'editor', { at: network.address })
  const ben = await join('Ben', map)
  await sees(ben, 'Ada')
  const control = await ada.page.context().newCDPSession(ada.page)
  await control.send('Page.setWebLifecycleState', { state: 'frozen' })
  network.cut()
  await sees(ben)
  await ben.rename('t', 'While Ada was frozen')
  await ben.saved()
  await control.send('Page.setWebLifecycleState', { state: 'active' })
  await expect(ada.card('t')).toContainText('While Ada was frozen')
  await ada.saved()
  await sees(ben, 'Ada')
  await sees(ada, 'Ben')
})

test('through a proxy that cuts every connection nothing is lost, and nobody stays behind as a ghost', async ({
  server,
  network,
  made,
  join,
}) => {
  const map = await made(TWO_CARDS)
  network.cutAfter(1_500)
  const ada = await join('Ada', map, 'editor', { at: network.address })
  const ben = await join('Ben', map)
  const before = network.connections
  let round = 0
  while (network.connections < before + 4) await ada.rename('t', `Round ${++round}`)
  network.cutAfter(null)
  network.cut()
  await ada.saved()
  await expect(ben.card('t')).toContainText(`Round ${round}`)
  await sees(ben, 'Ada')
  await sees(ada, 'Ben')
  expect((await exportJson(server.address, map)).touchpoints[0]?.title).toBe(`Round ${round}`)
})

test('a network that is away for a while is waited for: what was written then is there once, for everybody', async ({
  server,
  network,
  made,
  join,
}) => {
  const map = await made(TWO_CARDS)
  const ada = await join('Ada', map, 'editor', { at: network.address, before: page => page.clock.install() })
  const ben = await join('Ben', map)
  await network.down()
  await expect(ada.state).toHaveText('Offline')
  await ada.add('While the network was away')
  await ada.page.clock.runFor(10_000)
  await network.up()
  await ada.page.clock.runFor(5_000)
  await ada.saved()
  await expect(ben.cardNamed('While the network was away')).toHaveCount(1)
  await sees(ben, 'Ada')
  expect((await exportJson(server.address, map)).touchpoints).toHaveLength(3)
})
