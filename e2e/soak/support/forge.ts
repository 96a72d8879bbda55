import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Random } from './random.ts'

type Id = { client: number; clock: number }

/** What an attacker knows: the document as it was shown, and the client ids that are there to be misused. */
export type Known = { readonly doc: Y.Doc; readonly clients: readonly number[] }

const GC = 0
const DELETED = 1
const STRING = 4
const EMBED = 5
const FORMAT = 6
const TYPE = 7
const ANY = 8
/** As they are numbered in updates; text often, because most is to be broken there. */
const KINDS = [GC, DELETED, STRING, STRING, STRING, STRING, EMBED, FORMAT, TYPE, ANY]
const WORDS = ['x', 'yz', '🚲', 'a🚲b', 'چرا']

/**
 * An update that Yjs itself would seldom or never write: well-formed items of every kind, new or instead of known
 * ones, between any two neighbours that lie in the document or in the update itself, and deletions of anything.
 */
export function forge(random: Random, known: Known): Uint8Array {
  return new Forger(random, known).update()
}

class Forger {
  readonly #random: Random
  readonly #known: Known
  readonly #encoder = encoding.createEncoder()
  /** Where this update has written so far. */
  readonly #own: Id[] = []

  constructor(random: Random, known: Known) {
    this.#random = random
    this.#known = known
  }

  update(): Uint8Array {
    const clients = 1 + this.#random(2)
    this.#write(clients)
    for (let client = 0; client < clients; client += 1) this.#writeItems()
    const deletions = this.#random(3)
    this.#write(deletions)
    for (let deletion = 0; deletion < deletions; deletion += 1) {
      const { client, clock } = this.#somewhere()
      this.#write(client, 1, clock, 1 + this.#random(3))
    }
    return encoding.toUint8Array(this.#encoder)
  }

  #writeItems(): void {
    const { doc, clients } = this.#known
    const client = this.#random(2) === 0 ? this.#random(2 ** 32) : this.#oneOf(clients)
    const items = 1 + this.#random(3)
    const state = Y.getState(doc.store, client)
    let clock = this.#random(4) > 0 ? state : this.#random(state + 1)
    this.#write(items, client, clock)
    for (let item = 0; item < items; item += 1) {
      const length = this.#writeItem()
      for (const end = clock + length; clock < end; clock += 1) this.#own.push({ client, clock })
    }
  }

  /** Answers its length. */
  #writeItem(): number {
    const kind = this.#oneOf(KINDS)
    const isItem = kind !== GC
    const left = isItem && this.#random(4) > 0 ? this.#somewhere() : null
    const right = isItem && this.#random(4) > 0 ? this.#rightOf(left) : null
    const key = isItem && !left && !right && this.#random(2) === 0 ? `t${this.#random(4)}` : null
    encoding.writeUint8(this.#encoder, kind | (left ? 0x80 : 0) | (right ? 0x40 : 0) | (key === null ? 0 : 0x20))
    for (const neighbour of [left, right]) if (neighbour) this.#write(neighbour.client, neighbour.clock)
    if (isItem && !left && !right) this.#writeParent(key)
    return this.#writeContent(kind)
  }

  #writeParent(key: string | null): void {
    const isRoot = this.#random(2)
    this.#write(isRoot)
    if (isRoot) this.#writeText(key === null ? '' : 'touchpoints')
    else {
      const { client, clock } = this.#somewhere()
      this.#write(client, clock)
    }
    if (key !== null) this.#writeText(key)
  }

  /** Answers its length. */
  #writeContent(kind: number): number {
    const words = this.#oneOf(WORDS)
    const count = 1 + this.#random(3)
    switch (kind) {
      case STRING:
        this.#writeText(words)
        return words.length
      case EMBED:
        this.#writeText(JSON.stringify({ words }))
        return 1
      case FORMAT:
        this.#writeText('bold')
        this.#writeText(this.#oneOf(['true', 'null']))
        return 1
      case TYPE:
        this.#write(this.#random(3))
        return 1
      case ANY:
        this.#write(count)
        for (let index = 0; index < count; index += 1)
          encoding.writeAny(this.#encoder, this.#oneOf([words, index, null]))
        return count
      default:
        this.#write(count)
        return count
    }
  }

  /** What does lie behind a place, or, half of the time, anything. */
  #rightOf(left: Id | null): Id | null {
    if (left === null || this.#random(2) === 0) return this.#somewhere()
    const structs = this.#known.doc.store.clients.get(left.client) ?? []
    const struct = structs.find(({ id, length }) => left.clock < id.clock + length)
    if (!(struct instanceof Y.Item)) return null
    const { client, clock } = left
    return clock + 1 < struct.id.clock + struct.length ? { client, clock: clock + 1 } : (struct.right?.id ?? null)
  }

  /** A place in this update or in the document. */
  #somewhere(): Id {
    const { clients } = this.#known.doc.store
    const structs = this.#oneOf([...clients.values(), []])
    const struct = structs[this.#random(structs.length)]
    if (struct && (this.#own.length === 0 || this.#random(3) > 0)) {
      return { client: struct.id.client, clock: struct.id.clock + this.#random(struct.length) }
    }
    return this.#own[this.#random(this.#own.length)] ?? { client: 0, clock: 0 }
  }

  #oneOf<T>(list: readonly T[]): T {
    return list[this.#random(list.length)] as T
  }

  #write(...numbers: number[]): void {
    for (const number of numbers) encoding.writeVarUint(this.#encoder, number)
  }

  #writeText(text: string): void {
    encoding.writeVarString(this.#encoder, text)
  }
}
