import { readEntry } from '#shared/doc/read.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { MAP_RECORD } from '#shared/model/records/map.ts'
import type { Role } from '#shared/model/roles.ts'
import type { Rooms } from '../sync/Rooms.ts'

/**
 * The role that it takes on this map to see words as they were before redaction. It is read in its turn: until then the
 * document may hold a change that is just being refused. Rejects while the disk fails.
 */
export async function originalsFor(rooms: Pick<Rooms, 'with'>, map: string): Promise<Role> {
  let who = KINDS.map.make({ id: MAP_RECORD }).originalsFor
  await rooms.with(map, room =>
    room.commit('', doc => {
      who = readEntry(doc, 'map', MAP_RECORD)?.record.originalsFor ?? who
    }),
  )
  return who === 'facilitators' ? 'facilitator' : 'editor'
}
