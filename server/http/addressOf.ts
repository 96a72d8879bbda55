import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import type { Config } from '../config.ts'

/**
 * The address a request really comes from: the nearest one on its way that is no trusted proxy. What somebody wrote
 * into `X-Forwarded-For` before the first trusted proxy is not believed. Of an IPv6 address only the network, because
 * one machine has as many addresses in it as it likes.
 */
export function addressOf(request: IncomingMessage, trustsProxy: Config['trustsProxy']): string {
  let address = plain(request.socket.remoteAddress ?? '')
  const named = String(request.headers['x-forwarded-for'] ?? '').split(',')
  while (trustsProxy(address)) {
    const before = plain(named.pop()?.trim() ?? '')
    if (!isIP(before)) break
    address = before
  }
  return networkOf(address)
}

/** An IPv4 address that came in over IPv6 is the same address. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=[\d.]+$)/i, '')
}

/** The /64 of an IPv6 address, the smallest that is given to one customer; any other address as it is. */
function networkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [before = '', after] = address.replace(/%.*$/, '').split('::')
  const head = groupsOf(before)
  const tail = groupsOf(after ?? '')
  const zeros = new Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0')
  const network = [...head, ...zeros, ...tail].slice(0, 4).map(group => Number.parseInt(group, 16).toString(16))
  return `${network.join(':')}::/64`
}

/** The last two groups may be written as an IPv4 address; of those only their number matters here. */
function groupsOf(part: string): string[] {
  return part.split(':').flatMap(group => (group === '' ? [] : group.includes('.') ? ['0', '0'] : [group]))
}
