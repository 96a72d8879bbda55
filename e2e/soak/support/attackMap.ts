import { pino } from 'pino'
import * as Y from 'yjs'
import { newDoc } from '#shared/doc/roots.ts'
import type { Role } from '#shared/model/roles.ts'
import { encodeAwareness, encodeUpdate } from '#shared/protocol/messages.ts'
import type { Store } from '../../../server/storage/Store.ts'
import { writeAwareness } from '../../../server/sync/awarenessUpdate.ts'
import { dropPending } from '../../../server/sync/loadMap.ts'
import type { Member } from '../../../server/sync/Member.ts'
import type { Room } from '../../../server/sync/Room.ts'
import { createRooms } from '../../../server/sync/Rooms.ts'
import { OwnedClock } from '../../../server/sync/testing/OwnedClock.ts'
import { identity } from '../../../server/sync/testing/Peer.ts'
import { visible } from '../../../server/sync/testing/visible.ts'
import { forge } from './forge.ts'
import { mutate } from './mutate.ts'
import { type Random, randomFrom } from './random.ts'
import { Witness } from './Witness.ts'

/** Frames between two looks at everybody's document. */
const PER_LOOK = 250
/** By turns. Readers' frames must change nothing; what editors' frames change must be the same everywhere. */
const ROLES: readonly Role[] = ['viewer', 'editor', 'contributor', 'editor', 'editor']

/** `closed`: connections that ended; `changed`: looks that found another document; `slowest`: milliseconds of one frame. */
export type Attacked = { frames: number; closed: number; changed: number; slowest: number }

/** A broken promise, found after so many frames. */
export class Broken extends Error {
  readonly frames: number
  /** The newest frame. */
  readonly frame: Uint8Array

  constructor(frames: number, frame: Uint8Array, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.frames = frames
    this.frame = frame
  }
}

/**
 * Sends so many frames, all of them chosen by the seed, to a new map while honest people edit it. Throws `Broken` when
 * an honest person is bothered, a reader changes anything, or room, log and people's documents differ.
 */
export async function attackMap(store: Store, seed: number, frames: number): Promise<Attacked> {
  const id = `map-${seed}-${frames}`
  await store.createMap({ id, createdAt: 1, author: '', update: Y.encodeStateAsUpdate(newDoc()), links: [] })
  const clock = new OwnedClock()
  const rooms = createRooms({ store, log: pino({ level: 'silent' }), clock, leaveOver: 0 })
  try {
    const room = await rooms.open(id)
    if (!room) throw new Error('The map is not there.')
    const attack = new Attack(room, store, seed)
    const attacked = await attack.run(frames).catch(error => {
      throw new Broken(attack.seen.frames, attack.frame, error)
    })
    clock.advance(60_000)
    if (rooms.stats().rooms > 0) throw new Error('A room that nobody uses stayed in memory.')
    return attacked
  } finally {
    await store.deleteMap(id)
    await rooms.closeMap(id)
  }
}

const PRESENCE = encodeAwareness(
  writeAwareness([{ client: 5, clock: 1, json: JSON.stringify({ user: { name: 'Eve' }, cursor: { x: 1, y: [2] } }) }]),
)

class Attack {
  readonly seen: Attacked = { frames: 0, closed: 0, changed: 0, slowest: 0 }
  /** The newest frame. */
  frame: Uint8Array = new Uint8Array()
  readonly #room: Room
  readonly #store: Store
  readonly #random: Random
  readonly #ada: Witness
  readonly #ben: Witness
  /** Comes and goes, and goes on editing while away. */
  readonly #dan: Witness
  /** What the attacker recorded of a client of their own: what is written in others' names stays out at the door. */
  #eve: Witness
  #attacker: Attacker

  constructor(room: Room, store: Store, seed: number) {
    this.#room = room
    this.#store = store
    this.#random = randomFrom(seed)
    this.#ada = this.#honest('ada', false)
    this.#ben = this.#honest('ben')
    this.#dan = this.#honest('dan')
    this.#eve = this.#honest('eve')
    this.#attacker = new Attacker(room, 'editor')
  }

  async run(frames: number): Promise<Attacked> {
    const { seen } = this
    let known = await this.#compare()
    for (let look = 0; seen.frames < frames; look += 1) {
      const role = ROLES[look % ROLES.length] ?? 'viewer'
      const isReader = role !== 'editor'
      this.#attacker.leave()
      if (!isReader && this.#random(2) === 0) this.#turnDan()
      for (let sent = 0; sent < PER_LOOK && seen.frames < frames; sent += 1) {
        if (!this.#attacker.isOpen || sent === 0) this.#attacker = new Attacker(this.#room, role)
        if (!isReader) this.#edit()
        this.#send()
      }
      const now = await this.#compare()
      if (isReader && (now.seq !== known.seq || now.text !== known.text)) throw new Error('A reader changed the map.')
      if (now.text !== known.text) seen.changed += 1
      known = now
    }
    if (!this.#dan.isHere) this.#dan.join()
    await this.#compare()
    for (const one of [this.#attacker, this.#eve, this.#ada, this.#ben, this.#dan]) one.leave()
    return seen
  }

  #honest(name: string, gc = true): Witness {
    return new Witness(this.#room, identity(name), this.#random, gc)
  }

  #turnDan(): void {
    if (this.#dan.isHere) this.#dan.leave()
    else this.#dan.join()
  }

  #edit(): void {
    const turn = this.#random(30)
    const one = [this.#ada, this.#ben, this.#dan][turn]
    if (one) one.edit()
    else if (turn < 6) {
      if (this.#eve.closed !== null) this.#eve = this.#honest('eve')
      this.#eve.edit()
    }
  }

  #send(): void {
    this.frame = this.#nextFrame()
    const started = performance.now()
    this.#attacker.say(this.frame)
    this.seen.slowest = Math.max(this.seen.slowest, performance.now() - started)
    this.seen.frames += 1
    if (!this.#attacker.isOpen) this.seen.closed += 1
  }

  #nextFrame(): Uint8Array {
    const random = this.#random
    const kind = random(4)
    if (kind < 2) {
      // What was shown, or a good guess at what comes next.
      const { doc } = random(2) === 0 ? this.#eve : this.#room
      const forged = encodeUpdate(forge(random, { doc, clients: this.#clients(doc) }))
      return kind === 0 ? forged : mutate(random, [forged])
    }
    return mutate(random, random(5) > 0 ? this.#eve.frames : [...this.#ada.frames, ...this.#ben.frames, PRESENCE])
  }

  /** Client ids that can be seen on the map: the attacker's own, and sometimes others', also of who is away. */
  #clients(doc: Y.Doc): number[] {
    const others = [this.#ada, this.#ben, this.#dan].map(({ doc }) => doc.clientID)
    const asksOthers = this.#random(5) === 0
    const seen = [...doc.store.clients.keys()].filter(client => others.includes(client) === asksOthers)
    return seen.length > 0 ? seen : [1]
  }

  /** Waits until everybody was told of everything, and answers what the map holds; throws unless all have the same. */
  async #compare(): Promise<{ seq: number; text: string }> {
    const witnesses = { ada: this.#ada, ben: this.#ben, dan: this.#dan }
    const all = Object.values(witnesses)
    let seq = 0
    // Seeing a change, Yjs may tidy up formatted text, which is a change of its own.
    for (let before = -1; before !== seq; ) {
      before = seq
      await this.#room.drained()
      await Promise.all(all.map(witness => witness.settled()))
      seq = (await this.#store.readMap(this.#room.map))?.seq ?? 0
    }
    if (all.some(({ closed }) => closed !== null)) throw new Error('An honest client was closed.')
    const text = visible(this.#room.doc)
    const here = Object.entries(witnesses).filter(([, { isHere }]) => isHere)
    const docs = [...here.map(([name, { doc }]) => [name, doc] as const), ...(await this.#copies())]
    for (const [name, doc] of docs) {
      const other = visible(doc)
      if (other !== text) throw new Error(`The room and ${name} differ:\n${text}\n${other}`)
      if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error(`In ${name} something waits for ever.`)
    }
    return { seq, text }
  }

  /** The document as it is read from the log, as somebody knows it who learned of things in another order, or is new. */
  async #copies(): Promise<[string, Y.Doc][]> {
    const loaded = await this.#store.load(this.#room.map)
    if (!loaded || loaded.damaged) throw new Error('The log cannot be read.')
    const entries = [loaded.snapshot, ...loaded.updates].filter(update => update !== null)
    return [
      ['the log', replayed(entries)],
      ['the log in another order', replayedInAnyOrder(entries, randomFrom(entries.length))],
      ['somebody new', replayed([Y.encodeStateAsUpdate(this.#room.doc)])],
    ]
  }
}

function replayed(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const [index, update] of updates.entries()) {
    Y.applyUpdate(doc, update)
    // Deletions may come before what they delete: what loses against an edit of the same moment.
    if (doc.store.pendingStructs) throw new Error(`Entry ${index + 1} of ${updates.length} builds on later ones.`)
  }
  return doc
}

/** In a random order in which each builds only on what came before. */
function replayedInAnyOrder(updates: readonly Uint8Array[], random: Random): Y.Doc {
  const doc = new Y.Doc()
  for (let rest = [...updates], later: Uint8Array[] = []; rest.length > 0; ) {
    const [update] = rest.splice(random(rest.length), 1)
    if (update) Y.applyUpdate(doc, update)
    if (update && dropPending(doc)) later.push(update)
    else rest = [...rest, ...later.splice(0)]
  }
  return doc
}

/** A connection that says anything and understands nothing. */
class Attacker {
  isOpen = true
  readonly #room: Room
  readonly #member: Member

  constructor(room: Room, role: Role) {
    this.#room = room
    this.#member = room.join(identity('eve', role), {
      send() {},
      close: () => {
        this.isOpen = false
      },
      backlog: () => 0,
      whenDrained: run => run(),
      together: send => send(),
    })
  }

  say(frame: Uint8Array): void {
    this.#room.receive(this.#member, frame)
  }

  leave(): void {
    this.#member.gone()
  }
}
