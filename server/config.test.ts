import { describe, expect, it } from 'vitest'
import { type Config, readConfig } from './config.ts'

function accepted(env: Record<string, string | undefined>): Config {
  const read = readConfig(env)
  if (!read.ok) throw new Error(read.message)
  return read.config
}

function refusal(env: Record<string, string | undefined>): string {
  const read = readConfig(env)
  if (read.ok) throw new Error(`accepted ${JSON.stringify(env)}`)
  expect(read.message, 'one line').not.toMatch(/[\r\n]/)
  return read.message
}

describe('the settings of a server', () => {
  it('starts without any variable, on this machine only', () => {
    const { trustsProxy, ...config } = accepted({})
    expect(config).toEqual({
      port: 4400,
      host: '127.0.0.1',
      dataDir: './data',
      secret: null,
      maxSocketsPerAddress: 2500,
      publicUrl: null,
      allowedOrigins: null,
      adminToken: null,
      logLevel: 'info',
    })
    expect(trustsProxy('127.0.0.1')).toBe(false)
  })

  it('takes an empty variable as one that is not set', () => {
    const names = ['PORT', 'HOST', 'DATA_DIR', 'DATABASE_URL', 'REDIS_URL', 'SECRET', 'TRUSTED_PROXIES']
    const more = ['MAX_SOCKETS_PER_ADDRESS', 'PUBLIC_URL', 'ALLOWED_ORIGINS', 'ADMIN_TOKEN', 'LOG_LEVEL']
    const empty = accepted(Object.fromEntries([...names, ...more].map(name => [name, ' '])))
    expect({ ...empty, trustsProxy: null }).toEqual({ ...accepted({}), trustsProxy: null })
  })

  it.each(['0', '80', '65535'])('listens on port %s', port => {
    expect(accepted({ PORT: port }).port).toBe(Number(port))
  })

  it.each(['-1', '65536', '4400.5', '0x50', 'http', '4400 4401', '1e3'])('refuses the port %s', port => {
    const message = refusal({ PORT: port })
    expect(message).toBe(`PORT is "${port}", but it must be a whole number from 0 to 65535.`)
  })

  it.each(['0.0.0.0', '::', '::1', 'localhost', 'maps.example.org', 'my-host_1'])('listens on host %s', host => {
    expect(accepted({ HOST: host }).host).toBe(host)
  })

  it.each(['127.0.0.256', '1.2.3', 'http://localhost', 'a b', '-x', 'x..y', '[::1]'])('refuses the host %s', host => {
    expect(refusal({ HOST: host })).toContain(`HOST is ${JSON.stringify(host)}, but it must be an IP address`)
  })

  it('keeps data where it is told to', () => {
    expect(accepted({ DATA_DIR: '/var/lib/verbatim' }).dataDir).toBe('/var/lib/verbatim')
  })

  it('says plainly that other databases are not there yet, and hides their passwords', () => {
    const postgres = refusal({ DATABASE_URL: 'postgres://ada:hunter2@db/maps' })
    expect(postgres).toBe(
      'DATABASE_URL is "postgres://***@db/maps", but PostgreSQL is not supported yet; leave it unset to use the embedded database.',
    )
    const redis = refusal({ REDIS_URL: 'redis://:hunt er2@cache' })
    expect(redis).toContain('REDIS_URL is "redis://***@cache", but several server processes')
  })

  it('takes a secret that is long enough and never shows one that is not', () => {
    expect(accepted({ SECRET: 'a secret of many words' }).secret).toBe('a secret of many words')
    const message = refusal({ SECRET: 'hunter2' })
    expect(message).toContain('SECRET is 7 characters long')
    expect(message).not.toContain('hunter2')
  })

  it('takes an admin token that a header can carry and never shows one that it cannot', () => {
    expect(accepted({ ADMIN_TOKEN: 'Zm9v+/_-.~==' }).adminToken).toBe('Zm9v+/_-.~==')
    const message = refusal({ ADMIN_TOKEN: 'hunter 2' })
    expect(message).toContain('ADMIN_TOKEN')
    expect(message).not.toContain('hunter')
  })

  it('trusts the proxies that it is told, alone, in ranges and mapped into IPv6', () => {
    const { trustsProxy } = accepted({ TRUSTED_PROXIES: '10.0.0.0/8, 192.168.1.7,fd00::/8' })
    for (const address of ['10.1.2.3', '192.168.1.7', '::ffff:10.1.2.3', 'fd00::1']) {
      expect(trustsProxy(address), address).toBe(true)
    }
    for (const address of ['11.0.0.1', '192.168.1.8', 'fe80::1', '::ffff:11.0.0.1', 'unknown', '']) {
      expect(trustsProxy(address), address).toBe(false)
    }
  })

  it.each(['10.0.0.0/33', 'fd00::/129', '10.0.0/8', 'proxy', '10.0.0.0/8/8', '10.0.0.0/', '10.0.0.0/-1'])(
    'refuses the proxy %s',
    entry => {
      expect(refusal({ TRUSTED_PROXIES: `127.0.0.1, ${entry}` })).toContain(`TRUSTED_PROXIES is "${entry}", but`)
    },
  )

  it('bounds the sockets of one address', () => {
    expect(accepted({ MAX_SOCKETS_PER_ADDRESS: '7' }).maxSocketsPerAddress).toBe(7)
    for (const value of ['0', '1000001', 'many']) {
      expect(refusal({ MAX_SOCKETS_PER_ADDRESS: value })).toContain(`MAX_SOCKETS_PER_ADDRESS is "${value}", but`)
    }
  })

  it('puts a public address into links without a slash at its end', () => {
    expect(accepted({ PUBLIC_URL: 'https://Maps.example.org/' }).publicUrl).toBe('https://maps.example.org')
    expect(accepted({ PUBLIC_URL: 'http://10.0.0.5:4400' }).publicUrl).toBe('http://10.0.0.5:4400')
  })

  it.each([
    'maps.example.org',
    'ftp://maps.example.org',
    'https://x.org/maps',
    'https://x.org?a',
    'http:x',
    'https://',
  ])('refuses the public address %s', value => {
    expect(refusal({ PUBLIC_URL: value })).toContain(`PUBLIC_URL is "${value}", but it must be an http://`)
  })

  it('lets pages of the origins in that it is told, written as browsers send them', () => {
    const { allowedOrigins } = accepted({ ALLOWED_ORIGINS: 'https://A.example:443/, http://b.example:8080' })
    expect(allowedOrigins).toEqual(['https://a.example', 'http://b.example:8080'])
    expect(refusal({ ALLOWED_ORIGINS: 'https://a.example,*' })).toContain('ALLOWED_ORIGINS is "*", but each entry')
  })

  it('logs as much as it is told', () => {
    expect(accepted({ LOG_LEVEL: 'WARN' }).logLevel).toBe('warn')
    expect(refusal({ LOG_LEVEL: 'loud' })).toBe(
      'LOG_LEVEL is "loud", but it must be one of fatal, error, warn, info, debug, trace, silent.',
    )
  })
})
