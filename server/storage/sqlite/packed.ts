import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'

/*
 * Versions lie packed: a map's document is mostly words and ids, of which two thirds go. Both ways on a thread of
 * libuv's, so that neither the event loop nor the thread that owns the database works on it.
 */

const deflated = promisify(deflateRaw)
const inflated = promisify(inflateRaw)

export async function pack(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await deflated(bytes))
}

export async function unpack(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await inflated(bytes))
}
