import { type Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { encodeAwareness, encodeMotion } from '#shared/protocol/messages.ts'
import { type Motion, readMotions, withMotion, writeMotions } from '#shared/protocol/motion.ts'

/** Windows in one message; the server lets no more into one map. */
const MOST = 10_000

type State = Record<string, unknown>

export type PresenceTraffic = {
  /** A new connection is open: the server does not know yet that this client reads motion. */
  connected(): void
  /** Takes in what message 105 carries. */
  hear(motions: Uint8Array): void
  stop(): void
}

/**
 * Sends what this window says of its person, and takes in how others move. Of a state in which nothing changed but what
 * moves only that is sent; what others say by awareness alone does not come through here. Nobody else's state is sent.
 */
export function exchangePresence(awareness: Awareness, send: (frame: Uint8Array) => void): PresenceTraffic {
  const self = awareness.clientID
  /** The newest state that the server got over this connection. */
  let told: State | null = null

  const tell = (changes: { added: number[]; updated: number[]; removed: number[] }) => {
    if (![...changes.added, ...changes.updated, ...changes.removed].includes(self)) return
    const state = awareness.getLocalState()
    const motion = told && state && motionBetween(told, state)
    const clock = awareness.meta.get(self)?.clock ?? 0
    if (motion) send(encodeMotion(writeMotions([{ client: self, clock, ...motion }])))
    else send(encodeAwareness(encodeAwarenessUpdate(awareness, [self])))
    told = state
  }

  awareness.on('update', tell)
  return {
    connected() {
      told = null
      send(encodeMotion(writeMotions([])))
    },
    hear(motions) {
      const updated: number[] = []
      for (const { client, clock, ...motion } of readMotions(motions, MOST) ?? []) {
        const state = awareness.states.get(client)
        if (client === self || !state || clock <= (awareness.meta.get(client)?.clock ?? 0)) continue
        awareness.states.set(client, withMotion(state, motion))
        awareness.meta.set(client, { clock, lastUpdated: Date.now() })
        updated.push(client)
      }
      if (updated.length === 0) return
      const changes = { added: [], updated, removed: [] }
      awareness.emit('change', [changes, 'motion'])
      awareness.emit('update', [changes, 'motion'])
    },
    stop() {
      awareness.off('update', tell)
    },
  }
}

/** How this person moved from one state to the next; null when something else changed too, or nothing did. */
function motionBetween(before: State, after: State): Motion | null {
  if (before === after) return null
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  names.delete('cursor')
  names.delete('drag')
  for (const name of names) if (before[name] !== after[name]) return null
  const { cursor, drag } = after as { cursor: Motion['cursor']; drag: Held | null }
  if (!drag) return { cursor, hand: null }
  const held = (before as { drag: Held | null }).drag
  if (!held || JSON.stringify(held.ids) !== JSON.stringify(drag.ids)) return null
  return { cursor, hand: { dx: drag.dx, dy: drag.dy } }
}

type Held = { ids: readonly string[]; dx: number; dy: number }
