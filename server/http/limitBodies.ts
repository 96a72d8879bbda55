import type { MiddlewareHandler } from 'hono'
import { MAX_BODY } from '#shared/model/limits.ts'
import type { Config } from '../config.ts'
import { fromWhere } from './fromWhere.ts'

/** Bytes of bodies that the server holds at a time, until their requests are answered. */
export type BodyLimits = {
  readonly perAddress: number
  readonly inAll: number
}

const LIMITS: BodyLimits = {
  /** Four people of one office who each open the largest map at once. */
  perAddress: 4 * MAX_BODY,
  /** What a small machine can spare; who comes then is told to try again. */
  inAll: 16 * MAX_BODY,
}

/** Counts the bytes of one request's body. Answers false when no more may be held now. */
type Take = (bytes: number) => boolean

const takes = new WeakMap<Request, Take>()

/**
 * Bounds the memory that bodies of requests take, also of those whose senders nobody knows: anybody may make a map.
 * Whoever reads a body counts it by `mayHold`.
 */
export function limitBodies(trustsProxy: Config['trustsProxy'], limits = LIMITS): MiddlewareHandler {
  const perAddress = new Map<string, number>()
  let inAll = 0
  return async (c, next) => {
    const address = fromWhere(c, trustsProxy)
    let own = 0
    const add = (bytes: number) => {
      const held = (perAddress.get(address) ?? 0) + bytes
      if (held === 0) perAddress.delete(address)
      else perAddress.set(address, held)
      inAll += bytes
      own += bytes
    }
    takes.set(c.req.raw, bytes => {
      add(bytes)
      return inAll <= limits.inAll && (perAddress.get(address) ?? 0) <= limits.perAddress
    })
    try {
      return await next()
    } finally {
      add(-own)
    }
  }
}

/** Whether so many more bytes of this request's body may be held. */
export function mayHold(request: Request, bytes: number): boolean {
  return takes.get(request)?.(bytes) ?? true
}
