import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../StoreError.ts'
import { schemaSteps } from './schema.ts'

export const DATABASE = 'verbatim.db'

/** Milliseconds to wait for an operator's own tool that holds the database; a back-up holds nobody up. */
const PATIENCE = 2_000

/** Makes the data folder when it is missing, for its owner alone. */
export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}

/** Makes a file when it is missing. In any case it is for its owner alone from now on. */
export function makeFile(file: string): void {
  closeSync(openSync(file, 'a', 0o600))
  chmodSync(file, 0o600)
}

/**
 * Opens `verbatim.db` in this folder, making both when they are missing (folder 0700, file 0600; SQLite gives its
 * side files the mode of the database), and brings the schema up to date. Whoever writes for longer than a moment
 * holds the folder's lock first: see `lockFolder`.
 * Throws `newer_schema` for a file of a later version.
 */
export function openDatabase(folder: string): DatabaseSync {
  makeFolder(folder)
  const file = join(folder, DATABASE)
  makeFile(file)

  const db = new DatabaseSync(file, { timeout: PATIENCE })
  try {
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

/** Brings the schema up to date; `where` tells which database that is. Throws `newer_schema`. */
export function migrate(db: DatabaseSync, where: string): void {
  const version = Number(db.prepare('PRAGMA user_version').get()?.user_version)
  if (version > schemaSteps.length) {
    throw new StoreError(
      'newer_schema',
      `The database in ${where} was written by a newer version of Verbatim (schema ${version}, this version knows ` +
        `${schemaSteps.length}). Start that version, or use a back-up from before it.`,
    )
  }
  if (version === schemaSteps.length) return
  db.exec('BEGIN IMMEDIATE')
  for (const step of schemaSteps.slice(version)) db.exec(step)
  db.exec(`PRAGMA user_version = ${schemaSteps.length}`)
  db.exec('COMMIT')
}
