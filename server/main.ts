import type { Server } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { pino } from 'pino'
import { createAccess } from './access/access.ts'
import { Guesses, knownWhenMade } from './access/Guesses.ts'
import { readSecret } from './access/secret.ts'
import { sameSecret } from './access/tokens.ts'
import { createApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { RoomHistory } from './history/RoomHistory.ts'
import { addressOf } from './http/addressOf.ts'
import { createHttpServer } from './http/httpServer.ts'
import { createOrigins } from './http/origins.ts'
import { Figures } from './metrics/Figures.ts'
import { watchStore } from './metrics/watchStore.ts'
import type { Store } from './storage/Store.ts'
import { StoreError } from './storage/StoreError.ts'
import { openSqliteStore } from './storage/sqlite/SqliteStore.ts'
import { attachSync } from './sync/attachSync.ts'
import { systemClock } from './sync/Clock.ts'
import { createRooms } from './sync/Rooms.ts'

/** Milliseconds for everything that leaving takes; what is not done by then is cut off. */
const LEAVE_WITHIN = 20_000
/** Milliseconds that requests under way get to end, once no new ones are taken. */
const LAST_REQUESTS = 3_000
/** Milliseconds between looks at the database. */
const LOOK_EVERY = 1_000

const dist = join(import.meta.dirname, '../dist')

/**
 * Runs the server by the environment's settings until a signal. Resolves when it listens; leaves with exit code 0 after
 * SIGTERM or SIGINT. What keeps it from starting is said in one sentence on standard error, with exit code 2 when
 * settings or machine have to change first, else 1.
 */
export async function main(): Promise<void> {
  const read = readConfig(process.env)
  if (!read.ok) return stop(read.message, 2)
  const { config } = read
  // To standard error, at once: standard output is for the one line that says where the server listens.
  const log = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }))
  const figures = new Figures()
  const store = watchStore(await openStore(config.dataDir), { log, figures, now: Date.now })
  const secret = await readSecret(config.secret, config.dataDir).catch(error => stop(sentenceOf(error), 2))
  const access = createAccess({ store, secret, now: Date.now })
  const { adminToken } = config
  const guesses = new Guesses({
    isGenuine: token => access.isGenuine(token) || (adminToken !== null && sameSecret(token, adminToken)),
    clock: { now: Date.now },
  })
  const origins = createOrigins(config)
  const history = new RoomHistory({ store, log, clock: systemClock })
  const rooms = createRooms({ store, log, history })
  let isLeaving = false
  const app = createApp({
    ...{ config, store, access: knownWhenMade(access, guesses), guesses, origins, rooms, log, figures, dist },
    now: Date.now,
    isLeaving: () => isLeaving,
  })
  const server = createHttpServer(getRequestListener(app.fetch))
  const detachSync = attachSync(server, {
    rooms,
    authorise: access.authorise,
    mayTry: (address, token) => guesses.mayTry(address, token),
    allowedOrigin: ({ headers }) => origins.allowed(headers.origin, headers.host),
    addressOf: request => addressOf(request, config.trustsProxy),
    maxSocketsPerAddress: config.maxSocketsPerAddress,
    log,
    figures,
  })
  const watch = setInterval(() => {
    const health = store.health()
    if (health.state === 'broken') stop(`The database was lost, so the server ends: ${health.reason}`, 1)
  }, LOOK_EVERY).unref()

  const leave = async () => {
    if (isLeaving) return
    isLeaving = true
    log.info({ open: rooms.stats().rooms, connections: rooms.stats().members }, 'leaving')
    setTimeout(() => stop('Leaving took too long and was cut off.', 1), LEAVE_WITHIN).unref()
    clearInterval(watch)
    await rooms.stop()
    detachSync()
    await closeServer(server)
    await store.close()
    log.info('left in order')
    process.exit(0)
  }
  // Every time, not once: a second signal, as npm passes one on, must not cut off the leaving.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      leave().catch(error => stop(`The server could not end in order: ${sentenceOf(error)}`, 1))
    })
  }

  const port = await listen(server, config)
  const name = config.host.includes(':') ? `[${config.host}]` : config.host
  log.info({ host: config.host, port }, 'listening')
  process.stdout.write(`listening on http://${name}:${port}\n`)
}

async function openStore(folder: string): Promise<Store> {
  try {
    return await openSqliteStore(folder)
  } catch (error) {
    if (error instanceof StoreError && error.code === 'in_use') {
      return stop(
        `Another server is running with the data in ${folder}: end it first, or give this one another DATA_DIR.`,
        1,
      )
    }
    if (error instanceof StoreError && error.code === 'newer_schema') return stop(error.message, 2)
    return stop(`The data folder ${folder} cannot be used: ${sentenceOf(error)}`, 2)
  }
}

function listen(server: Server, { host, port }: Config): Promise<number> {
  return new Promise(resolve => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reasons: Record<string, string> = {
        EADDRINUSE: `Port ${port} on ${host} is in use: end what uses it, or give the server another PORT.`,
        EACCES: `Port ${port} on ${host} is not for everybody: give the server a PORT from 1024 on.`,
        EADDRNOTAVAIL: `${host} is no address of this machine: give the server another HOST.`,
        ENOTFOUND: `${host} is no address of this machine: give the server another HOST.`,
      }
      stop(reasons[error.code ?? ''] ?? `The server cannot listen on ${host}: ${sentenceOf(error)}`, 1)
    })
    server.listen({ host, port }, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

/** Takes nothing new, lets requests under way end for a while, and closes all connections. */
function closeServer(server: Server): Promise<void> {
  return new Promise(resolve => {
    const patience = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS)
    server.close(() => {
      clearTimeout(patience)
      resolve()
    })
    server.closeIdleConnections()
  })
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function stop(sentence: string, code: 1 | 2): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(code)
}
