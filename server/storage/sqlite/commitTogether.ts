import type { DatabaseSync } from 'node:sqlite'

export type Settled<T> = { readonly value: T } | { readonly thrown: unknown }

/**
 * Group commit: runs the jobs in order in one transaction, so that all of them share one fsync.
 * A job that throws is undone alone. When the transaction as a whole fails, each job gets one of its own, so that a
 * write that does not fit on the disk takes no other with it. `committed` is called after every COMMIT.
 * Never throws, unless even the rollback fails.
 */
export function commitTogether<T>(
  db: DatabaseSync,
  jobs: readonly (() => T)[],
  committed: () => void = () => {},
): Settled<T>[] {
  try {
    db.exec('BEGIN IMMEDIATE')
    const settled = jobs.map(job => runAlone(db, job))
    db.exec('COMMIT')
    committed()
    return settled
  } catch (thrown) {
    if (db.isTransaction) db.exec('ROLLBACK')
    return jobs.length === 1 ? [{ thrown }] : jobs.flatMap(job => commitTogether(db, [job], committed))
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
