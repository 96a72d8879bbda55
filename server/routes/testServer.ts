import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { decodeDoc, encodeDoc } from '#shared/doc/encode.ts'
import { createAccess } from '../access/access.ts'
import { createApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { createOrigins } from '../http/origins.ts'
import type { Role } from '../storage/records.ts'
import type { Store } from '../storage/Store.ts'
import { StoreError } from '../storage/StoreError.ts'
import { openSqliteStore } from '../storage/sqlite/SqliteStore.ts'
import type { Deps, OpenMaps } from './Deps.ts'

export type Made = { id: string; title: string; links: Record<Role, { token: string; url: string }> }

/** The app over a real store in a folder of its own, asked without a port. The clock stands still until it is set. */
export async function testServer(env: Record<string, string> = {}) {
  const read = readConfig(env)
  if (!read.ok) throw new Error(read.message)
  const { config } = read
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-app-'))
  const store = await openSqliteStore(folder)
  const clock = { now: Date.UTC(2026, 0, 2, 3, 4, 5) }
  const lines: string[] = []
  const log = pino({ level: 'debug' }, { write: line => lines.push(line) })
  const state = { leaving: false }
  const deps: Deps = {
    config,
    store,
    log,
    access: createAccess({ store, secret: 'a secret of the tests', now: () => clock.now }),
    origins: createOrigins(config),
    rooms: testRooms(store),
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

  return { app, ask, make, clock, lines, state, store, deps, close: () => store.close() }
}

/** Loads a map for each use, as long as there are no rooms. */
function testRooms(store: Store): OpenMaps {
  return {
    async with(map, use) {
      const loaded = await store.load(map)
      if (!loaded) throw new StoreError('unknown_map', 'There is no such map.')
      const doc = decodeDoc(...(loaded.snapshot ? [loaded.snapshot] : []), ...loaded.updates)
      return use({
        doc,
        async commit(author, change, alongside) {
          const updates: Uint8Array[] = []
          doc.on('update', update => updates.push(update))
          change(doc)
          await store.append(map, encodeDoc(doc), { author, at: 0 }, alongside)
        },
      })
    },
    async closeMap() {},
    closeWhere() {},
  }
}
