import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { visibleRect } from '../../../client/canvas/viewport/nearArea.ts'
import { toPlain } from '../../../shared/formats/json/write.ts'
import { type MadeMap, makeMap } from '../../fixtures/api.ts'
import { RunningServer } from '../support/RunningServer.ts'
import { dataFolder } from '../support/withOurServer.ts'
import { invite } from './colleagues.ts'
import type { Colleagues } from './colleaguesThread.ts'
import { type Board, type Gesture, selectPart } from './gestures.ts'
import { CANVAS, type Plan, type ViewName } from './plan.ts'
import type { Subject } from './Subject.ts'

export const PEOPLE = 50
const PATIENCE = 60_000

/** Our real server with a real map, on which so many people move their pointers the whole time. */
export async function ours(people: number): Promise<Subject> {
  const folder = await dataFolder()
  const server = await RunningServer.start({
    script: join(import.meta.dirname, '../../../server/start.js'),
    env: { DATA_DIR: folder, MAX_SOCKETS_PER_ADDRESS: '1000' },
  })
  return {
    name: people > 0 ? 'ours' : 'ours alone',
    async prepare(plan) {
      const map = await makeMap(server.address, toPlain(plan.map))
      const crowd = crowdOf(server.port, map, plan)
      const leave = people > 0 ? await invite(crowd(people, [])) : async () => {}
      return {
        url: `${server.address}/m/${map.id}#${map.links.editor.token}`,
        before: page =>
          page.addInitScript(
            me => localStorage.setItem('verbatim.me', me),
            JSON.stringify({ name: 'Ada', color: '#2f74a8' }),
          ),
        async ready(page) {
          const canvas = page.locator('[data-testid="canvas"][data-ready="true"]')
          await canvas.waitFor({ timeout: PATIENCE })
          const box = await canvas.boundingBox()
          const isThere = box?.x === CANVAS.x && box.y === CANVAS.y && box.width === CANVAS.width
          if (!isThere) throw new Error(`The canvas lies at ${JSON.stringify(box)}; say so in plan.ts.`)
        },
        turn: 20,
        look,
        more:
          people === 0
            ? []
            : [
                watching(
                  'a colleague drags 20 cards',
                  () => crowd(1, nearest(plan, 20)),
                  '[data-testid="dragged-by-other"]',
                ),
                watching('100 pointers', () => crowd(100 - people, []), '[data-testid="cursor"] >> nth=90'),
              ],
        end: leave,
      }
    },
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function look(board: Board, view: ViewName): Promise<void> {
  const { page } = board
  await page.getByRole('application', { name: 'Journey map' }).focus()
  if (view === 'near') return
  await page.keyboard.press('1')
  await atRest(page)
  if (view === 'whole map') return
  await selectPart(board)
  await page.keyboard.press('2')
  await atRest(page)
}

/** Until a move of the view is over, and what was put off until then is painted. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>(resolve => {
        const moving = () => document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform
        let before = moving()
        let still = 0
        const look = setInterval(() => {
          still = moving() === before ? still + 1 : 0
          before = moving()
          if (still < 8) return
          clearInterval(look)
          resolve()
        }, 100)
      }),
  )
}

/** Each invitation gets numbers of its own for its people. */
function crowdOf(port: number, map: MadeMap, plan: Plan) {
  const area = visibleRect(plan.views.near, CANVAS)
  let first = 1_000
  return (count: number, held: readonly string[]): Colleagues => {
    first += 1_000
    return { port, path: `/sync/${map.id}?token=${map.links.editor.token}`, count, area, held, first }
  }
}

function nearest({ cards, views }: Plan, count: number): string[] {
  const { x, y, width, height } = visibleRect(views.near, CANVAS)
  const away = (card: { x: number; y: number }) => Math.hypot(card.x - x - width / 2, card.y - y - height / 2)
  return [...cards]
    .sort((a, b) => away(a) - away(b))
    .slice(0, count)
    .map(({ id }) => id)
}

/** A second of looking at what others do. */
function watching(name: string, who: () => Colleagues, seen: string): Gesture {
  let leave: () => Promise<unknown> = async () => {}
  return {
    name,
    view: 'near',
    steps: 60,
    async before({ page }) {
      leave = await invite(who())
      await page.locator(seen).first().waitFor()
    },
    step: ({ page }) => page.evaluate(() => new Promise(resolve => requestAnimationFrame(resolve))),
    after: () => leave(),
  }
}
