import type { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import { StoreError } from '../StoreError.ts'
import { nextEpoch } from './nextEpoch.ts'
import type { Writes } from './protocol.ts'
import { queries } from './reads.ts'

type VersionWrites = Pick<Writes, 'saveVersion' | 'nameVersion' | 'dropVersions' | 'rewrite'>

/** Versions, and rewriting, which they have to follow. See `createWrites`. */
export function createVersionWrites(
  db: DatabaseSync,
  damaged: ReadonlySet<string>,
  requireEpoch: (map: string, epoch: number) => void,
): VersionWrites {
  const { one, all, statement } = queries(db)
  const nextNumber = one<{ number: number }>(
    'UPDATE maps SET versions = versions + 1 WHERE id = ? RETURNING versions AS number',
  )
  const newestSeq = one<{ seq: number | null }>('SELECT max(seq) AS seq FROM versions WHERE map = ?')
  const authorsBetween = all<{ author: string }>(
    `SELECT author FROM (
       SELECT author, seq FROM history WHERE map = ?1 AND seq > ?2 AND seq <= ?3
       UNION ALL SELECT author, seq FROM log WHERE map = ?1 AND seq > ?2 AND seq <= ?3
     ) GROUP BY author ORDER BY max(seq)`,
  )
  const insert = statement(
    'INSERT INTO versions (map, number, seq, at, name, authors, crc, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const setName = statement('UPDATE versions SET name = ? WHERE map = ? AND number = ?')
  const drop = one<{ authors: string }>('DELETE FROM versions WHERE map = ? AND number = ? RETURNING authors')
  const after = one<{ number: number; authors: string }>(
    'SELECT number, authors FROM versions WHERE map = ? AND number > ? ORDER BY number LIMIT 1',
  )
  const setAuthors = statement('UPDATE versions SET authors = ? WHERE map = ? AND number = ?')
  const numbers = all<{ number: number }>('SELECT number FROM versions WHERE map = ?')
  const setBytes = statement('UPDATE versions SET crc = ?, bytes = ? WHERE map = ? AND number = ?')

  const standing = one<{ seq: number; epoch: number }>('SELECT seq, epoch FROM maps WHERE id = ?')
  const setEpoch = statement('UPDATE maps SET epoch = ?, seq = ?, updatedAt = max(updatedAt, ?) WHERE id = ?')
  const keepHistory = statement(
    'INSERT INTO history (map, seq, author, at) SELECT map, seq, author, at FROM log WHERE map = ?',
  )
  const insertHistory = statement('INSERT INTO history (map, seq, author, at) VALUES (?, ?, ?, ?)')
  const dropLog = statement('DELETE FROM log WHERE map = ?')
  const dropSnapshots = statement('DELETE FROM snapshots WHERE map = ?')
  const dropSetAside = statement('DELETE FROM setAside WHERE map = ?')
  const insertSnapshot = statement('INSERT INTO snapshots (map, seq, at, crc, bytes) VALUES (?, ?, ?, ?, ?)')
  const retireClients = statement(`UPDATE clients SET author = '' WHERE map = ?`)
  const retireClient = statement(`INSERT INTO clients (map, client, author) VALUES (?, ?, '') ON CONFLICT DO NOTHING`)

  function dropVersion(map: string, number: number): void {
    const dropped = drop(map, number)
    const heir = after(map, number)
    if (dropped === null || heir === null) return
    const authors: string[] = JSON.parse(heir.authors)
    const earlier = (JSON.parse(dropped.authors) as string[]).filter(author => !authors.includes(author))
    setAuthors.run(JSON.stringify([...earlier, ...authors]), map, heir.number)
  }

  return {
    saveVersion(map, { epoch, seq, at, name, bytes }) {
      requireEpoch(map, epoch)
      const before = newestSeq(map)?.seq ?? 0
      const authors = authorsBetween(map, before, seq).map(({ author }) => author)
      const number = nextNumber(map)?.number ?? 1
      insert.run(map, number, seq, at, name, JSON.stringify(authors), crc32(bytes), bytes)
      return { number, seq, at, name, authors }
    },
    nameVersion: (map, number, name) => setName.run(name, map, number).changes > 0,
    dropVersions(map, dropped) {
      for (const number of dropped) dropVersion(map, number)
    },
    rewrite(map, { seq, state, versions, retired }, by) {
      const now = standing(map)
      if (now === null) throw new StoreError('unknown_map', 'There is no such map.')
      if (damaged.has(map)) throw new StoreError('damaged', 'The log of this map is damaged, so it stays as it is.')
      if (now.seq !== seq) throw new StoreError('outdated', 'The map was edited meanwhile.')
      const epoch = nextEpoch(now.epoch, by.at)
      setEpoch.run(epoch, seq + 1, by.at, map)
      keepHistory.run(map)
      insertHistory.run(map, seq + 1, by.author, by.at)
      dropLog.run(map)
      dropSnapshots.run(map)
      dropSetAside.run(map)
      insertSnapshot.run(map, seq + 1, by.at, crc32(state), state)
      for (const { number } of numbers(map)) {
        const bytes = versions.get(number)
        if (bytes) setBytes.run(crc32(bytes), bytes, map, number)
        else dropVersion(map, number)
      }
      retireClients.run(map)
      for (const client of retired) retireClient.run(map, client)
      return epoch
    },
  }
}
