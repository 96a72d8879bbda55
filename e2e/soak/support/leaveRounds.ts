import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { makeMap } from '../../fixtures/api.ts'
import { allSaved, check, compare, confirmed } from './editors.ts'
import { KillableServer } from './KillableServer.ts'
import { readLog } from './logOnDisk.ts'
import { type Random, randomFrom } from './random.ts'
import { StockEditor } from './StockEditor.ts'

const PEOPLE = 50
/** Milliseconds between edits of all people together. */
const EDIT_EVERY = 20
/** Milliseconds of editing before each restart, at most. */
const EDIT_FOR = 1_000
/** Milliseconds between two attempts of a browser to come back, at most, as the stock provider has it. */
const LONGEST_PAUSE = 2_500
/** Milliseconds of a moment in which not too many may come back: else a large room would return at once. */
const MOMENT = 200

/**
 * Milliseconds from the signal to leave until everybody has the whole map again, and the part of all people that may
 * come back within one moment: both say as much about the machine as about the server, so each caller sets its own.
 */
export type Allowed = { readonly within: number; readonly crowd: number }

export type Left = { rounds: number; made: number; slowest: number; densest: number }

/**
 * Fifty people edit all the time while their server is told to leave and started again, so many times. All that it
 * confirmed must be on disk when it has gone; everybody must be back in time, not all in one moment, and in the end all
 * have every edit, also what was made while it was away. Throws, naming the seed, when something is not so.
 */
export async function leaveRounds(seed: number, rounds: number, allowed: Allowed): Promise<Left> {
  const random = randomFrom(seed)
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-leave-'))
  const server = new KillableServer(folder)
  const editors: StockEditor[] = []
  let editing: NodeJS.Timeout | null = null
  let [slowest, densest] = [0, 0]
  try {
    await server.start()
    const map = await makeMap(server.address, {})
    const { token } = map.links.editor
    for (let at = 0; at < PEOPLE; at += 1) {
      editors.push(new StockEditor(`p${at}`, server.address, map.id, token, LONGEST_PAUSE))
    }
    await allSaved(editors)
    editing = setInterval(() => editors[random(editors.length)]?.edit(random), EDIT_EVERY)
    for (let round = 1; round <= rounds; round += 1) {
      const before = confirmed(editors)
      await editors[0]?.until(() => confirmed(editors) > before)
      const { took, crowd } = await restart(server, editors, random, async () =>
        check((await readLog(folder, map.id)).doc, editors),
      )
      if (took > allowed.within) throw new Error(`The last was back only after ${Math.round(took)} ms.`)
      if (crowd > allowed.crowd) throw new Error(`${Math.round(crowd * PEOPLE)} knocked within ${MOMENT} ms.`)
      slowest = Math.max(slowest, took)
      densest = Math.max(densest, crowd)
    }
    clearInterval(editing)
    await compare(editors, server, map)
    return { rounds, made: editors.reduce((sum, { made }) => sum + made, 0), slowest, densest }
  } catch (error) {
    throw new Error(`SEED=${seed}: ${error instanceof Error ? error.message : error}`, { cause: error })
  } finally {
    if (editing) clearInterval(editing)
    for (const editor of editors) editor.leave()
    await server.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Answers how long it took until the last was back, and how large a part came back within one short moment. */
async function restart(
  server: KillableServer,
  editors: readonly StockEditor[],
  random: Random,
  look: () => Promise<void>,
): Promise<{ took: number; crowd: number }> {
  await wait(random(EDIT_FOR))
  const left = performance.now()
  await server.leave()
  const gone = performance.now()
  await look()
  const started = performance.now()
  await server.start()
  await Promise.all(editors.map(editor => editor.until(() => editor.syncedAt > started)))
  // Nobody looks at the disk between two versions.
  const took = Math.max(...editors.map(({ syncedAt }) => syncedAt)) - left - (started - gone)
  const knocks = editors.map(({ diallingAt }) => diallingAt)
  const crowd = Math.max(...knocks.map(at => knocks.filter(t => t >= at && t < at + MOMENT).length))
  return { took, crowd: crowd / editors.length }
}
