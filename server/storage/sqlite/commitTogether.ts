import type { DatabaseSync } from 'node:sqlite'

export type Settled<T> = { readonly value: T } | { readonly thrown: unknown }

/**
 * Group commit: runs the jobs in order in one transaction, so that all of them share one fsync.
 * A job that throws is undone alone. When the transaction as a whole fails, every job is undone and settles with that
 * error. Never throws, unless even the rollback fails.
 */
export function commitTogether<T>(db: DatabaseSync, jobs: readonly (() => T)[]): Settled<T>[] {
  try {
    db.exec('BEGIN IMMEDIATE')
    const settled = jobs.map(job => runAlone(db, job))
    db.exec('COMMIT')
    return settled
  } catch (thrown) {
    if (db.isTransaction) db.exec('ROLLBACK')
    return jobs.map(() => ({ thrown }))
  }
}

function runAlone<T>(db: DatabaseSync, job: () => T): Settled<T> {
  db.exec('SAVEPOINT job')
  try {
    const value = job()
    db.exec('RELEASE job')
    return { value }
  } catch (thrown) {
    // Out of room or on an I/O error SQLite may have rolled everything back by itself; then the others are gone too.
    if (!db.isTransaction) throw thrown
    db.exec('ROLLBACK TO job')
    db.exec('RELEASE job')
    return { thrown }
  }
}
