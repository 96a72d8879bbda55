import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

export const projectRoot = join(import.meta.dirname, '../..')
const dist = join(projectRoot, 'dist')
const vite = join(projectRoot, 'node_modules/vite/bin/vite.js')

/** In `dist`; says of which sources it was made. Written last, so that a build that was cut off has none. */
export const stampFile = '.vite/sources.sha256'

const sources = [
  'client',
  'shared',
  'vite.config.ts',
  'scripts/pageChunks.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

export function viteIsInstalled(): boolean {
  return existsSync(vite)
}

/**
 * A hash of everything that the client is built from. Hash, not times of files: a clone, a checkout, an archive and an
 * image all set times as they like, and would have a stale client served or a good one built again.
 */
export async function hashSources(): Promise<string> {
  const listed = await Promise.all(sources.map(source => filesOf(join(projectRoot, source))))
  const files = listed.flat().filter(file => !/\.test\.tsx?$/.test(file))
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    const content = await readFile(file)
    hash.update(`${relative(projectRoot, file).split(sep).join('/')} ${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

export type ClientState =
  /** Built from these sources, or brought along by a production that cannot build. */
  | { state: 'ready' }
  | { state: 'built'; seconds: number }
  /** Neither built, nor anything to build it with. */
  | { state: 'missing' }
  | { state: 'broken'; output: string }

/** Builds the client if it is missing or was made of other sources; `say` gets a line before and after. */
export async function ensureClient(say: (line: string) => void): Promise<ClientState> {
  const isThere = existsSync(join(dist, 'index.html'))
  if (!viteIsInstalled()) return { state: isThere ? 'ready' : 'missing' }
  const stamp = await readFile(join(dist, stampFile), 'utf8').catch(() => null)
  if (isThere && stamp === (await hashSources())) return { state: 'ready' }

  say(`building the client (${isThere ? 'its sources changed' : 'first start'}) …`)
  const started = performance.now()
  const { code, output } = await build()
  if (code !== 0) return { state: 'broken', output }
  const seconds = (performance.now() - started) / 1000
  say(`built the client in ${seconds.toFixed(1)} s`)
  return { state: 'built', seconds }
}

/** In a process of its own, so that the memory of the bundler does not stay with the server. */
function build(): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, 'build'], { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', chunk => chunks.push(chunk))
    child.stderr.on('data', chunk => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', code => resolve({ code, output: Buffer.concat(chunks).toString() }))
  })
}

async function filesOf(path: string): Promise<string[]> {
  if (!existsSync(path)) return []
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null)
  if (entries === null) return [path]
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
}
