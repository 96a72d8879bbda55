import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { type MadeMap, makeMap } from '../e2e/fixtures/api.ts'
import { stockClient, synced } from '../e2e/fixtures/stockClient.ts'
import { projectRoot } from './run.ts'

let root: string
const children: ChildProcess[] = []
const stops: (() => void)[] = []
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'verbatim-backup-'))
})
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(root, { recursive: true, force: true })
})

type Said = { code: number; stdout: string; stderr: string }

/** Runs `npm run backup` or `npm run restore` as npm does. */
function run(script: 'backup' | 'restore', dataDir: string, ...args: string[]): Promise<Said> {
  const env = { ...process.env, DATA_DIR: dataDir }
  return new Promise(resolve => {
    execFile(process.execPath, [join(projectRoot, `scripts/${script}.ts`), ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    )
  })
}

async function start(dataDir: string): Promise<{ address: string; end(): Promise<void> }> {
  const child = spawn(process.execPath, [join(projectRoot, 'server/start/backend.ts')], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^listening on (.+)$/.exec(line)?.[1]
    if (!address) continue
    return {
      address,
      async end() {
        const exit = once(child, 'exit')
        child.kill('SIGTERM')
        await exit
      },
    }
  }
  throw new Error('The server ended before it listened.')
}

/** A client of the map; what it sees of others is on the server's disk. */
async function client(address: string, map: MadeMap) {
  const { doc, provider } = stockClient(address, map.id, map.links.editor.token)
  stops.push(() => provider.destroy())
  await synced(provider)
  return { provider, numbers: doc.getArray<number>('numbers') }
}

/** Resolves when a client sees so many numbers. */
async function seen(numbers: Awaited<ReturnType<typeof client>>['numbers'], count: number): Promise<void> {
  while (numbers.length < count) await new Promise<void>(resolve => numbers.doc?.once('update', () => resolve()))
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index)

it('a back-up of a server that is being edited holds all that was saved, and opens elsewhere', async () => {
  const [data, file, elsewhere] = [join(root, 'data'), join(root, 'maps.backup'), join(root, 'elsewhere')]
  const server = await start(data)
  const map = await makeMap(server.address, { title: 'Backed up' })
  const [ada, ben] = [await client(server.address, map), await client(server.address, map)]
  let next = 0
  const typing = setInterval(() => ada.numbers.push([next++, next++]), 1)
  stops.push(() => clearInterval(typing))
  await seen(ben.numbers, 100)
  const saved = ben.numbers.length
  const backedUp = await run('backup', data, file)
  await seen(ben.numbers, ben.numbers.length + 1)
  clearInterval(typing)
  expect(backedUp).toMatchObject({ code: 0, stderr: '' })
  expect(backedUp.stdout).toMatch(
    /^Backed up 1 map to .*maps\.backup \(\d+\.\d MiB\)\. Keep a copy of .*secret in another place: .*\n$/,
  )
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(root).sort()).toEqual(['data', 'maps.backup'])
  expect(readFileSync(file).includes(readFileSync(join(data, 'secret')))).toBe(false)

  const restored = await run('restore', elsewhere, file)
  expect(restored).toMatchObject({ code: 0, stderr: '' })
  expect(restored.stdout).toMatch(/^Restored 1 map from .* into .*elsewhere\. Links open them with the file secret/)
  copyFileSync(join(data, 'secret'), join(elsewhere, 'secret'))
  const second = await start(elsewhere)
  const cem = await client(second.address, map)
  const there = cem.numbers.toArray()
  expect(there).toEqual(upTo(there.length))
  expect(there.length).toBeGreaterThanOrEqual(saved)
  expect(there.length).toBeLessThanOrEqual(next)
})

it('restoring keeps what was there, and no browser brings what it has of it', async () => {
  const [data, file] = [join(root, 'data'), join(root, 'maps.backup')]
  const first = await start(data)
  const map = await makeMap(first.address, { title: 'Then' })
  expect((await run('backup', data, file)).code).toBe(0)
  const ada = await client(first.address, map)
  const ben = await client(first.address, map)
  ada.numbers.push([0, 1, 2])
  await seen(ben.numbers, 3)

  const refused = await run('restore', data, file)
  expect(refused).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^A server is running with the data in .*: end it first/),
  })
  ada.provider.destroy()
  ben.provider.destroy()
  await first.end()
  const restored = await run('restore', data, file)
  const kept = /What was there before is kept as (\S+verbatim-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.db)\./.exec(
    restored.stdout,
  )?.[1]
  expect(kept !== undefined && existsSync(kept)).toBe(true)

  const second = await start(data)
  const address = `${second.address.replace('http', 'ws')}/sync/${map.id}?token=${map.links.editor.token}`
  const [code] = await once(new WebSocket(`${address}&epoch=1`), 'close')
  expect(code).toBe(4410)
  expect((await client(second.address, map)).numbers.toArray()).toEqual([])
  await second.end()

  rmSync(join(data, 'verbatim.db'))
  expect((await run('restore', data, kept ?? '')).code).toBe(0)
  const third = await start(data)
  expect((await client(third.address, map)).numbers.toArray()).toEqual([0, 1, 2])
})

it('says in a sentence why nothing is backed up or restored, and then leaves everything as it is', async () => {
  const file = join(root, 'there')
  writeFileSync(file, 'no database, but somebody’s own words')
  const said = await Promise.all([
    run('backup', join(root, 'none'), join(root, 'new')),
    run('backup', root),
    run('restore', root, join(root, 'missing')),
    run('restore', root, file),
  ])
  for (const { code, stdout } of said) expect([code, stdout]).toEqual([2, ''])
  expect(said.map(({ stderr }) => stderr.replaceAll(root, ''))).toEqual([
    'There is nothing to back up: /none/verbatim.db is not there.\n',
    'Say where the back-up goes: npm run backup -- FILE\n',
    'There is no back-up /missing.\n',
    '/there is no back-up that can be used: file is not a database.\n',
  ])
  expect((await run('restore', root)).stderr).toBe('Say what to restore: npm run restore -- FILE\n')
  expect(readdirSync(root).sort()).toEqual(['there', 'verbatim.lock'])

  const server = await start(join(root, 'data'))
  const again = await run('backup', join(root, 'data'), file)
  expect(again.stderr).toMatch(/there is there already: give the back-up another name\.\n$/)
  expect(readFileSync(file, 'utf8')).toContain('own words')
  await server.end()
})
