import type { Hand } from './hand.ts'

/** What can take something out of a hand. Each `on…` returns what stops it. */
export type Reasons = {
  /** Whether a record is on the map as it is now. */
  isThere(id: string): boolean
  onMapChange(listener: () => void): () => void
  /** Whether this person may edit, and what they write reaches the others. */
  mayGoOn(): boolean
  onSessionChange(listener: () => void): () => void
}

/**
 * Gives up a gesture when a colleague deletes what is held, when the connection is lost, and when editing ends because
 * the map is locked: what the hand was about to do may no longer be what the person sees. A gesture that begins offline
 * goes on. Returns what stops it.
 */
export function letGoWhen(hand: Hand, { isThere, onMapChange, mayGoOn, onSessionChange }: Reasons): () => void {
  let could = mayGoOn()
  const stops = [
    onMapChange(() => {
      if (!hand.ids().every(isThere)) hand.cancel()
    }),
    onSessionChange(() => {
      const can = mayGoOn()
      if (could && !can) hand.cancel()
      could = can
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
