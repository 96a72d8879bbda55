import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../StoreError.ts'
import { schemaSteps } from './schema.ts'

/**
 * Opens `verbatim.db` in this folder, making both when they are missing (folder 0700, file 0600; SQLite gives its
 * side files the mode of the database), and brings the schema up to date.
 * Throws `newer_schema` for a file of a later version and SQLite's own error when another process holds it.
 */
export function openDatabase(folder: string): DatabaseSync {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'verbatim.db')
  closeSync(openSync(file, 'a', 0o600))
  chmodSync(file, 0o600)

  const db = new DatabaseSync(file)
  try {
    // Two servers on one folder would each keep rooms that never hear of the other's edits.
    db.exec('PRAGMA locking_mode = EXCLUSIVE')
    db.exec('PRAGMA journal_mode = WAL')
    db.exec('PRAGMA synchronous = FULL')
    // Deleted words of customers must not stay readable in free pages.
    db.exec('PRAGMA secure_delete = ON')
    // Bytes; after a large import the side file shrinks back at the next checkpoint.
    db.exec(`PRAGMA journal_size_limit = ${64 * 1024 * 1024}`)
    migrate(db, folder)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function migrate(db: DatabaseSync, folder: string): void {
  const version = Number(db.prepare('PRAGMA user_version').get()?.user_version)
  if (version > schemaSteps.length) {
    throw new StoreError(
      'newer_schema',
      `The database in ${folder} was written by a newer version of Verbatim (schema ${version}, this version knows ` +
        `${schemaSteps.length}). Start that version, or use a back-up from before it.`,
    )
  }
  if (version === schemaSteps.length) return
  db.exec('BEGIN IMMEDIATE')
  for (const step of schemaSteps.slice(version)) db.exec(step)
  db.exec(`PRAGMA user_version = ${schemaSteps.length}`)
  db.exec('COMMIT')
}
