import type { IncomingMessage } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Deps } from './Deps.ts'

/** The node request under a Hono one; null when a test asks the app directly. */
export function incomingOf(c: Context): IncomingMessage | null {
  return (c.env as Partial<HttpBindings> | undefined)?.incoming ?? null
}

/** Makes the token and the address of a link to this map. The token stands in the fragment, which no server sees. */
export function linkAddress(
  { access, origins }: Pick<Deps, 'access' | 'origins'>,
  c: Context,
  map: string,
): (link: string) => { token: string; url: string } {
  const base = origins.publicUrl({ host: c.req.header('host') ?? null, incoming: incomingOf(c) })
  return id => {
    const token = access.tokenOf({ kind: 'link', id })
    return { token, url: `${base}/m/${map}#${token}` }
  }
}
