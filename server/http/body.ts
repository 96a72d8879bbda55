import type { HonoRequest } from 'hono'
import { MAX_BODY, MAX_SMALL_BODY } from '#shared/model/limits.ts'
import { isPlainObject } from '#shared/util/json.ts'
import { mayHold } from './limitBodies.ts'
import { refuse } from './refuse.ts'

/**
 * The bytes of a request's body, counted while they arrive, so that neither a false length nor none at all lets more
 * in than the limit (bytes). Refuses with 413, and with 503 while the server holds as many bodies as it can.
 */
export async function readBody(request: HonoRequest, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.header('content-length') ?? 0) > limit) tooLarge(limit)
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = request.raw.body?.getReader()
  for (let read = await reader?.read(); reader && read && !read.done; read = await reader.read()) {
    length += read.value.length
    // The stream is left as it is, not cancelled: that would cut the connection before the answer is read.
    if (length > limit) tooLarge(limit)
    if (!mayHold(request.raw, read.value.length)) tooMany()
    chunks.push(read.value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

function tooLarge(limit: number): never {
  const sentence = `This is too large: at most ${Math.round(limit / 1024 / 1024)} MiB can be sent here.`
  return refuse(413, 'body_too_large', sentence)
}

function tooMany(): never {
  return refuse(503, 'busy', 'Too much is being sent to this server just now. Please try again in a minute.')
}

/** The body of an ordinary request, a JSON object; `{}` when there is none. Refuses anything else with 400. */
export async function readSmallJson(request: HonoRequest): Promise<Record<string, unknown>> {
  return parseObject(await readBody(request, MAX_SMALL_BODY))
}

/** The bytes of a body that brings a map or a file. */
export function readLargeBody(request: HonoRequest): Promise<Uint8Array<ArrayBuffer>> {
  return readBody(request, MAX_BODY)
}

/** A JSON object from UTF-8 bytes, `{}` from none. Refuses with 400. */
export function parseObject(bytes: Uint8Array): Record<string, unknown> {
  if (bytes.length === 0) return {}
  let value: unknown
  try {
    value = JSON.parse(decodeUtf8(bytes))
  } catch {
    return refuse(400, 'not_json', 'The body of this request is not readable as JSON.')
  }
  if (isPlainObject(value)) return value
  return refuse(400, 'not_an_object', 'The body of this request must be a JSON object.')
}

/** Text from UTF-8 bytes, with or without a byte order mark. Throws a TypeError when they are none. */
export function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}
