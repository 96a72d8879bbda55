/**
 * Why a store did not do what it was asked.
 *
 * - `unknown_map`, `unknown_link`, `unknown_import`: what the call names is not there (any more).
 * - `outdated`: what the call was made from is no longer the newest.
 * - `exists`: a map with this id is there already.
 * - `damaged`: the log of this map cannot be read to its end; see `Store.load`.
 * - `full`: no room to write; the same call may succeed later.
 * - `failed`: the database could not do it; the message carries its words.
 * - `in_use`: another process holds the database.
 * - `newer_schema`: the database was written by a newer version of this program.
 * - `broken`: the store lost its worker; nothing works until it is opened again.
 * - `closed`: the store was closed.
 */
export type StoreErrorCode =
  | 'unknown_map'
  | 'unknown_link'
  | 'unknown_import'
  | 'outdated'
  | 'exists'
  | 'damaged'
  | 'full'
  | 'failed'
  | 'in_use'
  | 'newer_schema'
  | 'broken'
  | 'closed'

export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
