import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Config } from '../config.ts'
import { addressOf } from './addressOf.ts'

/** The address that a request comes from. Those that came over no connection, as in tests, all come from one place. */
export function fromWhere(c: Context, trustsProxy: Config['trustsProxy']): string {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>
  return incoming ? addressOf(incoming, trustsProxy) : ''
}
