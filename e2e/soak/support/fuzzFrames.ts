import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import * as Y from 'yjs'
import { newDoc } from '#shared/doc/roots.ts'
import { encodeAwareness } from '#shared/protocol/messages.ts'
import { openSqliteStore } from '../../../server/storage/sqlite/SqliteStore.ts'
import { writeAwareness } from '../../../server/sync/awarenessUpdate.ts'
import type { Member } from '../../../server/sync/Member.ts'
import type { Room } from '../../../server/sync/Room.ts'
import { createRooms } from '../../../server/sync/Rooms.ts'
import { OwnedClock } from '../../../server/sync/testing/OwnedClock.ts'
import { identity } from '../../../server/sync/testing/Peer.ts'
import { visible } from '../../../server/sync/testing/visible.ts'
import { mutate } from './mutate.ts'
import { type Random, randomFrom } from './random.ts'
import { Witness } from './Witness.ts'

/** Frames that one map gets; small enough that what gets in does not make later frames slow. */
const PER_MAP = 5_000
/** Frames between two looks at everybody's document. */
const PER_LOOK = 250

export type Fuzzed = { frames: number; closed: number; changed: number; heapAfter: number[] }

/**
 * Sends broken frames to rooms, by turns as a reader and as an editor, while two honest people edit. Throws, naming
 * the seed, when an honest person is bothered, a reader changes anything, or room, log and people's documents differ.
 */
export async function fuzzFrames(seed: number, frames: number): Promise<Fuzzed> {
  const random = randomFrom(seed)
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-fuzz-'))
  const store = await openSqliteStore(folder)
  const clock = new OwnedClock()
  const rooms = createRooms({ store, log: pino({ level: 'silent' }), clock, leaveOver: 0 })
  const seen: Fuzzed = { frames: 0, closed: 0, changed: 0, heapAfter: [] }
  try {
    for (let map = 0; seen.frames < frames; map += 1) {
      const id = `map-${map}`
      const update = Y.encodeStateAsUpdate(newDoc())
      await store.createMap({ id, createdAt: 1, author: '', update, links: [] })
      const room = await rooms.open(id)
      if (!room) throw new Error('The map is not there.')
      await attack(room, Math.min(PER_MAP, frames - seen.frames), random, seen, async () => {
        const loaded = await store.load(id)
        if (!loaded || loaded.damaged) throw new Error('The log cannot be read.')
        const doc = new Y.Doc()
        for (const update of [loaded.snapshot, ...loaded.updates]) if (update) Y.applyUpdate(doc, update)
        return doc
      })
      clock.advance(60_000)
      if (rooms.stats().rooms > 0) throw new Error('A room that nobody uses stayed in memory.')
      await store.deleteMap(id)
      globalThis.gc?.()
      seen.heapAfter.push(process.memoryUsage().heapUsed)
    }
    return seen
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    throw new Error(`SEED=${seed}, frame ${seen.frames}: ${words}`, { cause: error })
  } finally {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function attack(room: Room, frames: number, random: Random, seen: Fuzzed, replay: () => Promise<Y.Doc>) {
  const [ada, ben] = [new Witness(room, identity('ada')), new Witness(room, identity('ben'))]
  // What the attacker recorded of a client of their own: what is written in others' names stays out at the door.
  let eve = new Witness(room, identity('eve'))
  let attacker = new Attacker(room, 'editor')
  for (let look = 0; look * PER_LOOK < frames; look += 1) {
    const role = look % 3 === 0 ? 'viewer' : 'editor'
    const before = visible(room.doc)
    attacker.leave()
    for (let sent = 0; sent < PER_LOOK; sent += 1) {
      if (!attacker.isOpen || sent === 0) attacker = new Attacker(room, role)
      const honest = random(20)
      if (role === 'editor' && honest < 2) (honest === 0 ? ada : ben).edit(random)
      if (role === 'editor' && random(10) === 0) {
        if (eve.closed !== null) eve = new Witness(room, identity('eve'))
        eve.edit(random)
      }
      const recorded = random(5) > 0 ? eve.frames : [...ada.frames, ...ben.frames, PRESENCE]
      attacker.say(mutate(random, recorded))
      seen.frames += 1
      if (!attacker.isOpen) seen.closed += 1
    }
    await room.drained()
    await Promise.all([ada.settled(), ben.settled()])
    if (ada.closed !== null || ben.closed !== null) throw new Error('An honest client was closed.')
    const now = visible(room.doc)
    if (role === 'viewer' && now !== before) throw new Error('A reader changed the map.')
    if (now !== before) seen.changed += 1
    const others = { log: await replay(), ada: ada.doc, ben: ben.doc }
    for (const [name, doc] of Object.entries(others)) {
      if (visible(doc) !== now) throw new Error(`The room and ${name} differ:\n${now}\n${visible(doc)}`)
    }
  }
  for (const one of [attacker, eve, ada, ben]) one.leave()
}

const PRESENCE = encodeAwareness(
  writeAwareness([{ client: 5, clock: 1, json: JSON.stringify({ user: { name: 'Eve' }, cursor: { x: 1, y: [2] } }) }]),
)

/** A connection that says anything and understands nothing. */
class Attacker {
  isOpen = true
  readonly #room: Room
  readonly #member: Member

  constructor(room: Room, role: 'viewer' | 'editor') {
    this.#room = room
    const close = () => {
      this.isOpen = false
    }
    this.#member = room.join(identity('eve', role), { send() {}, close, backlog: () => 0 })
  }

  say(frame: Uint8Array): void {
    this.#room.receive(this.#member, frame)
  }

  leave(): void {
    this.#member.gone()
  }
}
