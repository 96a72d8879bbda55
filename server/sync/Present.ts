import { type Motion, withMotion } from '#shared/protocol/motion.ts'
import { isPlainObject } from '#shared/util/json.ts'
import type { Member } from './Member.ts'
import { type Signed, signState } from './signState.ts'

/** An awareness state as JSON that says: not here. */
export const LEFT = 'null'

/** One client that is here, as it was heard last and as others are told. Parsing waits until somebody is told. */
export class Present {
  readonly client: number
  #owner: Member
  clock = 0
  /** The last rounds of news in which anything of it changed, and in which more than what moves did. */
  round = 0
  stateRound = 0
  #said = ''
  #signed: Signed | null = null
  #signedFor: Member['identity'] | null = null
  #motion: Motion | null = null
  #moved: string | null = null

  constructor(client: number, owner: Member) {
    this.client = client
    this.#owner = owner
  }

  get owner(): Member {
    return this.#owner
  }

  /** The same person is here on another connection. */
  passTo(owner: Member): void {
    this.#owner = owner
    this.#signed = null
    this.#moved = null
  }

  /** Takes a state as JSON, with all that moves in it. */
  say(clock: number, json: string, round: number): void {
    this.clock = clock
    this.round = round
    this.stateRound = round
    // A client says every 15 s that it is still here, mostly in the same words and under the same name.
    if (json !== this.#said || this.#owner.identity !== this.#signedFor) this.#signed = null
    this.#said = json
    this.#motion = null
    this.#moved = null
  }

  move(clock: number, motion: Motion, round: number): void {
    this.clock = clock
    this.round = round
    this.#motion = motion
    this.#moved = null
  }

  /** What moved since the state was said; null when nothing did. */
  get motion(): Motion | null {
    return this.#motion
  }

  /** The state as it was said, as it may be shown to others. */
  get signed(): Signed {
    if (!this.#signed) {
      this.#signedFor = this.#owner.identity
      this.#signed = signState(this.#said, this.#signedFor)
    }
    return this.#signed
  }

  /** What others are told, as JSON, with what moved since. */
  get shown(): string {
    const { signed } = this
    if (!signed.ok) return LEFT
    if (!this.#motion) return signed.json
    this.#moved ??= moved(signed.json, this.#motion)
    return this.#moved
  }
}

function moved(json: string, motion: Motion): string {
  const state: unknown = JSON.parse(json)
  return isPlainObject(state) ? JSON.stringify(withMotion(state, motion)) : json
}
