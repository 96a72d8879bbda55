import type { Logger } from 'pino'
import type { Doc } from '#shared/doc/encode.ts'
import type { Access, Admitted } from '../access/access.ts'
import type { Config } from '../config.ts'
import type { Origins } from '../http/origins.ts'
import type { Alongside } from '../storage/records.ts'
import type { Store } from '../storage/Store.ts'

/** A map that is loaded, as the routes use it. */
export type OpenMap = {
  readonly doc: Doc
  /** Changes the document in one log entry of this author and resolves when it is on disk. */
  commit(author: string, change: (doc: Doc) => void, alongside?: Alongside): Promise<unknown>
}

/** Who is connected to a map. */
export type Connected = { readonly link: string }

/** The rooms, as the routes use them. */
export type OpenMaps = {
  with<T>(map: string, use: (room: OpenMap) => T | Promise<T>): Promise<T>
  /** Closes every socket of a map and forgets it, before it is deleted. */
  closeMap(map: string): Promise<void>
  closeWhere(map: string, isMeant: (member: Connected) => boolean, code: number): void
}

/** What the routes are made from. */
export type Deps = {
  config: Config
  store: Store
  access: Access
  origins: Origins
  rooms: OpenMaps
  log: Logger
  /** Epoch milliseconds. */
  now: () => number
  /** Whether the server is about to end and takes nothing new. */
  isLeaving: () => boolean
  /** Folder of the built client. */
  dist: string
}

/** What the guard leaves for the routes of one map. */
export type MapEnv = { Variables: { admitted: Admitted; map: string } }
