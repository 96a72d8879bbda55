import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { encodeUpdate } from '#shared/protocol/messages.ts'
import type { Made } from './routes/testServer.ts'

const entry = join(import.meta.dirname, 'start/backend.ts')
const running: ChildProcess[] = []

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

type Ended = { code: number | null; stdout: string; stderr: string }

/** A server in a process of its own. `base` is where it listens; rejects with what it said when it ends before that. */
function start(dataDir: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [entry], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'trace', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let stdout = ''
  let stderr = ''
  child.stderr.on('data', chunk => {
    stderr += chunk
  })
  const base = new Promise<string>(resolve => {
    child.stdout.on('data', chunk => {
      stdout += chunk
      const address = /listening on (http:\/\/\S+)\n/.exec(stdout)?.[1]
      if (address) resolve(address)
    })
  })
  const ended: Promise<Ended> = once(child, 'close').then(([code]) => ({ code, stdout, stderr }))
  const listening = Promise.race([base, ended.then(({ stderr }) => Promise.reject(new Error(stderr)))])
  // A test that only waits for the end does not look at this.
  listening.catch(() => {})
  const leave = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    return ended
  }
  return { base: listening, ended, leave }
}

async function make(base: string, title: string): Promise<Made> {
  const response = await fetch(`${base}/api/maps`, { method: 'POST', body: JSON.stringify({ title }) })
  return (await response.json()) as Made
}

async function titleOf(base: string, { id, links }: Made): Promise<unknown> {
  const headers = { authorization: `Bearer ${links.viewer.token}` }
  const response = await fetch(`${base}/api/maps/${id}`, { headers })
  return ((await response.json()) as { title: unknown }).title
}

function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'verbatim-main-'))
}

describe('the server', () => {
  it('says where it listens, leaves in order when asked, and has everything again after a restart', async () => {
    const folder = join(await newFolder(), 'data')
    const first = start(folder)
    const base = await first.base
    expect(base).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect((await fetch(`${base}/readyz`)).status).toBe(200)
    const made = await make(base, 'Kept')
    const end = await first.leave()
    expect(end).toMatchObject({ code: 0, stdout: `listening on ${base}\n` })

    const second = start(folder)
    expect(await titleOf(await second.base, made)).toBe('Kept')
    expect((await second.leave('SIGINT')).code).toBe(0)
  })

  it('keeps its secret for itself, and no token in any log or file', async () => {
    const folder = await newFolder()
    const server = start(folder)
    const base = await server.base
    const made = await make(base, 'Private')
    const { token } = made.links.facilitator
    await titleOf(base, made)
    await fetch(`${base}/m/${made.id}?token=${token}`)
    const socket = new WebSocket(`${base.replace('http', 'ws')}/sync/${made.id}?token=${token}`)
    await once(socket, 'message')
    const closed = once(socket, 'close')
    const { stderr, code } = await server.leave()
    expect((await closed)[0]).toBe(1012)
    expect(code).toBe(0)
    expect(stderr).toContain(`"path":"/api/maps/${made.id}"`)
    const secret = (await readFile(join(folder, 'secret'), 'utf8')).trim()
    expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600)
    const mac = token.split('.')[1] ?? ''
    expect(mac).toHaveLength(43)
    for (const file of await readdir(folder)) {
      const content = await readFile(join(folder, file), 'latin1')
      expect(content).not.toContain(mac)
      if (file !== 'secret') expect(content).not.toContain(secret)
    }
    for (const text of [mac, secret]) expect(stderr).not.toContain(text)
  })

  it('tells its log what happened to which map, and never a token, the secret or what people wrote', async () => {
    const folder = await newFolder()
    const words = ['Zugluft', 'Quittenbrot', 'Habichtsberg', 'Wolkenschieber', 'Tintenfass', 'Sauerklee', 'Morgenrot']
    const [title = '', quote = '', name = '', label = '', note = '', typed = '', broken = ''] = words
    const secrets = ['a secret of the environment', 'admin-of-the-tests']
    const server = start(folder, { SECRET: secrets[0] ?? '', ADMIN_TOKEN: secrets[1] ?? '' })
    const base = await server.base
    const ask = (method: string, path: string, token = secrets[1] ?? '', body?: unknown, type = 'application/json') =>
      fetch(`${base}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': type },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
    const map = { format: 'verbatim-map', version: 1, map: { title }, quotes: [{ id: 'q', text: quote }] }
    const made = (await (await ask('POST', '/api/maps', secrets[1], map)).json()) as Made
    const { facilitator, editor, viewer } = made.links
    const api = `/api/maps/${made.id}`
    const joined = await ask('POST', `${api}/people`, editor.token, { name })
    const person = ((await joined.json()) as { token: string }).token
    const link = await ask('POST', `${api}/links`, facilitator.token, { role: 'viewer', label })
    const extra = (await link.json()) as { id: string; token: string }
    await ask('POST', `${api}/contributions`, person, { kind: 'note', text: note })
    await ask('POST', `${api}/import?format=csv`, person, `id,comment\n1,${quote} twice\n`, 'text/csv')
    for (const format of ['json', 'csv', 'png'])
      await (await ask('GET', `${api}/export/${format}`, viewer.token)).blob()
    await ask('POST', `${api}/session`, facilitator.token, { command: 'lock' })
    await ask('POST', `${api}/session`, facilitator.token, { command: 'unlock' })
    // What goes wrong: bodies, tokens and paths that are none, roles that do not reach.
    await ask('POST', `${api}/contributions`, person, `{"kind": "note", "text": "${broken}`)
    await ask('POST', `${api}/import?format=csv`, person, `"${broken}`, 'text/csv')
    await ask('POST', '/api/maps', secrets[1], `{"format": ${broken}`)
    await ask('POST', '/api/maps', viewer.token, {})
    await ask('GET', api, `${viewer.token.slice(0, -1)}_`)
    await ask('DELETE', api, viewer.token)
    await ask('GET', `/m/${made.id}/${editor.token}`)
    await ask('GET', `${api}/export/json?token=${editor.token}`)
    await ask('GET', `${api}/links/${encodeURIComponent(editor.token).replace('.', '%2E')}`)

    const { WebsocketProvider } = await import('y-websocket')
    const doc = new Y.Doc()
    const provider = new WebsocketProvider(`${base.replace('http', 'ws')}/sync`, made.id, doc, {
      params: { token: person },
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    })
    await new Promise<void>(resolve => provider.on('sync', synced => synced && resolve()))
    provider.awareness.setLocalStateField('user', { name })
    doc.getMap('notes').set('n', typed)
    for (const path of [
      `${made.id}?token=${viewer.token}&v=99`,
      `${title}?token=${viewer.token}`,
      `${made.id}?token=x`,
    ]) {
      const socket = new WebSocket(`${base.replace('http', 'ws')}/sync/${path}`)
      await once(socket, 'close')
    }
    const reader = new WebSocket(`${base.replace('http', 'ws')}/sync/${made.id}?token=${extra.token}`)
    await once(reader, 'message')
    const forged = new Y.Doc()
    forged.getMap('notes').set('f', typed)
    reader.send(encodeUpdate(Y.encodeStateAsUpdate(forged)))
    await once(reader, 'close')
    provider.destroy()
    await ask('DELETE', `${api}/links/${extra.id}`, facilitator.token)
    await ask('DELETE', api, facilitator.token)
    const { stderr, code } = await server.leave()

    expect(code).toBe(0)
    const tokens = [facilitator, editor, viewer, extra].map(({ token }) => token).concat(person)
    for (const token of [...tokens, ...secrets]) expect(stderr).not.toContain(token.split('.').at(-1))
    for (const word of words) expect(stderr).not.toContain(word)
    const lines = stderr
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { msg: string; map?: string })
    for (const [msg, about] of [
      ['listening', undefined],
      ['a map was made', made.id],
      ['a person joined', made.id],
      ['a link was made', made.id],
      ['something was imported', made.id],
      ['a map was locked', made.id],
      ['a map was unlocked', made.id],
      ['turned somebody away', made.id],
      ['a link was revoked', made.id],
      ['a map was deleted', made.id],
      ['left in order', undefined],
    ]) {
      expect(lines.map(line => [line.msg, line.map])).toContainEqual([msg, about])
    }
  })

  it('leaves once, however many signals it gets, and also while a browser keeps its connection open', async () => {
    const server = start(await newFolder())
    const base = await server.base
    await make(base, 'x')
    void server.leave('SIGINT')
    expect((await server.leave('SIGINT')).code).toBe(0)
  })

  it('listens on IPv6 with the address in brackets', async () => {
    const server = start(await newFolder(), { HOST: '::1' })
    expect(await server.base).toMatch(/^http:\/\/\[::1\]:\d+$/)
    expect((await fetch(`${await server.base}/healthz`)).status).toBe(200)
    await server.leave()
  })

  it('says in one line that the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const { code, stderr } = await start(await newFolder(), { PORT: String(port) }).ended
    other.close()
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `Port ${port} on 127.0.0.1 is in use: end what uses it, or give the server another PORT.\n`,
    })
  })

  it('says in one line that it cannot write into the data folder', async () => {
    const file = join(await newFolder(), 'file')
    await writeFile(file, '')
    const { code, stderr } = await start(join(file, 'data')).ended
    expect(code).toBe(2)
    expect(stderr).toMatch(/^The data folder .* cannot be used: .*\n$/)
  })

  it('says in one line that another one has the data', async () => {
    const folder = await newFolder()
    const first = start(folder)
    await first.base
    const { code, stderr } = await start(folder).ended
    expect(code).toBe(1)
    expect(stderr).toMatch(/^Another server is running with the data in .*\n$/)
  })

  it('says in one line which setting makes no sense', async () => {
    const { code, stderr } = await start(await newFolder(), { PORT: 'many' }).ended
    expect(code).toBe(2)
    expect(stderr).toMatch(/^PORT is "many", but .*\n$/)
  })

  it('answers a body that is too large before all of it was sent', async () => {
    const server = start(await newFolder())
    const response = await fetch(`${await server.base}/api/maps`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Uint8Array(70 * 1024 * 1024),
    })
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ error: { code: 'body_too_large' } })
    await server.leave()
  })

  it('takes in a large map without holding up others', async () => {
    const server = start(await newFolder())
    const base = await server.base
    const text = 'They called back after forty minutes and were very kind. '.repeat(4)
    const quotes = Array.from({ length: 20_000 }, (_, index) => ({ id: `q${index}`, text: text + index }))
    const body = JSON.stringify({ format: 'verbatim-map', version: 1, quotes })
    let isDone = false
    const sent = fetch(`${base}/api/maps`, { method: 'POST', body }).finally(() => {
      isDone = true
    })
    let answered = 0
    while (!isDone) {
      await (await fetch(`${base}/healthz`)).text()
      answered += 1
    }
    expect((await sent).status).toBe(201)
    // Held up for the whole time it would have answered once before and once after.
    expect(answered).toBeGreaterThan(10)
    await server.leave()
  })
})
