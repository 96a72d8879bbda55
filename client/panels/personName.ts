import { readPresence } from '#shared/protocol/presence.ts'
import type { OpenMap } from '../store/MapContext.tsx'

/** The name under which this person is on the map, or '' while nobody asked for it. */
export function personName({ session }: OpenMap): string {
  return readPresence(session.awareness.getLocalState())?.user.name ?? ''
}
