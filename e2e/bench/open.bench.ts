import { rm } from 'node:fs/promises'
import { pino } from 'pino'
import * as Y from 'yjs'
import type { Row } from '../../scripts/bench.ts'
import { openSqliteStore, type SqliteStore } from '../../server/storage/sqlite/SqliteStore.ts'
import { createRooms } from '../../server/sync/Rooms.ts'
import { newDoc } from '../../shared/doc/roots.ts'
import { bestAndMedian, bytes, median, ms, timed } from './support/figures.ts'
import { dataFolder } from './support/withOurServer.ts'

const UPDATES = 100_000
/** Letters in one note, so that the map is as large as one that was typed and not as one endless text. */
const PER_NOTE = 100
/** Updates on their way to the disk at a time. */
const TOGETHER = 2_000
const RUNS = 5
const MAP = 'map'

export const name = `Open: a map with ${UPDATES.toLocaleString('en')} updates`

export async function run(): Promise<readonly Row[]> {
  const folder = await dataFolder()
  const store = await openSqliteStore(folder)
  try {
    const size = await write(store)
    const worst = await opening('nothing compacted yet', store)
    const { ms: took } = await timed(() => store.compact(MAP))
    const usual = await opening('compacted', store)
    return [{ ...worst, map: bytes(size) }, { what: 'compact, in threads of its own', best: ms(took) }, usual]
  } finally {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Types letter by letter, one log entry each, as if the server had been killed before it could ever compact. */
async function write(store: SqliteStore): Promise<number> {
  const doc = newDoc()
  await store.createMap({ id: MAP, createdAt: 1, author: '', update: Y.encodeStateAsUpdate(doc), links: [] })
  let appends: Promise<number>[] = []
  doc.on('update', update => appends.push(store.append(MAP, update, { author: 'bench', at: 1 })))
  const notes = doc.getMap<Y.Map<Y.Text>>('notes')
  for (let made = 0; made < UPDATES; made += 1) {
    const at = made % PER_NOTE
    const id = `n${made - at}`
    if (at === 0) notes.set(id, new Y.Map<Y.Text>([['text', new Y.Text('x')]]))
    // Sometimes not where the last letter was, as people do.
    else
      notes
        .get(id)
        ?.get('text')
        ?.insert(at % 10 === 0 ? at / 2 : at, 'x')
    if (appends.length < TOGETHER) continue
    await Promise.all(appends)
    appends = []
  }
  await Promise.all(appends)
  return Y.encodeStateAsUpdate(doc).byteLength
}

/** From nothing in memory to a room that somebody can be let into; `cpu` is that of all threads of this process. */
async function opening(what: string, store: SqliteStore): Promise<Row> {
  const runs: number[] = []
  const cpu: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    // Opening compacts what is worth it, which is measured apart.
    const rooms = createRooms({ store: { ...store, compact: async () => 0 }, log: pino({ level: 'silent' }) })
    const before = process.cpuUsage()
    runs.push((await timed(() => rooms.open(MAP))).ms)
    const { user, system } = process.cpuUsage(before)
    cpu.push((user + system) / 1_000)
    await rooms.stop()
  }
  return { what: `open, ${what}`, ...bestAndMedian(runs), cpu: ms(median(cpu)) }
}
