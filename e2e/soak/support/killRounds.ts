import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { TAIL_ENTRIES } from '../../../server/sync/limits.ts'
import { type MadeMap, makeMap } from '../../fixtures/api.ts'
import { allSaved, check, compare, confirmed } from './editors.ts'
import { KillableServer } from './KillableServer.ts'
import { lengthenLog, readLog } from './logOnDisk.ts'
import { type Random, randomFrom } from './random.ts'
import { StockEditor } from './StockEditor.ts'

const PEOPLE = ['ada', 'ben', 'cat', 'dan']
/** Milliseconds in which a round's kill falls, counted from when the server listens: from before anybody is back. */
const KILL_WITHIN = 250
/** The same for kills that are to fall into a compaction, counted from when the first person is back. */
const COMPACTS_WITHIN = 400
/** Milliseconds between edits: so many that each kill falls into some. */
const EDIT_EVERY = 10
/** Rounds after which everybody is waited for and all documents are compared. */
const COMPARE_EVERY = 5
/** Rounds after which people go on in a new map: documents that grow without end make everything slow. */
const ROUNDS_PER_MAP = 10

/** `duringCompaction`: kills while the log was being folded into a snapshot; `compacted`: kills after it had been. */
export type Killed = {
  rounds: number
  made: number
  confirmedAtKills: number
  duringCompaction: number
  compacted: number
}

/**
 * People edit all the time while their server is killed and started again on the same folder, so many times. After
 * each kill, before anybody can send anything again, the disk is read as a new server would: all that was confirmed
 * to its author, and all that anybody else was shown, must be there. Throws, naming the seed, when something is not.
 */
export async function killRounds(seed: number, rounds: number): Promise<Killed> {
  const random = randomFrom(seed)
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-kill-'))
  const server = new KillableServer(folder)
  const killed: Killed = { rounds: 0, made: 0, confirmedAtKills: 0, duringCompaction: 0, compacted: 0 }
  try {
    await server.start()
    while (killed.rounds < rounds) {
      const map = await makeMap(server.address, {})
      await killWhileEditing(server, map, random, Math.min(ROUNDS_PER_MAP, rounds - killed.rounds), killed)
    }
    return killed
  } catch (error) {
    const words = error instanceof Error ? error.message : error
    throw new Error(`SEED=${seed}, round ${killed.rounds}: ${words}`, { cause: error })
  } finally {
    await server.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Adds what it saw to `killed`. */
async function killWhileEditing(
  server: KillableServer,
  map: MadeMap,
  random: Random,
  rounds: number,
  killed: Killed,
): Promise<void> {
  const editors = PEOPLE.map(name => new StockEditor(name, server.address, map.id, map.links.editor.token))
  const startEditing = () => setInterval(() => editors[random(editors.length)]?.edit(random), EDIT_EVERY)
  let editing: NodeJS.Timeout | null = null
  try {
    await allSaved(editors)
    editing = startEditing()
    let started = performance.now()
    let isDue = false
    for (let round = 1; round <= rounds; round += 1) {
      const before = confirmed(editors)
      await rightMoment(editors, random, isDue ? started : null)
      await server.kill()
      killed.rounds += 1
      killed.confirmedAtKills += confirmed(editors) - before
      const { doc, tail } = await readLog(server.folder, map.id)
      check(doc, editors)
      // Compaction begins when the room is loaded, so before anybody is back.
      if (isDue && tail > TAIL_ENTRIES) killed.duringCompaction += 1
      else if (isDue) killed.compacted += 1
      isDue = round % 2 === 1
      if (isDue) await lengthenLog(server.folder, map.id, TAIL_ENTRIES + 1)
      await server.start()
      started = performance.now()
      if (round % COMPARE_EVERY > 0 && round < rounds) continue
      clearInterval(editing)
      await compare(editors, server, map)
      // Meanwhile it was compacted in peace.
      isDue = false
      editing = startEditing()
    }
  } finally {
    if (editing) clearInterval(editing)
    killed.made += editors.reduce((sum, { made }) => sum + made, 0)
    for (const editor of editors) editor.leave()
  }
}

/** `loadedAfter`: when the server started whose compaction is to be hit; null to hit anything. */
async function rightMoment(editors: readonly StockEditor[], random: Random, loadedAfter: number | null): Promise<void> {
  if (loadedAfter !== null) {
    await Promise.race(editors.map(editor => editor.until(() => editor.syncedAt > loadedAfter)))
    await wait(random(COMPACTS_WITHIN))
    return
  }
  const before = confirmed(editors)
  // Until somebody was confirmed something, most of the time: else the later rounds would find nothing to lose.
  if (random(4) > 0) await Promise.race(editors.map(editor => editor.until(() => confirmed(editors) > before)))
  await wait(random(KILL_WITHIN))
}
