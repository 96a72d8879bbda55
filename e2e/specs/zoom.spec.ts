import type { CDPSession, Page } from '@playwright/test'
import { TWO_CARDS } from '../fixtures/maps.ts'
import { expect, test } from '../fixtures/test.ts'

type Point = { x: number; y: number }
type View = Point & { scale: number }

/** Where the map's 0, 0 lies on the page, and pixels per map unit. */
function viewOf(page: Page): Promise<View> {
  return page.locator('.react-flow__viewport').evaluate(element => {
    const { left, top } = element.parentElement?.getBoundingClientRect() ?? { left: 0, top: 0 }
    const { e, f, a } = new DOMMatrix(getComputedStyle(element).transform)
    return { x: left + e, y: top + f, scale: a }
  })
}

/** What of the map lies under a point of the page, in map units. */
function under({ x, y, scale }: View, at: Point): Point {
  return { x: (at.x - x) / scale, y: (at.y - y) / scale }
}

/** Pixels between a place of the map and a point of the page. */
function distance({ x, y, scale }: View, place: Point, at: Point): number {
  return Math.hypot(x + place.x * scale - at.x, y + place.y * scale - at.y)
}

const AT = { x: 640, y: 380 }

/** The view once it rests. */
async function settled(page: Page): Promise<View> {
  let before = ''
  await expect
    .poll(
      async () => {
        const now = JSON.stringify(await viewOf(page))
        const same = now === before
        before = now
        return same
      },
      { intervals: [100] },
    )
    .toBe(true)
  return viewOf(page)
}

test('the wheel zooms at the pointer, from 2 % to 400 % and no further', async ({ made, join }) => {
  const { page } = await join('Ada', await made(TWO_CARDS))
  const { mouse, keyboard } = page
  await mouse.move(AT.x, AT.y)
  const place = under(await settled(page), AT)
  const zoom = async (by: number, steps: number) => {
    await keyboard.down('Control')
    for (let step = 0; step < steps; step += 1) {
      await mouse.wheel(0, by)
      expect(distance(await viewOf(page), place, AT)).toBeLessThan(1)
    }
    await keyboard.up('Control')
  }
  await zoom(240, 12)
  expect((await settled(page)).scale).toBeCloseTo(0.02, 5)
  await zoom(240, 2)
  expect((await settled(page)).scale).toBeCloseTo(0.02, 5)
  await zoom(-240, 19)
  const near = await settled(page)
  expect(near.scale).toBeCloseTo(4, 5)
  expect(distance(near, place, AT)).toBeLessThan(1)
})

test('the wheel, the middle button and the held space key move the map as far as the hand, and no card', async ({
  made,
  join,
}) => {
  const ada = await join('Ada', await made(TWO_CARDS))
  const { page } = ada
  const { mouse, keyboard } = page
  const moved = async (by: Point, gesture: () => Promise<unknown>) => {
    const before = await settled(page)
    await gesture()
    const after = await settled(page)
    expect({ x: Math.round(after.x - before.x), y: Math.round(after.y - before.y) }).toEqual(by)
    expect(after.scale).toBe(before.scale)
  }
  await mouse.move(AT.x, AT.y)
  await moved({ x: -30, y: 50 }, () => mouse.wheel(30, -50))

  const card = await ada.card('t').boundingBox()
  if (!card) throw new Error('the card is not in view')
  const from = { x: card.x + 40, y: card.y + 12 }
  const drag = async (button: 'left' | 'middle') => {
    await mouse.move(from.x, from.y)
    await mouse.down({ button })
    await mouse.move(from.x + 70, from.y + 40, { steps: 5 })
    await mouse.up({ button })
  }
  await moved({ x: 70, y: 40 }, () => drag('middle'))
  // The same from where nothing is, in view beside the card.
  from.x += 70 + card.width + 20
  from.y += 40
  await moved({ x: 70, y: 40 }, () => drag('middle'))
  from.x -= card.width + 20
  from.x += 70
  from.y += 40
  await page.getByRole('application', { name: /^Journey map/ }).focus()
  await keyboard.down(' ')
  await moved({ x: 70, y: 40 }, () => drag('left'))
  await keyboard.up(' ')
  await expect(ada.card('t')).not.toHaveAttribute('data-selected', 'true')
})

/** Two fingers around a point, so many pixels apart. */
function fingers(middle: Point, apart: number): Point[] {
  return [
    { x: middle.x - apart / 2, y: middle.y },
    { x: middle.x + apart / 2, y: middle.y },
  ]
}

async function twoFingers(cdp: CDPSession, path: readonly (readonly [Point, number])[]): Promise<void> {
  for (const [index, [middle, apart]] of path.entries()) {
    const type = index === 0 ? 'touchStart' : 'touchMove'
    await cdp.send('Input.dispatchTouchEvent', { type, touchPoints: fingers(middle, apart) })
  }
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

test('two fingers zoom what is between them, and move the map with them', async ({ made, join }) => {
  const { page } = await join('Ada', await made(TWO_CARDS), 'editor', { width: 1180, height: 820, touch: true })
  const cdp = await page.context().newCDPSession(page)
  const before = await settled(page)
  const place = under(before, AT)
  const steps = Array.from({ length: 11 }, (_, step) => step)
  await twoFingers(
    cdp,
    steps.map(step => [AT, 100 + step * 10] as const),
  )
  const zoomed = await settled(page)
  expect(zoomed.scale / before.scale).toBeCloseTo(2, 1)
  expect(distance(zoomed, place, AT)).toBeLessThan(2)

  await twoFingers(
    cdp,
    steps.map(step => [{ x: AT.x - step * 8, y: AT.y - step * 5 }, 120] as const),
  )
  const panned = await settled(page)
  expect(panned.scale).toBeCloseTo(zoomed.scale, 3)
  expect(distance(panned, place, { x: AT.x - 80, y: AT.y - 50 })).toBeLessThan(2)
})

/** How many views are shown on the way from one to the other. */
async function viewsOnTheWay(page: Page): Promise<number> {
  await page.evaluate(() => {
    const seen = new Set<string>()
    const element = document.querySelector<HTMLElement>('.react-flow__viewport')
    const look = () => {
      if (element) seen.add(element.style.transform)
      requestAnimationFrame(look)
    }
    look()
    Object.assign(window, { seen })
  })
  await page.keyboard.press('+')
  await expect.poll(async () => (await viewOf(page)).scale).toBe(1.25)
  return page.evaluate(() => (window as unknown as { seen: Set<string> }).seen.size)
}

test('a zoom by key is shown on its way, and at once to whoever wants less motion', async ({ made, join }) => {
  const map = await made(TWO_CARDS)
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    const { page } = await join('Ada', map, 'editor', { before: page => page.emulateMedia({ reducedMotion }) })
    await page.getByRole('application', { name: /^Journey map/ }).focus()
    await page.keyboard.press('0')
    await expect.poll(async () => (await viewOf(page)).scale).toBe(1)
    const views = await viewsOnTheWay(page)
    if (reducedMotion === 'reduce') expect(views).toBeLessThanOrEqual(2)
    else expect(views).toBeGreaterThan(2)
  }
})
