import { createHmac } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testServer } from '../routes/testServer.ts'

let server: Awaited<ReturnType<typeof testServer>>
let map: string
let tokens: string[]
/** Every byte that the server wrote into its folder, as text of one character each. */
let written: string

beforeAll(async () => {
  server = await testServer()
  const made = await server.make({ sample: true })
  map = made.id
  tokens = Object.values(made.links).map(({ token }) => token)
  const joined = await server.ask('POST', `/api/maps/${map}/people`, {
    token: made.links.editor.token,
    body: { name: 'Ada' },
  })
  tokens.push(((await joined.json()) as { token: string }).token)
  const { dataDir } = server.deps.config
  const files = (await readdir(dataDir)).filter(name => name.startsWith('verbatim'))
  written = (await Promise.all(files.map(name => readFile(join(dataDir, name), 'latin1')))).join('\n')
})
afterAll(() => server.close())

async function opens(token: string): Promise<boolean> {
  return (await server.deps.access.authorise(token, map)).ok
}

it('whoever has the database has the ids of links and people, and that is all they have of a token', async () => {
  for (const token of tokens) {
    const [id = '', mac = ''] = token.split('.')
    expect(await opens(token)).toBe(true)
    expect(written).toContain(id)
    const bytes = Buffer.from(mac, 'base64url')
    for (const form of [mac, bytes.toString('base64'), bytes.toString('hex'), bytes.toString('latin1')]) {
      expect(written).not.toContain(form)
    }
  }
})

it('nothing in the database opens a map, whatever is tried of it as a token', async () => {
  const ids = [...new Set(written.match(/[lp][0-9a-z]{16}/g))]
  expect(ids.length).toBeGreaterThanOrEqual(tokens.length)
  const parts = [...new Set(written.match(/[\w-]{8,}/g))]
  const whole = written.match(/[\w-]+\.[\w-]{43}/g) ?? []
  const macs = parts.flatMap(part => windows(part, 43))
  for (const candidate of [...parts, ...whole]) expect(await opens(candidate)).toBe(false)
  for (const id of ids) {
    for (const mac of macs) expect(await opens(`${id}.${mac}`)).toBe(false)
    // As somebody would try who knows how tokens are made, but not the secret.
    for (const key of ['', id, map, ...ids]) {
      for (const text of [id, `link:${id}`, `person:${id}`]) {
        const mac = createHmac('sha256', key).update(text).digest('base64url')
        expect(await opens(`${id}.${mac}`)).toBe(false)
      }
    }
  }
})

/** Every piece of this length that a long run of letters holds. */
function windows(text: string, length: number): string[] {
  return Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length))
}
