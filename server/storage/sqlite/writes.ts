import type { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import type { Alongside, Authorship, Link, NewLink, Original, StoredFile } from '../records.ts'
import { StoreError } from '../StoreError.ts'
import type { Writes } from './protocol.ts'
import { queries } from './reads.ts'
import { createVersionWrites } from './versionWrites.ts'

/**
 * The writing half of a store, to be run inside a transaction that is rolled back when one of these throws.
 * `damaged` names the maps whose log may not grow.
 */
export function createWrites(db: DatabaseSync, damaged: Set<string>): Omit<Writes, 'cutLog'> {
  const { one, statement } = queries(db)
  const hasMap = one<{ id: string }>('SELECT id FROM maps WHERE id = ?')
  const insertMap = statement('INSERT INTO maps (id, createdAt, updatedAt, epoch, seq) VALUES (?, ?, ?, 1, 0)')
  const deleteMap = statement('DELETE FROM maps WHERE id = ?')
  const nextSeq = one<{ seq: number }>(
    'UPDATE maps SET seq = seq + 1, updatedAt = max(updatedAt, ?) WHERE id = ? RETURNING seq',
  )
  const insertEntry = statement('INSERT INTO log (map, seq, author, at, crc, bytes) VALUES (?, ?, ?, ?, ?, ?)')
  const epochOf = one<{ epoch: number }>('SELECT epoch FROM maps WHERE id = ?')
  const insertSnapshot = statement('INSERT OR REPLACE INTO snapshots (map, seq, at, crc, bytes) VALUES (?, ?, ?, ?, ?)')
  const dropSnapshots = statement('DELETE FROM snapshots WHERE map = ? AND seq NOT IN (?, ?)')
  const keepHistory = statement(
    'INSERT INTO history (map, seq, author, at) SELECT map, seq, author, at FROM log WHERE map = ? AND seq <= ?',
  )
  const dropLog = statement('DELETE FROM log WHERE map = ? AND seq <= ?')
  const insertLink = statement(
    'INSERT INTO links (id, map, role, label, createdAt, expiresAt, revokedAt) VALUES (?, ?, ?, ?, ?, ?, NULL)',
  )
  const linkOfMap = one<Link>('SELECT * FROM links WHERE id = ? AND map = ?')
  const otherFacilitator = one<{ id: string }>(
    `SELECT id FROM links WHERE map = ? AND id <> ? AND role = 'facilitator' AND revokedAt IS NULL
       AND (expiresAt IS NULL OR expiresAt > ?)`,
  )
  const revoke = statement('UPDATE links SET revokedAt = ? WHERE id = ?')
  const insertPerson = statement('INSERT INTO people (id, map, link, name, color, createdAt) VALUES (?, ?, ?, ?, ?, ?)')
  const renamePerson = statement('UPDATE people SET name = ?, color = ? WHERE id = ?')
  const putOriginal = statement(
    `INSERT INTO originals (map, quote, text, "row") VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET text = excluded.text, "row" = excluded."row"`,
  )
  const deleteOriginal = statement('DELETE FROM originals WHERE map = ? AND quote = ?')
  const insertImport = statement(
    'INSERT INTO imports (map, id, person, at, added, takenBackAt) VALUES (?, ?, ?, ?, ?, NULL)',
  )
  const takeBack = statement('UPDATE imports SET takenBackAt = ? WHERE map = ? AND id = ? AND takenBackAt IS NULL')

  const setLock = statement('UPDATE maps SET lockedAt = ?, lockedBy = ? WHERE id = ?')
  const insertContribution = statement(
    'INSERT INTO contributions (map, id, author, at, kind, record) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const insertClient = statement('INSERT INTO clients (map, client, author) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
  const retireClient = statement(
    `INSERT INTO clients (map, client, author) VALUES (?, ?, '') ON CONFLICT DO UPDATE SET author = ''`,
  )
  const insertFile = statement('INSERT INTO files (map, hash, type, bytes) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')

  function requireMap(map: string): void {
    if (hasMap(map) === null) throw new StoreError('unknown_map', 'There is no such map.')
  }

  /** A map can be rewritten, or deleted and made again, while something is made from what was loaded of it. */
  function requireEpoch(map: string, epoch: number): void {
    requireMap(map)
    if (epochOf(map)?.epoch !== epoch) throw new StoreError('outdated', 'The map was rewritten meanwhile.')
  }

  function append(map: string, update: Uint8Array, by: Authorship, alongside: Alongside = {}): number {
    if (damaged.has(map)) throw new StoreError('damaged', 'The log of this map is damaged, so nothing is added to it.')
    const next = nextSeq(by.at, map)
    if (next === null) throw new StoreError('unknown_map', 'There is no such map.')
    insertEntry.run(map, next.seq, by.author, by.at, crc32(update), update)
    if (alongside.originals) writeOriginals(map, alongside.originals)
    if (alongside.import) {
      const { id, person, at, added } = alongside.import
      insertImport.run(map, id, person, at, added)
    }
    if (alongside.takesBack !== undefined && takeBack.run(by.at, map, alongside.takesBack).changes === 0) {
      throw new StoreError('unknown_import', 'There is no such import, or it was taken back already.')
    }
    if (alongside.contribution) {
      const { id, author, at, kind, record } = alongside.contribution
      insertContribution.run(map, id, author, at, kind, record)
    }
    for (const client of alongside.clients ?? []) insertClient.run(map, client, by.author)
    for (const client of alongside.retires ?? []) retireClient.run(map, client)
    for (const file of alongside.files ?? []) putFile(map, file)
    return next.seq
  }

  function putFile(map: string, { hash, type, bytes }: StoredFile): void {
    insertFile.run(map, hash, type, bytes)
  }

  function writeOriginals(map: string, originals: readonly Original[]): void {
    for (const { quote, text, row } of originals) putOriginal.run(map, quote, text, row)
  }

  function addLink(map: string, { id, role, label, createdAt, expiresAt }: NewLink): void {
    insertLink.run(id, map, role, label, createdAt, expiresAt)
  }

  return {
    createMap({ id, createdAt, update, author, links, alongside }) {
      if (hasMap(id) !== null) throw new StoreError('exists', 'There is a map with this id already.')
      insertMap.run(id, createdAt, createdAt)
      append(id, update, { author, at: createdAt }, alongside)
      for (const link of links) addLink(id, link)
    },
    deleteMap(map) {
      return deleteMap.run(map).changes > 0
    },
    setLock(map, lock) {
      requireMap(map)
      setLock.run(lock?.at ?? null, lock?.by ?? null, map)
    },
    append,
    ...createVersionWrites(db, damaged, requireEpoch),
    saveSnapshot(map, { epoch, base, seq, at, bytes }) {
      requireEpoch(map, epoch)
      insertSnapshot.run(map, seq, at, crc32(bytes), bytes)
      dropSnapshots.run(map, base, seq)
      keepHistory.run(map, base)
      dropLog.run(map, base)
    },
    addLink(map, link) {
      requireMap(map)
      addLink(map, link)
    },
    revokeLink(map, id, at) {
      const link = linkOfMap(id, map)
      if (link === null) return 'unknown_link'
      if (link.revokedAt !== null) return 'revoked'
      const inCharge = link.role === 'facilitator' && (link.expiresAt === null || link.expiresAt > at)
      if (inCharge && otherFacilitator(map, id, at) === null) return 'last_facilitator'
      revoke.run(at, id)
      return 'revoked'
    },
    addPerson({ id, map, link, name, color, createdAt }) {
      if (linkOfMap(link, map) === null) throw new StoreError('unknown_link', 'There is no such link to this map.')
      insertPerson.run(id, map, link, name, color, createdAt)
    },
    renamePerson(person, { name, color }) {
      renamePerson.run(name, color, person)
    },
    putOriginals(map, originals) {
      requireMap(map)
      writeOriginals(map, originals)
    },
    putFile(map, file) {
      requireMap(map)
      putFile(map, file)
    },
    deleteOriginals(map, quotes) {
      for (const quote of quotes) deleteOriginal.run(map, quote)
    },
  }
}
