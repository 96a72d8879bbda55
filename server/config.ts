import { BlockList, isIP } from 'node:net'

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export type Config = {
  /** 0 asks the system for a free port. */
  port: number
  host: string
  /** As given: relative to the working directory. */
  dataDir: string
  /** null: the server keeps a secret of its own in a file in `dataDir`. */
  secret: string | null
  /** Whether `X-Forwarded-For` counts when it comes from this address (IPv4, IPv6 or IPv4 mapped into IPv6). */
  trustsProxy: (address: string) => boolean
  maxSocketsPerAddress: number
  /** Origin without a trailing slash; null: taken from the request. */
  publicUrl: string | null
  /** Origins as browsers send them; null: only the origin of the request itself. */
  allowedOrigins: readonly string[] | null
  /** null: anyone may create a map. */
  adminToken: string | null
  logLevel: LogLevel
}

type Env = Readonly<Record<string, string | undefined>>

/** An environment variable that makes no sense; caught in `readConfig`, so that the readers below stay plain. */
class Refused extends Error {}

const secretLength = 16
const socketsCeiling = 1_000_000

/**
 * The server's settings from the environment (README lists the variables). A variable that is missing or empty takes its
 * default (container tools pass on unset variables as empty ones). The message of a refusal is one line that names
 * the variable, its value and what is accepted; secrets and passwords never stand in it.
 */
export function readConfig(env: Env): { ok: true; config: Config } | { ok: false; message: string } {
  try {
    notBuiltYet(env, 'DATABASE_URL', 'PostgreSQL is not supported yet; leave it unset to use the embedded database')
    notBuiltYet(env, 'REDIS_URL', 'several server processes are not supported yet; leave it unset to run one')
    const config: Config = {
      port: whole(env, 'PORT', 4400, 0, 65_535),
      host: host(env),
      dataDir: env.DATA_DIR?.trim() || './data',
      secret: secret(env),
      trustsProxy: proxies(env),
      maxSocketsPerAddress: whole(env, 'MAX_SOCKETS_PER_ADDRESS', 2_500, 1, socketsCeiling),
      publicUrl: publicUrl(env),
      allowedOrigins: allowedOrigins(env),
      adminToken: adminToken(env),
      logLevel: logLevel(env),
    }
    return { ok: true, config }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, message: error.message }
    throw error
  }
}

function given(env: Env, name: string): string | null {
  return env[name]?.trim() || null
}

/** Addresses may carry a password before the @: it is masked, also in addresses that are not well formed. */
function refuse(name: string, value: string, accepted: string): never {
  const shown = value.replace(/(\/\/)[^/]*@/g, '$1***@')
  throw new Refused(`${name} is ${JSON.stringify(shown)}, but ${accepted}.`)
}

function notBuiltYet(env: Env, name: string, instead: string): void {
  const value = given(env, name)
  if (value !== null) refuse(name, value, instead)
}

function whole(env: Env, name: string, fallback: number, least: number, most: number): number {
  const value = given(env, name)
  if (value === null) return fallback
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
  if (number >= least && number <= most) return number
  return refuse(name, value, `it must be a whole number from ${least} to ${most}`)
}

function host(env: Env): string {
  const value = given(env, 'HOST') ?? '127.0.0.1'
  const isName = /^(?=.{1,253}$)[a-z\d_]([a-z\d_-]*[a-z\d])?(\.[a-z\d_]([a-z\d_-]*[a-z\d])?)*$/i.test(value)
  const looksLikeAnIp = /^[\d.]+$/.test(value)
  if (isIP(value) || (isName && !looksLikeAnIp)) return value
  return refuse('HOST', value, 'it must be an IP address or a host name, such as 127.0.0.1, 0.0.0.0 or localhost')
}

function secret(env: Env): string | null {
  const value = given(env, 'SECRET')
  if (value === null || value.length >= secretLength) return value
  throw new Refused(
    `SECRET is ${value.length} characters long (not shown here), but it must have at least ${secretLength}, such as the output of "openssl rand -hex 32".`,
  )
}

function adminToken(env: Env): string | null {
  const value = given(env, 'ADMIN_TOKEN')
  if (value === null || /^[\w.~+/-]+=*$/.test(value)) return value
  throw new Refused(
    'ADMIN_TOKEN (not shown here) holds characters that a bearer token cannot carry, but it must consist of letters, digits and - . _ ~ + / with = only at the end.',
  )
}

function proxies(env: Env): Config['trustsProxy'] {
  const trusted = new BlockList()
  for (const entry of listed(env, 'TRUSTED_PROXIES')) {
    const [address = '', bits, ...more] = entry.split('/')
    const version = isIP(address)
    const most = version === 6 ? 128 : 32
    const prefix = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN
    if (version === 0 || more.length > 0 || !(prefix <= most)) {
      refuse('TRUSTED_PROXIES', entry, 'each entry must be an IP address or a range such as 10.0.0.0/8 or fd00::/8')
    }
    trusted.addSubnet(address, prefix, version === 6 ? 'ipv6' : 'ipv4')
  }
  return address => {
    const version = isIP(address)
    return version !== 0 && trusted.check(address, version === 6 ? 'ipv6' : 'ipv4')
  }
}

function publicUrl(env: Env): string | null {
  const value = given(env, 'PUBLIC_URL')
  if (value === null) return null
  return origin(value) ?? refuse('PUBLIC_URL', value, `it must be ${originForm}`)
}

function allowedOrigins(env: Env): readonly string[] | null {
  const entries = listed(env, 'ALLOWED_ORIGINS')
  if (entries.length === 0) return null
  return entries.map(
    entry =>
      origin(entry) ?? refuse('ALLOWED_ORIGINS', entry, `each entry, set apart by commas, must be ${originForm}`),
  )
}

const originForm = 'an http:// or https:// address without a path, such as https://maps.example.org'

function origin(value: string): string | null {
  const url = URL.parse(value)
  if (!url || !/^https?:\/\//i.test(value)) return null
  const isBare = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
  return isBare ? url.origin : null
}

function logLevel(env: Env): LogLevel {
  const value = given(env, 'LOG_LEVEL')
  if (value === null) return 'info'
  const level = logLevels.find(level => level === value.toLowerCase())
  return level ?? refuse('LOG_LEVEL', value, `it must be one of ${logLevels.join(', ')}`)
}

function listed(env: Env, name: string): string[] {
  return (env[name] ?? '')
    .split(',')
    .map(entry => entry.trim())
    .filter(entry => entry !== '')
}
