import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { makeFile, makeFolder } from './openDatabase.ts'

/**
 * Takes the data folder for this process alone; the answer lets go of it. Two servers on one folder would each keep
 * rooms that never hear of the other's edits. Throws SQLite's `busy` when another process has it.
 *
 * The lock is one of SQLite's on an empty file beside the database, so that it ends with the process however that ends,
 * and the database itself can be read meanwhile by a back-up. The file stays: who removes a lock's file lets two in.
 */
export function lockFolder(folder: string): () => void {
  makeFolder(folder)
  const file = join(folder, 'verbatim.lock')
  makeFile(file)
  const db = new DatabaseSync(file)
  try {
    db.exec('BEGIN EXCLUSIVE')
    return () => db.close()
  } catch (error) {
    db.close()
    throw error
  }
}
