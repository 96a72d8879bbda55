import type { DatabaseSync } from 'node:sqlite'
import type { Stats, Upkeep } from './protocol.ts'

/** What concerns the database as a whole. */
export function createUpkeep(db: DatabaseSync, stats: () => Stats): Upkeep {
  const pageSize = Number(db.prepare('PRAGMA page_size').get()?.page_size)
  return {
    stats,
    limitSize(bytes) {
      db.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(bytes / pageSize))}`)
    },
    checkpoint() {
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    },
    close: () => db.close(),
  }
}
