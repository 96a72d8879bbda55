import { join as inFolder } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from '@playwright/test'
import { exportJson } from '../fixtures/api.ts'
import { expectAccessible } from '../fixtures/axe.ts'
import { TWO_CARDS } from '../fixtures/maps.ts'
import { expect, test } from '../fixtures/test.ts'

// These start, stop or look into their server.
test.use({ ownServer: true, serviceWorkers: 'allow' })

test('a server that can’t write says so, keeps what is edited, and saves it when it can', async ({
  server,
  made,
  join,
}) => {
  const map = await made(TWO_CARDS)
  const ada = await join('Ada', map)
  await ada.saved()
  const other = new DatabaseSync(inFolder(server.folder, 'verbatim.db'))
  other.exec('BEGIN IMMEDIATE')
  await ada.rename('t', 'Written meanwhile')
  await expect(ada.state).toHaveText('Not saved yet')
  await expect(ada.notice).toHaveText(
    'The server can’t write to its disk at the moment. Your edits are kept in this browser, and saved as soon as it can.',
  )
  await expectAccessible(ada.page, 'a server that can’t write')
  await ada.rename('u', 'And more')
  await expect(ada.state).toHaveText('Not saved yet')
  other.exec('ROLLBACK')
  other.close()
  await ada.saved()
  await expect(ada.notice).toHaveCount(0)
  const titles = (await exportJson(server.address, map)).touchpoints.map(({ title }) => title)
  expect(titles).toEqual(['Written meanwhile', 'And more'])
})

/** Makes the browser refuse whatever is written, once `window.isFull` is set. */
const fills = (page: Page) =>
  page.addInitScript(() => {
    const full = window as unknown as { isFull?: boolean }
    for (const name of ['add', 'put'] as const) {
      const write = IDBObjectStore.prototype[name]
      IDBObjectStore.prototype[name] = function (...args: Parameters<typeof write>) {
        if (full.isFull) throw new DOMException('The disk is full.', 'QuotaExceededError')
        return write.apply(this, args)
      }
    }
  })
const setFull = (page: Page, isFull: boolean) =>
  page.evaluate(value => Object.assign(window, { isFull: value }), isFull)

test('a browser without room says so in one sentence, edits go on, and “saved” stays the server’s word', async ({
  server,
  made,
  join,
}) => {
  const map = await made(TWO_CARDS)
  const ada = await join('Ada', map, 'editor', { before: fills })
  await ada.saved()
  await expect(ada.notice).toHaveCount(0)
  await setFull(ada.page, true)
  await ada.rename('t', 'Without a copy')
  await ada.saved()
  await expect(ada.notice).toHaveText('This browser has no room to keep a copy. Stay online until it says saved.')
  expect((await exportJson(server.address, map)).touchpoints[0]?.title).toBe('Without a copy')

  await server.stop('SIGKILL')
  await expect(ada.state).toHaveText('Offline')
  await ada.rename('u', 'On this page alone')
  await ada.state.hover()
  await expect(
    ada.page.getByText('Your edits are on this page alone. Leave it open until it says saved.'),
  ).toBeVisible()
  const asked = ada.page.waitForEvent('dialog')
  const closing = ada.page.close({ runBeforeUnload: true })
  await (await asked).dismiss()
  await closing
  await server.start()
  await ada.saved()
  expect((await exportJson(server.address, map)).touchpoints[1]?.title).toBe('On this page alone')
})

test('a browser that has room again keeps the whole map, also what it had no room for', async ({
  server,
  made,
  join,
}) => {
  const map = await made(TWO_CARDS)
  const ada = await join('Ada', map, 'editor', { before: fills })
  await ada.saved()
  // From now on so that a pause between attempts takes no time.
  await ada.page.clock.install()
  await setFull(ada.page, true)
  await ada.rename('t', 'No room for this')
  await expect(ada.notice).toContainText('no room')
  await ada.saved()
  await setFull(ada.page, false)
  await ada.page.clock.fastForward(15_000)
  await ada.rename('u', 'Room for all')
  await expect(ada.notice).toHaveCount(0)
  await server.stop('SIGKILL')
  await server.start()
  const again = await ada.page.context().newPage()
  await again.route('**/api/**', route => route.abort())
  await again.goto(ada.page.url())
  await expect(again.locator('[data-touchpoint="t"]')).toContainText('No room for this')
  await expect(again.locator('[data-touchpoint="u"]')).toContainText('Room for all')
})

const WITHOUT: readonly [string, () => void][] = [
  [
    'blocks every kind of it',
    () => {
      const blocked = () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError')
      }
      for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches']) {
        Object.defineProperty(window, name, { get: blocked })
      }
    },
  ],
  ['has none', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
  [
    'forbids it',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      }
    },
  ],
  [
    'fails to open it',
    () => {
      const { open } = IDBFactory.prototype
      IDBFactory.prototype.open = function (name) {
        // A version below the one that is there is refused.
        open.call(this, name, 9)
        return open.call(this, name, 1)
      }
    },
  ],
  [
    'never answers',
    () => {
      const never = Object.create(IDBOpenDBRequest.prototype) as object
      IDBFactory.prototype.open = () =>
        Object.defineProperties(never, {
          onsuccess: { writable: true },
          onerror: { writable: true },
          onupgradeneeded: { writable: true },
        }) as IDBOpenDBRequest
    },
  ],
]

for (const [how, without] of WITHOUT) {
  test(`where the browser keeps nothing because it ${how}, the map opens all the same and says so`, async ({
    server,
    made,
    join,
  }) => {
    const map = await made(TWO_CARDS)
    const ada = await join('Ada', map, 'editor', { before: page => page.addInitScript(without) })
    await expect(ada.notice).toHaveText('This browser keeps no copy of the map. Stay online until it says saved.')
    await ada.rename('t', 'Kept by the server')
    await ada.saved()
    expect((await exportJson(server.address, map)).touchpoints[0]?.title).toBe('Kept by the server')
    await ada.notice.getByRole('button', { name: 'Dismiss' }).click()
    await expect(ada.notice).toHaveCount(0)
    await ada.page.reload()
    await ada.ready()
    await expect(ada.card('t')).toContainText('Kept by the server')
  })
}
