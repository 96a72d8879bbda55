import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { openSqliteStore } from '../../../server/storage/sqlite/SqliteStore.ts'
import { type MadeMap, makeMap } from '../../fixtures/api.ts'
import { KillableServer } from './KillableServer.ts'
import { randomFrom } from './random.ts'
import { contentOf, marksOf, StockEditor } from './StockEditor.ts'

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
      check(await docOnDisk(folder, map), editors)
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

const confirmed = (editors: readonly StockEditor[]) => editors.reduce((sum, editor) => sum + editor.confirmed, 0)

async function allSaved(editors: readonly StockEditor[]): Promise<void> {
  for (const editor of editors) await editor.until(() => editor.confirmed === editor.made)
}

async function docOnDisk(folder: string, map: MadeMap): Promise<Y.Doc> {
  const store = await openSqliteStore(folder)
  try {
    const loaded = await store.load(map.id)
    if (!loaded || loaded.damaged) throw new Error(`The log ends before entry ${loaded?.damaged?.seq}.`)
    const doc = new Y.Doc()
    for (const update of [loaded.snapshot, ...loaded.updates]) if (update) Y.applyUpdate(doc, update)
    if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('The log has a gap.')
    return doc
  } finally {
    await store.close()
  }
}

function check(disk: Y.Doc, editors: readonly StockEditor[]): void {
  const written = marksOf(disk)
  for (const editor of editors) {
    const unkept = editor.saved.find(mark => !written.has(mark))
    if (unkept) throw new Error(`${unkept} was confirmed to its author and is not on disk.`)
    const unwritten = [...marksOf(editor.doc)].find(mark => !mark.startsWith(`${editor.name}:`) && !written.has(mark))
    if (unwritten) throw new Error(`${unwritten} was shown to ${editor.name} and is not on disk.`)
  }
}

/** Lets everybody catch up, and looks whether they and somebody who comes new have the same. */
async function compare(editors: readonly StockEditor[], server: KillableServer, map: MadeMap): Promise<void> {
  await allSaved(editors)
  const total = editors.reduce((sum, { made }) => sum + made, 0)
  const visitor = new StockEditor('visitor', server.address, map.id, map.links.viewer.token)
  try {
    for (const editor of [...editors, visitor]) await editor.until(() => marksOf(editor.doc).size === total)
    for (const editor of editors) {
      if (contentOf(editor.doc) !== contentOf(visitor.doc)) throw new Error(`${editor.name} has another document.`)
    }
  } finally {
    visitor.leave()
  }
}
