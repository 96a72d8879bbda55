import { StoreError } from '../StoreError.ts'

// Primary result codes of SQLite, https://sqlite.org/rescode.html
const SQLITE_BUSY = 5
const SQLITE_CORRUPT = 11
const SQLITE_FULL = 13

/** The primary result code of an error of node:sqlite, or null for anything else. */
function resultCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null
  return error.errcode & 0xff
}

export function isCorruption(error: unknown): boolean {
  return resultCode(error) === SQLITE_CORRUPT
}

/** Whatever was thrown, as the one kind of error that leaves a store. */
export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error
  const words = error instanceof Error ? error.message : String(error)
  switch (resultCode(error)) {
    case SQLITE_FULL:
      return new StoreError('full', `There is no room left to write: ${words}.`)
    case SQLITE_BUSY:
      return new StoreError('in_use', 'Another process is using the database.')
    default:
      return new StoreError('failed', `The database could not do this: ${words}.`)
  }
}
