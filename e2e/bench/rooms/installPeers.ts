import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { say } from '../../../scripts/run.ts'

export const peersFolder = join(import.meta.dirname, '../peers')

/** Milliseconds after which the registry is taken to be out of reach. */
const PATIENCE = 180_000

/** Installs what we are measured beside, where they are not there yet. False when that is not possible. */
export async function installPeers(): Promise<boolean> {
  const wanted = ['@hocuspocus/server', 'tldraw']
  if (wanted.every(name => existsSync(join(peersFolder, 'node_modules', name)))) return true
  say('installing what to compare with, into e2e/bench/peers (npm ci) …')
  // Their install scripts are left out: the only one compiles a database that nobody here uses.
  const child = spawn('npm', ['ci', '--ignore-scripts', '--prefix', peersFolder], {
    cwd: peersFolder,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: PATIENCE,
  })
  let output = ''
  child.stderr.on('data', data => {
    output += data
  })
  const [code] = await Promise.race([once(child, 'close'), once(child, 'error').then(() => [1])])
  if (code !== 0) say(`${output.trimEnd()}\nthey could not be installed, so ours is measured alone`)
  return code === 0
}
