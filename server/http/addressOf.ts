import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import type { Config } from '../config.ts'

/**
 * The address a request really comes from: the nearest one on its way that is no trusted proxy. What somebody wrote
 * into `X-Forwarded-For` before the first trusted proxy is not believed.
 */
export function addressOf(request: IncomingMessage, trustsProxy: Config['trustsProxy']): string {
  let address = plain(request.socket.remoteAddress ?? '')
  const named = String(request.headers['x-forwarded-for'] ?? '').split(',')
  while (trustsProxy(address)) {
    const before = plain(named.pop()?.trim() ?? '')
    if (!isIP(before)) break
    address = before
  }
  return address
}

/** An IPv4 address that came in over IPv6 is the same address. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=[\d.]+$)/i, '')
}
