import { execFile } from 'node:child_process'
import { join as inFolder } from 'node:path'
import { promisify } from 'node:util'
import { exportJson } from '../fixtures/api.ts'
import type { MapPage } from '../fixtures/MapPage.ts'
import { TWO_CARDS } from '../fixtures/maps.ts'
import type { ServerProcess } from '../fixtures/ServerProcess.ts'
import { expect, test } from '../fixtures/test.ts'

// These start, stop or look into their server.
test.use({ ownServer: true })

const run = promisify(execFile)

/** What an operator does, by the commands for it. */
function operator(server: ServerProcess) {
  const file = inFolder(server.folder, 'back-up.db')
  const tool = (name: string) =>
    run(process.execPath, [inFolder(import.meta.dirname, `../../scripts/${name}.ts`), file], {
      env: { ...process.env, DATA_DIR: server.folder },
    })
  return { backUp: () => tool('backup'), restore: () => tool('restore') }
}

const list = ({ page }: MapPage) => page.getByRole('list', { name: 'Edits that are not on the map' })

test('after a back-up was restored the map opens anew by itself, and unsent edits are a list to read and copy', async ({
  server,
  network,
  made,
  join,
}) => {
  const { backUp, restore } = operator(server)
  const map = await made(TWO_CARDS)
  const ada = await join('Ada', map, 'editor', { at: network.address })
  await backUp()
  await ada.rename('u', 'Taken back by the back-up')
  await ada.saved()
  await network.down()
  await expect(ada.state).toHaveText('Offline')
  await ada.rename('t', 'Never sent')
  await ada.page.keyboard.press('ControlOrMeta+z')
  await ada.add('A card that is not there')
  await server.stop('SIGTERM')
  await restore()
  await server.start()
  await network.up()

  await ada.saved()
  await expect(ada.card('t')).toContainText('Ring the hotline')
  await expect(ada.card('u')).toContainText('Pay at the till')
  await expect(ada.cardNamed('A card that is not there')).toHaveCount(0)
  await expect(ada.notice).toContainText('This map was rewritten.')
  await expect(list(ada)).toContainText('Wrote in touchpoint: Never sent')
  await expect(list(ada)).toContainText('A card that is not there')
  await expect(list(ada)).not.toContainText('Taken back by the back-up')
  const titles = (await exportJson(server.address, map)).touchpoints.map(({ title }) => title)
  expect(titles).toEqual(['Ring the hotline', 'Pay at the till'])

  const reloaded = await ada.reopened()
  await reloaded.saved()
  await expect(list(reloaded)).toContainText('Never sent')
  await reloaded.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await reloaded.notice.getByRole('button', { name: 'Copy the list' }).click()
  await expect(reloaded.notice.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await reloaded.page.evaluate(() => navigator.clipboard.readText())).toContain('Never sent')
  await reloaded.notice.getByRole('button', { name: 'Dismiss' }).click()
  await expect(reloaded.notice).toHaveCount(0)
  await reloaded.rename('t', 'Goes on')
  await reloaded.saved()
  const later = await reloaded.reopened()
  await expect(later.card('t')).toContainText('Goes on')
  await expect(later.notice).toHaveCount(0)
})

test('offline edits of an earlier visit are listed too, and nothing of that visit comes back into the map', async ({
  server,
  made,
  join,
}) => {
  const { backUp, restore } = operator(server)
  const map = await made(TWO_CARDS)
  const ada = await join('Ada', map)
  await ada.saved()
  await backUp()
  await server.stop('SIGTERM')
  await expect(ada.state).toHaveText('Offline')
  await ada.rename('t', 'Of an earlier visit')
  const { page } = ada
  const address = page.url()
  await page.close()
  await restore()
  await server.start()

  await (await page.context().newPage()).goto(address)
  const [again] = page.context().pages()
  if (!again) throw new Error('There is a page')
  await expect(again.getByTestId('canvas')).toHaveAttribute('data-ready', 'true')
  await expect(again.getByRole('status', { name: 'Saved state' })).toHaveText(/^Saved/)
  await expect(again.locator('[data-touchpoint="t"]')).toContainText('Ring the hotline')
  await expect(again.getByTestId('notice')).toContainText('The map was rewritten on the server')
  await expect(again.getByRole('list', { name: 'Edits that are not on the map' })).toContainText('Of an earlier visit')
  expect((await exportJson(server.address, map)).touchpoints[0]?.title).toBe('Ring the hotline')
})

test('a page that is too old asks to be reloaded, and what was not sent is still there then', async ({
  made,
  join,
}) => {
  let isOld = true
  const ada = await join('Ada', await made(TWO_CARDS), 'editor', {
    before: page =>
      page.routeWebSocket(/\/sync\//, socket => {
        const server = socket.connectToServer()
        // The version is looked at when a connection begins: edits of this one are not heard any more.
        server.onMessage(message => {
          if (!isHeld) socket.send(message)
        })
        let isHeld = false
        socket.onMessage(message => {
          if (isOld && Buffer.from(message).includes('Not sent')) {
            isHeld = true
            void socket.close({ code: 4426, reason: 'This page is older than the map; please reload it.' })
          } else if (!isHeld) server.send(message)
        })
      }),
  })
  await ada.saved()
  await ada.card('t').click()
  await ada.page.keyboard.press('Enter')
  await ada.page.keyboard.insertText('Not sent')
  await expect(ada.notice).toContainText('This page is older than the map; please reload it.')
  await expect(list(ada)).toContainText('Not sent')
  await expect(ada.state).toHaveText('Not saved')
  isOld = false
  await ada.notice.getByRole('button', { name: 'Reload the page' }).click()
  await ada.ready()
  await ada.saved()
  await expect(list(ada)).toContainText('Not sent')
  await expect(ada.cardNamed('Not sent')).toHaveCount(0)
})
