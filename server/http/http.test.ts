import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../config.ts'
import { addressOf } from './addressOf.ts'
import { attachment } from './attachment.ts'
import { createOrigins } from './origins.ts'

function configFor(env: Record<string, string>) {
  const read = readConfig(env)
  if (!read.ok) throw new Error(read.message)
  return read.config
}

function incoming(remoteAddress: string, headers: Record<string, string> = {}): IncomingMessage {
  return { socket: { remoteAddress }, headers } as unknown as IncomingMessage
}

describe('the address of a request', () => {
  const { trustsProxy } = configFor({ TRUSTED_PROXIES: '10.0.0.0/8,::1' })

  it('is that of the connection when no proxy is trusted, whatever the request says', () => {
    const { trustsProxy } = configFor({})
    expect(addressOf(incoming('10.0.0.1', { 'x-forwarded-for': '1.2.3.4' }), trustsProxy)).toBe('10.0.0.1')
    expect(addressOf(incoming('::ffff:10.0.0.1'), trustsProxy)).toBe('10.0.0.1')
  })

  it('is the nearest one that is no trusted proxy, so that nobody can write another one in front', () => {
    const forwarded = { 'x-forwarded-for': '6.6.6.6, 1.2.3.4, 10.0.0.2' }
    expect(addressOf(incoming('::ffff:10.0.0.1', forwarded), trustsProxy)).toBe('1.2.3.4')
    expect(addressOf(incoming('5.5.5.5', forwarded), trustsProxy)).toBe('5.5.5.5')
  })

  it('is the proxy itself where that names nobody, or nonsense', () => {
    expect(addressOf(incoming('10.0.0.1'), trustsProxy)).toBe('10.0.0.1')
    expect(addressOf(incoming('10.0.0.1', { 'x-forwarded-for': 'unknown' }), trustsProxy)).toBe('10.0.0.1')
  })

  it('is the same for all that one machine can call itself in IPv6', () => {
    const of = (address: string) => addressOf(incoming('::1', { 'x-forwarded-for': address }), trustsProxy)
    expect(of('2001:db8:0:7::1')).toBe('2001:db8:0:7::/64')
    expect(of('2001:0DB8:0:7:ffff:1:2:3')).toBe('2001:db8:0:7::/64')
    expect(of('2001:db8:0:8::1')).toBe('2001:db8:0:8::/64')
    expect(of('2001:db8::')).toBe('2001:db8:0:0::/64')
    expect(of('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
    expect(of('64:ff9b::1.2.3.4')).toBe('64:ff9b:0:0::/64')
    expect(addressOf(incoming('::2'), trustsProxy)).toBe('0:0:0:0::/64')
  })
})

describe('an origin', () => {
  it('may be the server’s own, or none, as programs send', () => {
    const { allowed } = createOrigins(configFor({}))
    expect(allowed('http://maps.local:4400', 'maps.local:4400')).toBe(true)
    expect(allowed('https://maps.local', 'Maps.local')).toBe(true)
    expect(allowed(undefined, 'maps.local')).toBe(true)
  })

  it('of another page is refused unless it is listed', () => {
    const env = { ALLOWED_ORIGINS: 'https://intranet.example', PUBLIC_URL: 'https://maps.example' }
    const { allowed } = createOrigins(configFor(env))
    expect(allowed('https://intranet.example', 'localhost:4400')).toBe(true)
    expect(allowed('https://maps.example', 'localhost:4400')).toBe(true)
    expect(allowed('http://localhost:4400', 'localhost:4400')).toBe(true)
    for (const origin of [
      'https://evil.example',
      'null',
      '',
      'http://localhost',
      'http://localhost:4400/',
      'file://',
    ]) {
      expect(allowed(origin, 'localhost:4400')).toBe(false)
    }
  })
})

describe('the public address', () => {
  it('is PUBLIC_URL, else what the request was sent to', () => {
    const given = createOrigins(configFor({ PUBLIC_URL: 'https://maps.example' }))
    expect(given.publicUrl({ host: 'x', incoming: null })).toBe('https://maps.example')
    const own = createOrigins(configFor({}))
    expect(own.publicUrl({ host: 'ward-7.lan:4400', incoming: incoming('1.1.1.1') })).toBe('http://ward-7.lan:4400')
    expect(own.publicUrl({ host: 'a b"', incoming: null })).toBe('http://localhost')
  })

  it('is believed from a trusted proxy and from nobody else', () => {
    const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'maps.example' }
    const { publicUrl } = createOrigins(configFor({ TRUSTED_PROXIES: '10.0.0.1' }))
    expect(publicUrl({ host: 'inner:4400', incoming: incoming('10.0.0.1', forwarded) })).toBe('https://maps.example')
    expect(publicUrl({ host: 'inner:4400', incoming: incoming('10.0.0.2', forwarded) })).toBe('http://inner:4400')
  })
})

describe('the name of a download', () => {
  it('is the title without what a file system or a header would stumble over', () => {
    expect(attachment('a/b\\c:d*"e"\r\nX-Evil: 1', 'json')).toBe(
      `attachment; filename="a b c d e X-Evil 1.json"; filename*=UTF-8''a%20b%20c%20d%20e%20X-Evil%201.json`,
    )
  })

  it('stands for maps without a title, in other scripts, and with very long ones', () => {
    expect(attachment('  ', 'png')).toBe(`attachment; filename="Map.png"; filename*=UTF-8''Map.png`)
    expect(attachment('自転車', 'png')).toBe(
      `attachment; filename="Map.png"; filename*=UTF-8''%E8%87%AA%E8%BB%A2%E8%BB%8A.png`,
    )
    expect(attachment('..', 'png')).toContain('"Map.png"')
    expect(attachment('\ud83d\ude00'.repeat(500), 'png').length).toBeLessThan(1_100)
    expect(() => attachment('\ud83d', 'png')).not.toThrow()
  })
})
