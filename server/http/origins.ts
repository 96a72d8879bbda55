import type { IncomingMessage } from 'node:http'
import type { Config } from '../config.ts'

export type Origins = {
  /**
   * Whether a page of this origin may call the API and open the socket: the server's own pages, by the `Host` that the
   * request names, those at PUBLIC_URL, and the listed ones. Programs send no origin and are let through.
   */
  allowed(origin: string | null | undefined, host: string | null | undefined): boolean
  /** Whether this is another site's page that was let in by name, which its browser has to be told. */
  listed(origin: string): boolean
  /** The address under which people reach this server, without a trailing slash. */
  publicUrl(request: { host: string | null; incoming: IncomingMessage | null }): string
}

export function createOrigins(config: Pick<Config, 'allowedOrigins' | 'publicUrl' | 'trustsProxy'>): Origins {
  const listed = new Set(config.allowedOrigins)
  return {
    allowed(origin, host) {
      if (origin === null || origin === undefined) return true
      return listed.has(origin) || origin === config.publicUrl || hostOf(origin) === host?.toLowerCase()
    },
    listed: origin => listed.has(origin),
    publicUrl({ host, incoming }) {
      if (config.publicUrl !== null) return config.publicUrl
      const behindProxy = incoming !== null && config.trustsProxy(incoming.socket.remoteAddress ?? '')
      const scheme = behindProxy && first(incoming, 'x-forwarded-proto') === 'https' ? 'https' : 'http'
      const name = (behindProxy && first(incoming, 'x-forwarded-host')) || host || 'localhost'
      return URL.parse(`${scheme}://${name}`)?.origin ?? `${scheme}://localhost`
    },
  }
}

function hostOf(origin: string): string | null {
  const url = URL.parse(origin)
  return url && /^https?:$/.test(url.protocol) && url.origin === origin ? url.host : null
}

function first(incoming: IncomingMessage, header: string): string {
  return (
    String(incoming.headers[header] ?? '')
      .split(',')[0]
      ?.trim() ?? ''
  )
}
