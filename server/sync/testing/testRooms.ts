import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import * as Y from 'yjs'
import { newDoc } from '#shared/doc/roots.ts'
import type { Store } from '../../storage/Store.ts'
import { openSqliteStore, type SqliteStore } from '../../storage/sqlite/SqliteStore.ts'
import type { Room } from '../Room.ts'
import { createRooms, type Rooms } from '../Rooms.ts'
import { holdStore } from './heldStore.ts'
import { OwnedClock } from './OwnedClock.ts'
import { identity, Peer } from './Peer.ts'

export const MAP = 'map'
export const quiet = pino({ level: 'silent' })

/** Rooms with a clock of the test's over a real store in a folder of its own, which holds one map with the text “map”. */
export async function testRooms() {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-sync-'))
  const disk = await openSqliteStore(folder)
  await disk.createMap({ id: MAP, createdAt: 1, author: '', update: typed(newDoc(), 'map'), links: [] })
  const clock = new OwnedClock()
  const held = holdStore(disk)
  const rooms = createRooms({ store: held.store, log: quiet, clock, leaveOver: 0 })
  return {
    disk,
    clock,
    held,
    rooms,
    room: () => opened(rooms),
    async join(name: string, role?: Parameters<typeof identity>[1]): Promise<Peer> {
      return new Peer(await opened(rooms), identity(name, role))
    },
    /** The text that lies on disk, read as a new process would. */
    text: () => textOnDisk(disk),
    async end() {
      held.letGo()
      await disk.close()
      await rm(folder, { recursive: true, force: true })
    },
    folder,
  }
}

export type TestRooms = Awaited<ReturnType<typeof testRooms>>

async function opened(rooms: Rooms): Promise<Room> {
  const room = await rooms.open(MAP)
  if (!room) throw new Error('The map is not there.')
  return room
}

/** The update that typing these words at the end of the document's root text makes. */
export function typed(doc: Y.Doc, words: string): Uint8Array {
  const before = Y.encodeStateVector(doc)
  doc.getText().insert(doc.getText().length, words)
  return Y.encodeStateAsUpdate(doc, before)
}

export const textOf = (doc: Y.Doc): string => doc.getText().toString()

export async function docOnDisk(store: Store): Promise<Y.Doc> {
  const loaded = await store.load(MAP)
  const doc = newDoc()
  for (const update of [loaded?.snapshot, ...(loaded?.updates ?? [])]) if (update) Y.applyUpdate(doc, update)
  return doc
}

export async function textOnDisk(store: SqliteStore): Promise<string> {
  return textOf(await docOnDisk(store))
}
