import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { encodeDoc } from '../../../shared/doc/encode.ts'
import { seed } from '../../../shared/doc/seed.ts'
import { writeJson } from '../../../shared/formats/json/write.ts'
import type { MapDocument } from '../../../shared/model/MapDocument.ts'
import { type MadeMap, makeMap } from '../../fixtures/api.ts'
import { textOption } from '../support/options.ts'
import { RunningServer } from '../support/RunningServer.ts'
import { dataFolder } from '../support/withOurServer.ts'
import { fillRoom } from './fillRoom.ts'
import { peersFolder } from './installPeers.ts'
import type { PersonPlan } from './Person.ts'

/** How to come into one room: what a person's plan says about the place. */
export type Door = Pick<PersonPlan, 'path' | 'document'>

/** One of the servers that are measured. */
export type System = {
  name: string
  isOurs: boolean
  /** Whether people move by the slim message of ours; measured only where many move. */
  isSlim: boolean
  start(): Promise<Started>
}

export type Started = {
  server: RunningServer
  /** Makes a room that holds this map; answers a way in for each of so many people. */
  room(map: MapDocument, people: number): Promise<Door[]>
  stop(): Promise<void>
}

const ours: System = {
  name: 'ours',
  isOurs: true,
  isSlim: false,
  async start() {
    const folder = await dataFolder()
    const profile = textOption('profile')
    const server = await RunningServer.start({
      script: join(import.meta.dirname, '../support/ourServer.ts'),
      env: { DATA_DIR: folder, MAX_SOCKETS_PER_ADDRESS: '10000' },
      nodeArgs: profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`],
    })
    return {
      server,
      async room(map, people) {
        const made = await makeMap(server.address, JSON.parse(writeJson(map)))
        const tokens = await inTurns(people, 20, at => nameSomebody(server.address, made, at))
        return tokens.map(token => ({ path: `/sync/${made.id}?token=${token}`, document: null }))
      },
      async stop() {
        await server.stop()
        await rm(folder, { recursive: true, force: true })
      },
    }
  },
}

/** As browsers do: everybody has a token of their own. */
async function nameSomebody(address: string, { id, links }: MadeMap, at: number): Promise<string> {
  const response = await fetch(`${address}/api/maps/${id}/people`, {
    method: 'POST',
    headers: { authorization: `Bearer ${links.editor.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: `Person ${at}`, color: '#2f74a8' }),
  })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return ((await response.json()) as { token: string }).token
}

function peer(name: string, script: string, doorOf: (room: string) => Door): System {
  return {
    name,
    isOurs: false,
    isSlim: false,
    async start() {
      const server = await RunningServer.start({ script: join(peersFolder, script) })
      const leave: (() => void)[] = []
      return {
        server,
        async room(map, people) {
          const door = doorOf(randomUUID())
          // Whoever fills the room stays: these servers forget a room that nobody is in.
          leave.push(await fillRoom(server.port, door, encodeDoc(seed(map, { person: '', now: 0 }))))
          return Array.from({ length: people }, () => door)
        },
        async stop() {
          for (const go of leave) go()
          await server.stop()
        },
      }
    },
  }
}

/** Ours writes to the disk and waits for it; the others hold everything in memory, as they come. */
export const SYSTEMS: readonly System[] = [
  ours,
  { ...ours, name: 'ours, slim', isSlim: true },
  peer('y-websocket 0.1.1', 'yWebsocketServer.js', room => ({ path: `/${room}`, document: null })),
  peer('Hocuspocus 4.7.0', 'hocuspocus.js', room => ({ path: '/', document: room })),
]

/** The results of so many runs of `make`, of which so many go on at a time. */
export async function inTurns<T>(count: number, atATime: number, make: (at: number) => Promise<T>): Promise<T[]> {
  const results: T[] = []
  let next = 0
  const work = async () => {
    while (next < count) {
      const at = next
      next += 1
      results[at] = await make(at)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atATime, count) }, work))
  return results
}
