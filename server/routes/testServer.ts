import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { createAccess } from '../access/access.ts'
import { Guesses, knownWhenMade } from '../access/Guesses.ts'
import { createApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { createOrigins } from '../http/origins.ts'
import { Figures } from '../metrics/Figures.ts'
import { watchStore } from '../metrics/watchStore.ts'
import type { Role } from '../storage/records.ts'
import { openSqliteStore } from '../storage/sqlite/SqliteStore.ts'
import { systemClock } from '../sync/Clock.ts'
import { createRooms } from '../sync/Rooms.ts'
import type { Deps } from './Deps.ts'

export type Made = { id: string; title: string; links: Record<Role, { token: string; url: string }> }

/** What an error of the API says. */
export async function errorOf(response: Response): Promise<{ status: number; code: string; message: string }> {
  const { error } = (await response.json()) as { error: { code: string; message: string } }
  return { status: response.status, ...error }
}

/** The app over a real store in a folder of its own, asked without a port. The clock stands still until it is set. */
export async function testServer(env: Record<string, string> = {}) {
  const read = readConfig(env)
  if (!read.ok) throw new Error(read.message)
  const { config } = read
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-app-'))
  const disk = await openSqliteStore(folder)
  const clock = { now: Date.UTC(2026, 0, 2, 3, 4, 5) }
  const lines: string[] = []
  const log = pino({ level: 'debug' }, { write: line => lines.push(line) })
  const state = { leaving: false }
  const figures = new Figures()
  const store = watchStore(disk, { log, figures, now: () => clock.now })
  const access = createAccess({ store, secret: 'a secret of the tests', now: () => clock.now })
  const rooms = createRooms({ store, log, clock: { now: () => clock.now, after: systemClock.after }, leaveOver: 0 })
  const guesses = new Guesses({ isGenuine: access.isGenuine, clock: { now: () => clock.now } })
  const deps: Deps = {
    config: { ...config, dataDir: folder },
    store,
    log,
    access: knownWhenMade(access, guesses),
    guesses,
    figures,
    origins: createOrigins(config),
    rooms,
    now: () => clock.now,
    isLeaving: () => state.leaving,
    dist: join(folder, 'dist'),
  }
  const app = createApp(deps)

  async function ask(method: string, path: string, options: { token?: string; body?: unknown; type?: string } = {}) {
    const { token, body, type } = options
    const headers = new Headers()
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
    const isRaw = typeof body === 'string' || body instanceof Uint8Array || body instanceof FormData
    if (type !== undefined) headers.set('content-type', type)
    else if (body !== undefined && !isRaw) headers.set('content-type', 'application/json')
    const sent = body === undefined ? null : isRaw ? (body as BodyInit) : JSON.stringify(body)
    return app.request(path, { method, headers, body: sent })
  }

  async function make(body: unknown = {}): Promise<Made> {
    const response = await ask('POST', '/api/maps', { body, type: 'application/json' })
    if (response.status !== 201) throw new Error(await response.text())
    return response.json() as Promise<Made>
  }

  /** Connects to a map with a token as a socket would; the answer says with which code it was closed, or null. */
  async function enter(map: string, token: string): Promise<{ code: number | null }> {
    const admitted = await access.authorise(token, map)
    const room = await rooms.open(map)
    if (!admitted.ok || !room) throw new Error('This token does not open this map')
    const socket: { code: number | null } = { code: null }
    const close = (code: number) => {
      socket.code = code
    }
    const together = (send: () => void) => send()
    const transport = { send() {}, close, backlog: () => 0, whenDrained() {}, together }
    room.join(admitted, transport)
    return socket
  }

  async function close(): Promise<void> {
    await rooms.stop()
    await store.close()
  }

  return { app, ask, make, clock, lines, state, disk, store, deps, enter, close }
}
