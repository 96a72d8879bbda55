import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

/** Does something once an answer has left, or whoever asked has gone: what takes long must not hold it up. */
export function afterAnswer(c: Context, work: () => void): void {
  const { outgoing } = (c.env ?? {}) as Partial<HttpBindings>
  if (outgoing) outgoing.once('close', work)
  else setImmediate(work)
}
