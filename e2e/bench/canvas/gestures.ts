import type { Page } from '@playwright/test'
import { onScreen, type Plan, type ViewName, WINDOW } from './plan.ts'

/** What a gesture is made on. */
export type Board = {
  readonly page: Page
  readonly plan: Plan
  /** How far the wheel turns for one step of a zoom, in pixels: each system has its own measure. */
  readonly turn: number
}

/** A gesture as people make it, in steps that are each one event; all of them leave the board as it was. */
export type Gesture = {
  readonly name: string
  readonly view: ViewName
  readonly steps: number
  before?(board: Board): Promise<unknown>
  step(board: Board, index: number): Promise<unknown>
  after?(board: Board): Promise<unknown>
}

const STEPS = 60
const MIDDLE = { x: 800, y: 450 }
const WORDS = 'The parcel came late and nobody could say where it was by then'

/** There and back again: how far of the way a step is, from 0 to 1. */
function out(index: number): number {
  return 1 - Math.abs((2 * (index + 1)) / STEPS - 1)
}

const toTheMiddle = ({ page }: Board) => page.mouse.move(MIDDLE.x, MIDDLE.y)

const pan = (view: ViewName): Gesture => ({
  name: 'pan',
  view,
  steps: STEPS,
  before: toTheMiddle,
  step: ({ page }, index) => page.mouse.wheel(index < STEPS / 2 ? 40 : -40, index < STEPS / 2 ? 24 : -24),
})

/** A pinch on a trackpad is a wheel with the control key held. */
const zoom = (view: ViewName): Gesture => ({
  name: 'zoom',
  view,
  steps: STEPS,
  before: async board => {
    await toTheMiddle(board)
    await board.page.keyboard.down('Control')
  },
  step: ({ page, turn }, index) => page.mouse.wheel(0, index < STEPS / 2 ? turn : -turn),
  after: ({ page }) => page.keyboard.up('Control'),
})

/** The middle of a card's title, in pixels, of the card that lies nearest to the middle of the window. */
function cardInTheMiddle({ plan }: Board, view: ViewName): { x: number; y: number } {
  const places = plan.cards.map(({ x, y, width }) => onScreen(plan.views[view], { x: x + width / 2, y: y + 24 }))
  const away = (at: { x: number; y: number }) => Math.hypot(at.x - MIDDLE.x, at.y - MIDDLE.y)
  return places.reduce((best, at) => (away(at) < away(best) ? at : best))
}

/** Drags from a point, `way` pixels to the right and half as far down, and back. */
const drag = (name: string, view: ViewName, way: number): Gesture => {
  let start = MIDDLE
  return {
    name,
    view,
    steps: STEPS,
    before: async board => {
      start = cardInTheMiddle(board, view)
      await board.page.mouse.move(start.x, start.y)
      await board.page.mouse.down()
    },
    step: ({ page }, index) => page.mouse.move(start.x + way * out(index), start.y + (way / 2) * out(index)),
    after: async ({ page }) => {
      await page.mouse.up()
      await page.keyboard.press('Escape')
    },
  }
}

const marquee: Gesture = {
  name: 'marquee over all',
  view: 'whole map',
  steps: STEPS,
  before: async ({ page, plan }) => {
    const { from } = corners(plan, plan.whole)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
  },
  step: ({ page, plan }, index) => {
    const { from, to } = corners(plan, plan.whole)
    return page.mouse.move(from.x + (to.x - from.x) * out(index), from.y + (to.y - from.y) * out(index))
  },
  after: async ({ page }) => {
    await page.mouse.up()
    await page.keyboard.press('Escape')
  },
}

const type: Gesture = {
  name: 'type in a card',
  view: 'near',
  steps: WORDS.length,
  before: async board => {
    const at = cardInTheMiddle(board, 'near')
    await board.page.mouse.dblclick(at.x, at.y)
    await board.page.waitForFunction(
      () => document.activeElement?.matches('textarea, input, [contenteditable="true"]') ?? false,
    )
    await board.page.keyboard.press('Control+a')
  },
  step: ({ page }, index) => page.keyboard.type(WORDS.charAt(index)),
  after: async ({ page }) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  },
}

/** Below the last card, where nothing lies, and where a marquee over an area from there ends; pixels. */
function corners(plan: Plan, area: Plan['part']) {
  const view = plan.views['whole map']
  const below = { x: area.x + area.width - 1, y: area.y + area.height }
  const from = onScreen(view, below)
  return {
    from: { x: from.x, y: Math.min(from.y + 12, WINDOW.height - 4) },
    to: onScreen(view, { x: area.x + 1, y: area.y + 1 }),
  }
}

/** Selects the 200 cards of four stages, the whole map being in view. */
export async function selectPart({ page, plan }: Board): Promise<void> {
  const { from, to } = corners(plan, plan.part)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  for (const share of [0.2, 0.6, 1]) {
    await page.mouse.move(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
  }
  await page.mouse.up()
}

export const GESTURES: readonly Gesture[] = [
  pan('near'),
  zoom('near'),
  drag('drag a card', 'near', 160),
  type,
  pan('whole map'),
  zoom('whole map'),
  marquee,
  drag('drag 200 cards', '200 cards', 120),
]
