import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { by, bytes, docOf, newMap, storeSuite, textOf, type } from '../storeSuite.ts'
import { connect, startWorker } from './connect.ts'
import { openDatabase } from './openDatabase.ts'
import { createSqliteStore, openSqliteStore, type SqliteStore } from './SqliteStore.ts'

const makeRoot = () => mkdtempSync(join(tmpdir(), 'verbatim-store-'))
const removeRoot = (root: string) => rmSync(root, { recursive: true, force: true })

storeSuite('the embedded store', async () => {
  const root = makeRoot()
  let store = await openSqliteStore(root)
  return {
    store,
    async reopen() {
      await store.close()
      store = await openSqliteStore(root)
      return store
    },
    async remove() {
      await store.close()
      removeRoot(root)
    },
  }
})

describe('the embedded store on its disk', () => {
  let root: string
  let folder: string
  let file: string
  let store: SqliteStore
  beforeEach(async () => {
    root = makeRoot()
    folder = join(root, 'data')
    file = join(folder, 'verbatim.db')
    store = await openSqliteStore(folder)
  })
  afterEach(async () => {
    await store.close()
    removeRoot(root)
  })

  /** Closes the store, lets `change` work on the database directly, opens it again. */
  async function tamper(change: (db: DatabaseSync) => void): Promise<void> {
    await store.close()
    const db = new DatabaseSync(file)
    change(db)
    db.close()
    store = await openSqliteStore(folder)
  }

  it('lets nobody else on the machine read the data', async () => {
    await store.createMap(newMap('m'))
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    for (const name of readdirSync(folder))
      expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600])
    await store.close()
    expect(readdirSync(folder).sort()).toEqual(['verbatim.db', 'verbatim.lock'])
  })

  it('waits for the disk at every commit', async () => {
    await store.close()
    const db = openDatabase(folder)
    const FULL = 2
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: FULL })
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    db.close()
  })

  it('shares one wait for the disk among many who save at the same moment', async () => {
    await store.createMap(newMap('m'))
    const before = await store.stats()
    await Promise.all(Array.from({ length: 200 }, (_, i) => store.append('m', bytes(`entry ${i}`), by(1))))
    const after = await store.stats()
    expect(after.appends - before.appends).toBe(200)
    expect(after.commits - before.commits).toBeLessThan(50)
  })

  it('tells who could not be saved when the disk is full, saves the others, and goes on when there is room', async () => {
    await store.createMap(newMap('m'))
    for (let i = 0; i < 20; i++) await store.append('m', bytes('a small entry'), by(1))
    const { seq } = (await store.readMap('m')) ?? { seq: 0 }
    await store.limitSize(1_000_000)
    const large = new Uint8Array(2_000_000)
    const attempts = await Promise.allSettled([
      store.append('m', large, by(1), { originals: [{ quote: 'q', text: 'x', row: '{}' }] }),
      store.append('m', bytes('fits'), by(1)),
      store.append('m', large, by(1)),
    ])
    expect(attempts).toMatchObject([
      { reason: { name: 'StoreError', code: 'full' } },
      { value: seq + 1 },
      { reason: { name: 'StoreError', code: 'full' } },
    ])
    expect(store.health()).toEqual({ state: 'open' })
    expect(await store.findOriginal('m', 'q')).toBeNull()
    await store.limitSize(100_000_000)
    expect(await store.append('m', large, by(1))).toBe(seq + 2)
    await store.close()
    store = await openSqliteStore(folder)
    expect(await store.load('m')).toMatchObject({ seq: seq + 2, damaged: null })
  })

  describe('damage', () => {
    it('is found when one bit of an entry has flipped, and the entries before it are still read', async () => {
      await store.createMap(newMap('m'))
      await store.createMap(newMap('other'))
      for (const word of ['first', 'needle in the log', 'last']) await store.append('m', bytes(word), by(1))
      await store.close()
      const content = readFileSync(file)
      const at = content.indexOf('needle in the log')
      expect(content.lastIndexOf('needle in the log')).toBe(at)
      content.writeUInt8(content.readUInt8(at) ^ 1, at)
      writeFileSync(file, content)

      store = await openSqliteStore(folder)
      const loaded = await store.load('m')
      expect(loaded).toMatchObject({ seq: 2, damaged: { seq: 3 } })
      expect(loaded?.updates[1]).toEqual(bytes('first'))
      await expect(store.append('m', bytes('lost'), by(1))).rejects.toMatchObject({ code: 'damaged' })
      await expect(store.compact('m')).rejects.toMatchObject({ code: 'damaged' })
      expect(await store.append('other', bytes('fine'), by(1))).toBe(2)
    })

    it('is cut away where it begins: the map goes on, and what lay behind is set aside until it is rewritten', async () => {
      await store.createMap(newMap('m'))
      const doc = docOf(await store.load('m'))
      for (const word of ['one ', 'two ', 'three ']) await type(store, 'm', doc, word)
      await tamper(db => db.exec('UPDATE log SET bytes = zeroblob(length(bytes)) WHERE seq = 3'))
      expect(await store.cutLog('m', 700)).toBe(2)
      expect(await store.cutLog('m', 800)).toBe(0)
      const left = docOf(await store.load('m'))
      expect(left.getText().toString()).not.toContain('two')
      expect(await store.load('m')).toMatchObject({ seq: 2, damaged: null })
      await type(store, 'm', left, 'again')
      expect(textOf(await store.load('m'))).toContain('again')
      expect(await store.compact('m')).toBe(3)
      const aside = () => {
        const rows: Record<string, unknown>[] = []
        return tamper(db => rows.push(...db.prepare('SELECT seq, cutAt FROM setAside ORDER BY seq').all())).then(
          () => rows,
        )
      }
      expect(await aside()).toMatchObject([
        { seq: 3, cutAt: 700 },
        { seq: 4, cutAt: 700 },
      ])
      await store.rewrite('m', { seq: 3, state: bytes('clean'), versions: new Map(), retired: [] }, by(1))
      expect(await aside()).toEqual([])
    })

    it.each([3, 4])('is found when entry %i of 4 is missing', async missing => {
      await store.createMap(newMap('m'))
      for (const word of ['2', '3', '4']) await store.append('m', bytes(word), by(1))
      await tamper(db => db.prepare('DELETE FROM log WHERE seq = ?').run(missing))
      expect(await store.load('m')).toMatchObject({ seq: missing - 1, damaged: { seq: missing } })
    })

    it('of the newest snapshot loses nothing, and the next compaction mends it', async () => {
      await store.createMap(newMap('m'))
      const doc = docOf(await store.load('m'))
      for (const word of ['one ', 'two ', 'three ']) {
        await type(store, 'm', doc, word)
        await store.compact('m')
      }
      await tamper(db => {
        expect(db.prepare('SELECT seq FROM snapshots ORDER BY seq').all()).toMatchObject([{ seq: 3 }, { seq: 4 }])
        db.exec('UPDATE snapshots SET bytes = zeroblob(20) WHERE seq = 4')
      })
      expect(textOf(await store.load('m'))).toBe(doc.getText().toString())
      expect(await store.load('m')).toMatchObject({ seq: 4, damaged: null })
      expect(await store.compact('m')).toBe(4)
      expect(await store.load('m')).toMatchObject({ updates: [], seq: 4, damaged: null })
      expect(textOf(await store.load('m'))).toBe(doc.getText().toString())
    })
  })

  it('keeps two snapshots and only the log that the older one needs', async () => {
    await store.createMap(newMap('m'))
    const doc = docOf(await store.load('m'))
    for (let i = 0; i < 12; i++) {
      await type(store, 'm', doc, 'x')
      if (i % 3 === 2) await store.compact('m')
    }
    await tamper(db => {
      const seqs = (table: string) =>
        db
          .prepare(`SELECT seq FROM ${table} ORDER BY seq`)
          .all()
          .map(row => row.seq)
      expect(seqs('snapshots')).toEqual([10, 13])
      expect(seqs('log')).toEqual([11, 12, 13])
      expect(seqs('history')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    })
  })

  it('loses nothing that it acknowledged when the process is killed, time after time', async () => {
    await store.createMap(newMap('m'))
    await store.close()
    for (let round = 0; round < 5; round++) {
      const acknowledged = await killAfterLines(folder, 40 + 17 * round)
      store = await openSqliteStore(folder)
      const loaded = await store.load('m')
      expect(loaded?.damaged).toBeNull()
      const numbers = docOf(loaded).getArray<number>('numbers').toArray()
      const history = await store.history('m')
      const originals = new Set((await store.listOriginals('m')).map(found => found.quote))
      for (const { seq, number } of acknowledged) {
        expect(history[seq - 1]?.seq).toBe(seq)
        expect(numbers[number]).toBe(number)
      }
      // Entry and original came in one transaction; the map's first entry has no number.
      expect(numbers).toEqual(Array.from({ length: history.length - 1 }, (_, i) => i))
      expect(originals.size).toBe(numbers.length)
      await store.close()
    }
    // Five processes start and are killed, which takes a while on a busy machine.
  }, 180_000)

  it('keeps nothing of what was rewritten anywhere on its disk', async () => {
    await store.createMap(newMap('m'))
    const doc = docOf(await store.load('m'))
    for (let i = 0; i < 40; i++) await type(store, 'm', doc, ` the needle ${i}`)
    await store.compact('m')
    for (let i = 0; i < 40; i++) await type(store, 'm', doc, ` the needle ${i}`)
    await store.compact('m')
    const onDisk = () => readdirSync(folder).filter(name => readFileSync(join(folder, name)).includes('needle'))
    expect(onDisk()).not.toEqual([])
    const { seq = 0 } = (await store.readMap('m')) ?? {}
    await store.rewrite('m', { seq, state: newMap('clean').update, versions: new Map(), retired: [] }, by(1))
    expect(onDisk()).toEqual([])
  })

  it('refuses a database of a newer version with a sentence and leaves it alone', async () => {
    await store.close()
    const db = new DatabaseSync(file)
    db.exec('PRAGMA user_version = 1000')
    db.close()
    const before = readFileSync(file)
    await expect(openSqliteStore(folder)).rejects.toMatchObject({
      code: 'newer_schema',
      message: expect.stringMatching(/newer version of Verbatim \(schema 1000, this version knows \d+\)\. Start that/),
    })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('refuses a second server on the same folder, and the first works on', async () => {
    await store.createMap(newMap('m'))
    await expect(openSqliteStore(folder)).rejects.toMatchObject({ code: 'in_use' })
    expect(await store.append('m', bytes('still here'), by(1))).toBe(2)
  })

  it('says why when its folder cannot be made', async () => {
    writeFileSync(join(root, 'a file'), '')
    await expect(openSqliteStore(join(root, 'a file', 'data'))).rejects.toMatchObject({ code: 'failed' })
  })

  it('tells everybody who waits, and all who come later, when its thread is lost', async () => {
    await store.close()
    const worker = startWorker(folder)
    const lost = createSqliteStore(await connect(worker))
    await lost.createMap(newMap('m'))
    const waiting = Promise.allSettled([lost.append('m', new Uint8Array(1_000_000), by(1)), lost.load('m')])
    await worker.terminate()
    for (const answer of await waiting) expect(answer).toMatchObject({ reason: { name: 'StoreError', code: 'broken' } })
    await expect(lost.readMap('m')).rejects.toMatchObject({ code: 'broken' })
    expect(lost.health()).toMatchObject({ state: 'broken', reason: expect.stringContaining('storage thread') })
    await lost.close()
    store = await openSqliteStore(folder)
    expect(await store.load('m')).toMatchObject({ damaged: null })
  })
})

/** Runs a process that appends to the map `m`, kills it after so many acknowledgements, answers all that it printed. */
async function killAfterLines(folder: string, count: number): Promise<{ seq: number; number: number }[]> {
  const script = fileURLToPath(new URL('./appendUntilKilled.ts', import.meta.url))
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const acknowledged: { seq: number; number: number }[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    const [, seq, number] = /^(\d+) (\d+)$/.exec(line) ?? []
    if (seq !== undefined && number !== undefined) acknowledged.push({ seq: Number(seq), number: Number(number) })
    if (acknowledged.length === count) child.kill('SIGKILL')
  }
  const [, signal] = await exited
  expect(signal).toBe('SIGKILL')
  return acknowledged
}
