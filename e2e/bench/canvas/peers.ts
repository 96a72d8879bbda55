import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig, preview } from 'vite'
import { say } from '../../../scripts/run.ts'
import { installPeers, peersFolder } from '../rooms/installPeers.ts'
import { type Board, selectPart } from './gestures.ts'
import { CANVAS, type ViewName } from './plan.ts'
import type { Subject } from './Subject.ts'

/** What they are called in the table, and by their pages. */
const PEERS = [
  { name: 'React Flow', query: 'system=flow', turn: 20 },
  { name: 'React Flow, culling', query: 'system=flow&culling', turn: 20 },
  { name: 'Excalidraw', query: 'system=excalidraw', turn: 1 },
  { name: 'tldraw', query: 'system=tldraw', turn: 2.8 },
] as const

const PATIENCE = 300_000
/** Milliseconds after which a view is at rest and sharp in all of them. */
const REST = 1_000

type Watched = { board: { show(viewport: unknown): void; zoom(): number } }

/** Those of the others that are wanted, each on a page of its own that is built and served here. */
export async function peers(isWanted: (name: string) => boolean): Promise<Subject[]> {
  const wanted = PEERS.filter(({ name }) => isWanted(name))
  if (wanted.length === 0 || !(await installPeers())) return []
  const config: InlineConfig = {
    configFile: false,
    logLevel: 'error',
    root: join(peersFolder, 'pages'),
    plugins: [react()],
    define: { 'process.env.IS_PREACT': '"false"' },
    build: { outDir: join(peersFolder, 'node_modules/.pages'), emptyOutDir: true, chunkSizeWarningLimit: 10_000 },
    preview: { host: '127.0.0.1', port: 0 },
  }
  await build(config)
  const server = await preview(config)
  const [address = ''] = server.resolvedUrls?.local ?? []
  let served = wanted.length
  return wanted.map(({ name, query, turn }) => ({
    name,
    prepare: async plan => ({
      url: `${address}?${query}`,
      before: async page => {
        // Fonts and translations that would be fetched from their makers: nothing of that is measured.
        await page.route(
          url => url.origin !== new URL(address).origin,
          route => route.abort(),
        )
        const box = { left: CANVAS.x, top: CANVAS.y, width: CANVAS.width, height: CANVAS.height }
        const { cards, links, views } = plan
        await page.addInitScript(plan => Object.assign(window, { plan }), { cards, links, box, view: views.near })
      },
      ready: page => page.locator('#board[data-ready]').waitFor({ timeout: PATIENCE }),
      turn,
      look: (board, view) => look(board, view, name),
      more: [],
      end: async () => {},
    }),
    async stop() {
      served -= 1
      if (served === 0) await server.close()
    },
  }))
}

async function look(board: Board, view: ViewName, name: string): Promise<void> {
  const show = async (to: ViewName) => {
    const wish = board.plan.views[to]
    await board.page.evaluate(viewport => {
      // What it answers can be anything.
      ;(window as unknown as Watched).board.show(viewport)
    }, wish)
    await board.page.waitForTimeout(REST)
    const zoom = await board.page.evaluate(() => (window as unknown as Watched).board.zoom())
    if (Math.abs(zoom / wish.zoom - 1) > 0.01) {
      say(`${name} shows the ${to} at ${(zoom * 100).toFixed(1)} % instead of ${(wish.zoom * 100).toFixed(1)} %`)
    }
  }
  if (view !== '200 cards') return show(view)
  await show('whole map')
  await selectPart(board)
  await show(view)
}
