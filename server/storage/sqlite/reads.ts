import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import type {
  ClientOwner,
  Contribution,
  HistoryEntry,
  ImportRecord,
  Link,
  Loaded,
  MapRecord,
  Original,
  Person,
  StoredFile,
  Version,
} from '../records.ts'
import { StoreError } from '../StoreError.ts'
import { isCorruption } from './errors.ts'
import type { Reads } from './protocol.ts'

interface SnapshotRow {
  readonly seq: number
  readonly crc: number
  readonly bytes: Uint8Array
}
type LogRow = SnapshotRow
type VersionRow = Omit<Version, 'authors'> & { readonly authors: string }

/**
 * The seam between SQL and types: each row type is the columns of its SELECT, and STRICT tables hold the database to
 * the column types of `schema.ts`.
 */
export function queries(db: DatabaseSync) {
  return {
    one<Row>(sql: string): (...values: SQLInputValue[]) => Row | null {
      const statement = db.prepare(sql)
      return (...values) => (statement.get(...values) as Row | undefined) ?? null
    },
    all<Row>(sql: string): (...values: SQLInputValue[]) => Row[] {
      const statement = db.prepare(sql)
      return (...values) => statement.all(...values) as Row[]
    },
    statement(sql: string): StatementSync {
      return db.prepare(sql)
    },
  }
}

/** The reading half of a store. `damaged` collects the maps that `load` could not read to the end. */
export function createReads(db: DatabaseSync, damaged: Set<string>): Reads {
  const { one, all, statement } = queries(db)
  const readMap = one<MapRecord>(
    'SELECT id, createdAt, updatedAt, epoch, seq, lockedAt, lockedBy FROM maps WHERE id = ?',
  )
  const snapshots = all<SnapshotRow>('SELECT seq, crc, bytes FROM snapshots WHERE map = ? ORDER BY seq DESC')
  const log = statement('SELECT seq, crc, bytes FROM log WHERE map = ? AND seq > ? ORDER BY seq')
  const linkColumns = 'id, map, role, label, createdAt, expiresAt, revokedAt'
  const personColumns = 'id, map, link, name, color, createdAt'
  const originalColumns = 'quote, text, "row"'
  const importColumns = 'id, person, at, added, takenBackAt'
  const contributionColumns = 'id, author, at, kind, record'
  const authors = all<{ author: string }>(
    `SELECT author FROM (
       SELECT author, seq FROM history WHERE map = ?1 AND seq > ?2
       UNION ALL SELECT author, seq FROM log WHERE map = ?1 AND seq > ?2
     ) GROUP BY author ORDER BY max(seq)`,
  )
  const versions = all<VersionRow>('SELECT number, seq, at, name, authors FROM versions WHERE map = ? ORDER BY number')
  const version = one<Omit<SnapshotRow, 'seq'>>('SELECT crc, bytes FROM versions WHERE map = ? AND number = ?')
  const sizeOfFiles = one<{ size: number }>('SELECT total(length(bytes)) AS size FROM files WHERE map = ?')

  /** The entries after `base` up to the first that is missing or does not match its checksum. */
  function readLog(map: string, base: number): Uint8Array[] {
    const updates: Uint8Array[] = []
    try {
      for (const row of log.iterate(map, base) as Iterable<LogRow>) {
        if (row.seq !== base + updates.length + 1 || crc32(row.bytes) !== row.crc) break
        updates.push(row.bytes)
      }
    } catch (error) {
      if (!isCorruption(error)) throw error
    }
    return inOnePiece(updates)
  }

  return {
    readMap,
    load(map): Loaded | null {
      const record = readMap(map)
      if (record === null) return null
      const snapshot = snapshots(map).find(row => crc32(row.bytes) === row.crc)
      const updates = readLog(map, snapshot?.seq ?? 0)
      const seq = (snapshot?.seq ?? 0) + updates.length
      const whole = seq === record.seq
      if (!whole) damaged.add(map)
      const { epoch } = record
      return { snapshot: snapshot?.bytes ?? null, updates, seq, epoch, damaged: whole ? null : { seq: seq + 1 } }
    },
    history: all<HistoryEntry>(
      `SELECT seq, author, at FROM history WHERE map = ?1
       UNION ALL SELECT seq, author, at FROM log WHERE map = ?1 ORDER BY seq`,
    ),
    listAuthors: (map, since) => authors(map, since).map(({ author }) => author),
    listClients: all<ClientOwner>('SELECT client, author FROM clients WHERE map = ?'),
    listVersions: map => versions(map).map(row => ({ ...row, authors: JSON.parse(row.authors) })),
    readVersion(map, number) {
      const found = version(map, number)
      if (found && crc32(found.bytes) !== found.crc) {
        throw new StoreError('damaged', 'This version of the map is damaged and cannot be read.')
      }
      return found?.bytes ?? null
    },
    listLinks: all<Link>(`SELECT ${linkColumns} FROM links WHERE map = ? ORDER BY createdAt, rowid`),
    findLink: one<Link>(`SELECT ${linkColumns} FROM links WHERE id = ?`),
    findPerson: one<Person>(`SELECT ${personColumns} FROM people WHERE id = ?`),
    listPeople: all<Person>(`SELECT ${personColumns} FROM people WHERE map = ? ORDER BY createdAt, rowid`),
    findOriginal: one<Original>(`SELECT ${originalColumns} FROM originals WHERE map = ? AND quote = ?`),
    listOriginals: all<Original>(`SELECT ${originalColumns} FROM originals WHERE map = ? ORDER BY rowid`),
    findImport: one<ImportRecord>(`SELECT ${importColumns} FROM imports WHERE map = ? AND id = ?`),
    listImports: all<ImportRecord>(`SELECT ${importColumns} FROM imports WHERE map = ? ORDER BY at, rowid`),
    findContribution: one<Contribution>(`SELECT ${contributionColumns} FROM contributions WHERE map = ? AND id = ?`),
    listContributions: all<Contribution>(
      `SELECT ${contributionColumns} FROM contributions WHERE map = ? AND author = ? ORDER BY at, rowid`,
    ),
    findFile: one<StoredFile>('SELECT hash, type, bytes FROM files WHERE map = ? AND hash = ?'),
    sizeOfFiles: map => sizeOfFiles(map)?.size ?? 0,
  }
}

/** The same bytes, one behind the other in one buffer: handing over each in its own takes 60 times as long. */
function inOnePiece(list: readonly Uint8Array[]): Uint8Array[] {
  const piece = new Uint8Array(list.reduce((sum, bytes) => sum + bytes.byteLength, 0))
  let end = 0
  return list.map(bytes => {
    piece.set(bytes, end)
    end += bytes.byteLength
    return piece.subarray(end - bytes.byteLength, end)
  })
}
