import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { makeMap } from '../../fixtures/api.ts'
import { allSaved, check, compare, confirmed, docOnDisk } from './editors.ts'
import { KillableServer } from './KillableServer.ts'
import { randomFrom } from './random.ts'
import { StockEditor } from './StockEditor.ts'

const PEOPLE = ['ada', 'ben', 'cat', 'dan']
/** Milliseconds in which a round's kill falls, counted from when the server listens: from before anybody is back. */
const KILL_WITHIN = 250
/** Milliseconds between edits: so many that each kill falls into some, so few that the map stays small. */
const EDIT_EVERY = 10
/** Rounds after which everybody is waited for and all documents are compared. */
const COMPARE_EVERY = 5

export type Killed = { rounds: number; made: number; confirmedAtKills: number }

/**
 * People edit all the time while their server is killed and started again on the same folder, so many times. After
 * each kill, before anybody can send anything again, the disk is read as a new server would: all that was confirmed
 * to its author, and all that anybody else was shown, must be there. Throws, naming the seed, when something is not.
 */
export async function killRounds(seed: number, rounds: number): Promise<Killed> {
  const random = randomFrom(seed)
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-kill-'))
  const server = new KillableServer(folder)
  const editors: StockEditor[] = []
  let confirmedAtKills = 0
  let editing: NodeJS.Timeout | null = null
  try {
    await server.start()
    const map = await makeMap(server.address, {})
    for (const name of PEOPLE) {
      editors.push(new StockEditor(name, server.address, map.id, map.links.editor.token))
    }
    await allSaved(editors)
    editing = setInterval(() => editors[random(editors.length)]?.edit(random), EDIT_EVERY)
    for (let round = 1; round <= rounds; round += 1) {
      const before = confirmed(editors)
      // Until somebody was confirmed something, most of the time: else the later rounds would find nothing to lose.
      if (random(4) > 0) await editors[0]?.until(() => confirmed(editors) > before)
      await wait(random(KILL_WITHIN))
      await server.kill()
      confirmedAtKills += confirmed(editors) - before
      check(await docOnDisk(folder, map.id), editors)
      await server.start()
      if (round % COMPARE_EVERY === 0 || round === rounds) {
        clearInterval(editing)
        await compare(editors, server, map)
        editing = setInterval(() => editors[random(editors.length)]?.edit(random), EDIT_EVERY)
      }
    }
    return { rounds, made: editors.reduce((sum, { made }) => sum + made, 0), confirmedAtKills }
  } catch (error) {
    throw new Error(`SEED=${seed}: ${error instanceof Error ? error.message : error}`, { cause: error })
  } finally {
    if (editing) clearInterval(editing)
    for (const editor of editors) editor.leave()
    await server.kill()
    await rm(folder, { recursive: true, force: true })
  }
}
