import type { CloseCode } from '#shared/protocol/closeCodes.ts'
import type { Identity } from './Member.ts'

type Closing = { isMeant(identity: Identity): boolean; code: CloseCode }
type Arrival = { readonly map: string; readonly closings: Closing[] }

/**
 * Those who knocked and are not in yet. Their token may be revoked, or their map deleted, after it was looked at and
 * before they are members; whoever closes members closes these too, and they find out when they come in.
 */
export class Arrivals {
  readonly #arrivals = new Set<Arrival>()

  /** To be called before the token is looked at. `end` must be called in any case. */
  start(map: string): { turnedAway(identity: Identity): CloseCode | null; end(): void } {
    const arrival: Arrival = { map, closings: [] }
    this.#arrivals.add(arrival)
    return {
      turnedAway: identity => arrival.closings.find(closing => closing.isMeant(identity))?.code ?? null,
      end: () => this.#arrivals.delete(arrival),
    }
  }

  closeWhere(map: string, isMeant: (identity: Identity) => boolean, code: CloseCode): void {
    for (const arrival of this.#arrivals) {
      if (arrival.map === map) arrival.closings.push({ isMeant, code })
    }
  }
}
