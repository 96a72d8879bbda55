import type { CDPSession, Locator, Page } from '@playwright/test'
import { exportJson, type MadeMap } from '../fixtures/api.ts'
import type { MapPage } from '../fixtures/MapPage.ts'
import { expect, test } from '../fixtures/test.ts'

// These start, stop or look into their server.
test.use({ ownServer: true })

const MAP = {
  format: 'verbatim-map',
  version: 1,
  map: { title: 'By hand' },
  stages: [
    { id: 'one', name: 'One' },
    { id: 'two', name: 'Two' },
    { id: 'three', name: 'Three' },
  ],
  lanes: [
    { id: 'l', name: 'Lane', kind: 'steps' },
    { id: 'm', name: 'More', kind: 'frontstage' },
  ],
  touchpoints: [
    { id: 't0', title: 'See it', stage: 'one', lane: 'l' },
    { id: 't1', title: 'Ask', stage: 'two', lane: 'l' },
  ],
}

type Point = { x: number; y: number }

/** Somebody's hand on a page: a mouse, a pen, or a finger. */
type Hand = { down(at: Point): Promise<void>; move(to: Point): Promise<void>; up(): Promise<void> }

const STEPS = 6

function between(from: Point, to: Point): Point[] {
  return Array.from({ length: STEPS }, (_, index) => {
    const share = (index + 1) / STEPS
    return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
  })
}

function penOf(cdp: CDPSession): Hand {
  let last: Point = { x: 0, y: 0 }
  const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', at: Point, buttons: number) =>
    cdp.send('Input.dispatchMouseEvent', {
      type,
      ...at,
      buttons,
      button: 'left',
      clickCount: 1,
      pointerType: 'pen',
    })
  return {
    async down(at) {
      last = at
      await send('mouseMoved', at, 0)
      await send('mousePressed', at, 1)
    },
    async move(to) {
      for (const at of between(last, to)) await send('mouseMoved', at, 1)
      last = to
    },
    up: () => send('mouseReleased', last, 0).then(() => undefined),
  }
}

function fingerOf(cdp: CDPSession): Hand {
  let last: Point = { x: 0, y: 0 }
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints })
  return {
    async down(at) {
      last = at
      await send('touchStart', [at])
    },
    async move(to) {
      for (const at of between(last, to)) await send('touchMove', [at])
      last = to
    },
    up: () => send('touchEnd', []).then(() => undefined),
  }
}

async function handOf(page: Page, kind: 'mouse' | 'pen' | 'touch'): Promise<Hand> {
  if (kind === 'mouse') {
    return {
      async down({ x, y }) {
        await page.mouse.move(x, y)
        await page.mouse.down()
      },
      move: ({ x, y }) => page.mouse.move(x, y, { steps: STEPS }),
      up: () => page.mouse.up(),
    }
  }
  const cdp = await page.context().newCDPSession(page)
  return kind === 'pen' ? penOf(cdp) : fingerOf(cdp)
}

async function middle(locator: Locator): Promise<Point> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('not on the page')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function documentOf(person: MapPage, address: string, map: MadeMap) {
  await person.saved()
  return exportJson(address, map)
}

const TABLET = { width: 1180, height: 820, touch: true }

for (const kind of ['mouse', 'pen', 'touch'] as const) {
  test(`by ${kind}: cards move, stages change places, cards are joined, and several are lassoed`, async ({
    server,
    made,
    join,
  }) => {
    const map = await made(MAP)
    const ada = await join('Ada', map, 'editor', kind === 'touch' ? TABLET : { width: 1180, height: 820 })
    const { page } = ada
    const hand = await handOf(page, kind)
    const tap = async (at: Point) => {
      await hand.down(at)
      await hand.up()
    }
    const stage = (id: string) => page.locator(`[data-stage="${id}"] h2`)
    // Fingers drag only what was tapped before; whatever moves at once moves the map.
    if (kind === 'touch') {
      await tap(await middle(ada.card('t0')))
      await expect(ada.card('t0')).toHaveAttribute('data-selected', 'true')
    }
    const from = await middle(ada.card('t0'))
    const target = await middle(ada.card('t1'))
    await hand.down(from)
    await hand.move({ x: target.x, y: target.y + 60 })
    await expect(page.locator('[data-drop-line]')).toBeVisible()
    await hand.up()
    await expect
      .poll(async () =>
        (await documentOf(ada, server.address, map)).touchpoints.map(({ id, stage }) => `${id} ${stage}`),
      )
      .toEqual(['t1 two', 't0 two'])

    // What is selected opens a panel, beside which the map may move.
    await tap({ x: 400, y: 740 })
    await expect(page.getByRole('complementary')).toHaveCount(0)
    if (kind === 'touch') {
      await tap(await middle(stage('two')))
      await expect(page.locator('[data-stage="two"]')).toHaveAttribute('data-selected', 'true')
    }
    const two = await middle(stage('two'))
    await hand.down(two)
    await hand.move({ x: (await stage('one').boundingBox())?.x ?? 0, y: two.y })
    await expect(page.locator('[data-grid-line]')).toBeVisible()
    await hand.up()
    await expect
      .poll(async () => (await documentOf(ada, server.address, map)).stages?.map(({ id }) => id))
      .toEqual(['two', 'one', 'three'])

    await page.getByRole('button', { name: 'Link' }).click()
    await hand.down(await middle(ada.card('t1')))
    await hand.move(await middle(ada.card('t0')))
    await hand.up()
    await expect(page.locator('[data-link]')).toHaveCount(1)

    const [one, other] = [await ada.card('t1').boundingBox(), await ada.card('t0').boundingBox()]
    if (!one || !other) throw new Error('not on the page')
    await hand.down({ x: one.x - 12, y: one.y - 12 })
    if (kind === 'touch') await expect(page.locator('[data-lasso]')).toBeAttached()
    await hand.move({ x: other.x + 60, y: other.y + other.height + 12 })
    await hand.up()
    await expect(page.locator('[data-touchpoint][data-selected]')).toHaveCount(2)
  })
}

test('Escape gives up whatever the hand holds, and nothing is written', async ({ server, made, join }) => {
  const map = await made(MAP)
  const ada = await join('Ada', map)
  const { page } = ada
  const hand = await handOf(page, 'mouse')
  const before = await documentOf(ada, server.address, map)
  const stage = page.locator('[data-stage="three"] h2')

  await hand.down(await middle(ada.card('t0')))
  await hand.move(await middle(ada.card('t1')))
  await expect(page.locator('[data-drop-line]')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-drop-line]')).toHaveCount(0)
  await hand.up()

  await hand.down(await middle(stage))
  await hand.move(await middle(page.locator('[data-stage="one"] h2')))
  await expect(page.locator('[data-grid-line]')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-grid-line]')).toHaveCount(0)
  await hand.up()

  await page.keyboard.press('l')
  await hand.down(await middle(ada.card('t0')))
  await hand.move(await middle(ada.card('t1')))
  await page.keyboard.press('Escape')
  await hand.up()

  // A lasso leaves selected what was, and does not come back.
  await page.keyboard.press('v')
  await ada.card('t1').click()
  await expect(ada.card('t1')).toHaveAttribute('data-selected', 'true')
  const card = await ada.card('t0').boundingBox()
  if (!card) throw new Error('not on the page')
  await hand.down({ x: card.x - 12, y: card.y - 12 })
  await hand.move({ x: card.x + 90, y: card.y + 30 })
  await expect(ada.card('t0')).toHaveAttribute('data-selected', 'true')
  await page.keyboard.press('Escape')
  await expect(ada.card('t0')).not.toHaveAttribute('data-selected')
  await expect(ada.card('t1')).toHaveAttribute('data-selected', 'true')
  await hand.move({ x: card.x + 120, y: card.y + 40 })
  await hand.up()
  await expect(page.locator('.react-flow__selection')).toHaveCount(0)
  await expect(page.locator('[data-touchpoint][data-selected]')).toHaveCount(1)
  expect(await documentOf(ada, server.address, map)).toEqual(before)
})

test('a finger’s lasso that is given up leaves selected what was', async ({ made, join }) => {
  const map = await made(MAP)
  const ada = await join('Ada', map, 'editor', TABLET)
  const { page } = ada
  const hand = await handOf(page, 'touch')
  await hand.down(await middle(ada.card('t1')))
  await hand.up()
  await expect(ada.card('t1')).toHaveAttribute('data-selected', 'true')
  const card = await ada.card('t0').boundingBox()
  if (!card) throw new Error('not on the page')
  await hand.down({ x: card.x - 12, y: card.y - 12 })
  await expect(page.locator('[data-lasso]')).toBeAttached()
  await hand.move({ x: card.x + 90, y: card.y + 30 })
  await expect(ada.card('t0')).toHaveAttribute('data-selected', 'true')
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-lasso]')).toHaveCount(0)
  await expect(ada.card('t0')).not.toHaveAttribute('data-selected')
  await expect(ada.card('t1')).toHaveAttribute('data-selected', 'true')
  await hand.up()
})

test('what a colleague deletes falls out of the hand', async ({ server, made, join }) => {
  const map = await made(MAP)
  const [ada, ben] = [await join('Ada', map), await join('Ben', map)]
  const hand = await handOf(ada.page, 'mouse')
  await hand.down(await middle(ada.card('t0')))
  await hand.move(await middle(ada.card('t1')))
  await expect(ada.page.locator('[data-drop-line]')).toBeVisible()
  await ben.card('t0').click()
  await ben.page.keyboard.press('Delete')
  await expect(ada.page.locator('[data-drop-line]')).toHaveCount(0)
  await hand.up()

  const stage = ada.page.locator('[data-stage="three"] h2')
  await hand.down(await middle(stage))
  await hand.move(await middle(ada.page.locator('[data-stage="one"] h2')))
  await expect(ada.page.locator('[data-grid-line]')).toBeVisible()
  await ben.page.locator('[data-stage="three"] h2').click()
  await ben.page.keyboard.press('Delete')
  await expect(ada.page.locator('[data-grid-line]')).toHaveCount(0)
  await hand.up()
  const { touchpoints, stages } = await documentOf(ada, server.address, map)
  expect(touchpoints.map(({ id }) => id)).toEqual(['t1'])
  expect(stages?.map(({ id }) => id)).toEqual(['one', 'two'])
})

test('a lost connection gives up a gesture, and the next one goes on offline', async ({ server, made, join }) => {
  const map = await made(MAP)
  const ada = await join('Ada', map)
  const { page } = ada
  const hand = await handOf(page, 'mouse')
  await hand.down(await middle(ada.card('t0')))
  await hand.move(await middle(ada.card('t1')))
  await expect(page.locator('[data-drop-line]')).toBeVisible()
  await server.stop('SIGTERM')
  await expect(page.locator('[data-drop-line]')).toHaveCount(0)
  await hand.up()
  await expect(page.getByRole('status', { name: 'Saved state' })).toHaveText(/offline/i)

  const { x, y } = await middle(ada.card('t1'))
  await hand.down(await middle(ada.card('t0')))
  await hand.move({ x, y: y + 60 })
  await expect(page.locator('[data-drop-line]')).toBeVisible()
  await hand.up()
  await server.start()
  await expect
    .poll(async () => (await documentOf(ada, server.address, map)).touchpoints.map(({ id, stage }) => `${id} ${stage}`))
    .toEqual(['t1 two', 't0 two'])
})
