import type { Logger } from 'pino'
import type { Access, Admitted } from '../access/access.ts'
import type { Guesses } from '../access/Guesses.ts'
import type { Config } from '../config.ts'
import type { Origins } from '../http/origins.ts'
import type { Figures } from '../metrics/Figures.ts'
import type { WatchedStore } from '../metrics/watchStore.ts'
import type { Rooms } from '../sync/Rooms.ts'

/** The rooms, as the routes use them. */
export type OpenMaps = Pick<Rooms, 'with' | 'rewrite' | 'closeMap' | 'closeWhere' | 'stats'>

/** What the routes are made from. */
export type Deps = {
  config: Config
  store: WatchedStore
  access: Access
  guesses: Guesses
  origins: Origins
  rooms: OpenMaps
  log: Logger
  figures: Figures
  /** Epoch milliseconds. */
  now: () => number
  /** Whether the server is about to end and takes nothing new. */
  isLeaving: () => boolean
  /** Folder of the built client. */
  dist: string
}

/** What the guard leaves for the routes of one map. */
export type MapEnv = { Variables: { admitted: Admitted; map: string } }
