import type { Page } from '@playwright/test'
import { set } from '../../shared/doc/change.ts'
import { edit } from '../../shared/doc/edit.ts'
import { toPlain } from '../../shared/formats/json/write.ts'
import { linkedMap } from '../bench/canvas/linkedMap.ts'
import { stockClient, synced } from '../fixtures/stockClient.ts'
import { expect, test } from '../fixtures/test.ts'

/** What React keeps of a component; the developer tools read the same. */
type Fiber = {
  readonly memoizedProps: unknown
  readonly flags: number
  readonly child: Fiber | null
  readonly sibling: Fiber | null
  readonly alternate: Fiber | null
}

/** Writes down, as the developer tools would, which cards and drawings React renders; to be called before the page's. */
function watchRenders(): void {
  const PERFORMED_WORK = 1
  const rendered: string[] = []
  const nameOf = (props: unknown): string | null => {
    const { id, data, nodeTypes, group } = (props ?? {}) as Record<string, unknown>
    if (nodeTypes && typeof id === 'string') return `node ${id}`
    if (data instanceof Object && 'card' in data) return `card ${id}`
    if (group instanceof Object && 'kind' in group && 'id' in group) return `drawing of ${group.kind} ${group.id}`
    return null
  }
  const walk = (first: Fiber | null) => {
    for (let fiber = first; fiber; fiber = fiber.sibling) {
      const before = fiber.alternate
      const name = nameOf(fiber.memoizedProps)
      if (name && (before === null || fiber.flags & PERFORMED_WORK)) rendered.push(name)
      // What kept its children was not looked into.
      if (before === null || before.child !== fiber.child) walk(fiber.child)
    }
  }
  Object.assign(window, {
    rendered,
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberRoot: (_: number, root: { current: Fiber }) => walk(root.current),
      onPostCommitFiberRoot() {},
      onCommitFiberUnmount() {},
    },
  })
}

function rendered(page: Page): Promise<string[]> {
  return page.evaluate(() => [...new Set((window as unknown as { rendered: string[] }).rendered)].sort())
}

test('what a colleague changes on a map of 5,000 cards renders that card and nothing else', async ({
  server,
  made,
  join,
}) => {
  test.slow()
  const shared = await made(toPlain(linkedMap(5_000)))
  const ada = await join('Ada', shared, 'editor', { before: page => page.addInitScript(watchRenders) })
  const { doc, provider } = stockClient(server.address, shared.id, shared.links.editor.token)
  await synced(provider)
  // Cards that are in view were rendered when they came.
  await expect(ada.card('t0')).toBeVisible()
  expect(await rendered(ada.page)).toContain('card t0')
  await ada.page.evaluate(() => (window as unknown as { rendered: string[] }).rendered.splice(0))

  edit(doc, [set('touchpoints', 't0', { title: 'Called otherwise' })], { person: 'Ben', now: Date.now() })
  await expect(ada.card('t0')).toContainText('Called otherwise')
  expect(await rendered(ada.page)).toEqual(['card t0', 'drawing of touchpoint t0', 'node t0'])
  provider.destroy()
})
