import type { CloseCode } from '#shared/protocol/closeCodes.ts'
import type { Room } from './Room.ts'

/** What operators watch of the maps in memory. */
export type RoomsStats = {
  readonly rooms: number
  readonly members: number
  /** Rooms whose edits cannot be written just now. */
  readonly failing: number
  /** Bytes of edits that are not on disk yet. */
  readonly unsaved: number
  /** Milliseconds since the oldest edit of any map came that is not on disk yet; 0 when all are. */
  readonly lag: number
  /** What the logs of the maps in memory hold beyond their newest snapshots. */
  readonly log: { readonly entries: number; readonly bytes: number }
  /** Connections that the server closed, by code. */
  readonly closed: ReadonlyMap<CloseCode, number>
}

type Counted = Pick<Room, 'failure' | 'unsaved' | 'lag' | 'tail'> & { readonly members: { readonly size: number } }

export function statsOf(rooms: readonly Counted[], closed: ReadonlyMap<CloseCode, number>): RoomsStats {
  const sum = (of: (room: Counted) => number) => rooms.reduce((before, room) => before + of(room), 0)
  return {
    rooms: rooms.length,
    members: sum(({ members }) => members.size),
    failing: rooms.filter(({ failure }) => failure !== null).length,
    unsaved: sum(({ unsaved }) => unsaved),
    lag: Math.max(0, ...rooms.map(({ lag }) => lag)),
    log: { entries: sum(({ tail }) => tail.entries), bytes: sum(({ tail }) => tail.bytes) },
    closed,
  }
}
