import * as encoding from 'lib0/encoding'

type Id = { client: number; clock: number }

/**
 * An update with one piece of text in the root text, between any two neighbours that one likes: what Yjs itself would
 * never write. Without neighbours it lies in the root.
 */
export function handMade(id: Id, words: string, left: Id | null, right: Id | null): Uint8Array {
  const encoder = encoding.createEncoder()
  const write = (...numbers: number[]) => {
    for (const number of numbers) encoding.writeVarUint(encoder, number)
  }
  const STRING = 4
  write(1, 1, id.client, id.clock)
  encoding.writeUint8(encoder, STRING | (left ? 0x80 : 0) | (right ? 0x40 : 0))
  for (const neighbour of [left, right]) if (neighbour) write(neighbour.client, neighbour.clock)
  if (!left && !right) {
    write(1)
    encoding.writeVarString(encoder, '')
  }
  encoding.writeVarString(encoder, words)
  write(0)
  return encoding.toUint8Array(encoder)
}
