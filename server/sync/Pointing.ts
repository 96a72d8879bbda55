import { type Point, writeLeadNews } from '#shared/protocol/lead.ts'
import { encodeLead } from '#shared/protocol/messages.ts'
import { presencePace } from '#shared/protocol/presence.ts'
import type { Clock } from './Clock.ts'
import type { Member } from './Member.ts'

/**
 * Where the leader of a presentation points, told to those who look: the newest, as often as presence is told to so many.
 * Nothing of it is kept, and nothing waits for who is slow.
 */
export class Pointing {
  readonly #clock: Clock
  readonly #readers: () => readonly Member[]
  #by: Member | null = null
  #newest: Point | null = null
  #toldAt = Number.NEGATIVE_INFINITY
  #stop: (() => void) | null = null

  /** `readers` are those who are told, without whoever points. */
  constructor(clock: Clock, readers: () => readonly Member[]) {
    this.#clock = clock
    this.#readers = readers
  }

  point(by: Member, point: Point | null): void {
    this.#by = point && by
    this.#newest = point
    const wait = this.#toldAt + presencePace(this.#readers().length) - this.#clock.now()
    if (wait <= 0 || point === null) this.#tell()
    else this.#stop ??= this.#clock.after(wait, () => this.#tell())
  }

  /** Whoever points has left, or leads no more. */
  leave(member: Member): void {
    if (member === this.#by) this.point(member, null)
  }

  /** Nobody points any more, and everybody knows. */
  end(): void {
    this.#stop?.()
    this.#stop = null
    this.#by = null
  }

  #tell(): void {
    this.#stop?.()
    this.#stop = null
    this.#toldAt = this.#clock.now()
    const frame = encodeLead(writeLeadNews({ type: 'point', point: this.#newest }))
    for (const member of this.#readers()) {
      if (this.#newest === null) member.send(frame)
      else member.sendIfClear(frame)
    }
  }
}
