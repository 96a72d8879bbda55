import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { run, runTool, say } from './run.ts'

const systemNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/**
 * The browser for tests: `CHROMIUM_PATH`, then the system's, then Playwright's own; null when there is none.
 * Throws when `CHROMIUM_PATH` is set and is no browser: somebody meant a certain one.
 */
export function findChromium(): string | null {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (starts(given)) return given
    throw new Error(`CHROMIUM_PATH is "${given}", but no browser starts from there.`)
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(folder => folder !== '')
  const system = systemNames.flatMap(name => folders.map(folder => join(folder, name)))
  return [...system, chromium.executablePath()].find(starts) ?? null
}

/** As `findChromium`, and installs one when there is none: Debian's as root, Playwright's otherwise. */
export async function ensureChromium(): Promise<string> {
  const found = findChromium()
  if (found !== null) return found
  if (isDebianAsRoot()) {
    say('installing Chromium from Debian …')
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    const update = await run('apt-get', ['update'], { env })
    const install = await run('apt-get', ['install', '-y', 'chromium'], { env })
    const installed = findChromium()
    if (installed !== null) return installed
    say(`${update.output}${install.output}`.trimEnd())
  }
  say("installing Playwright's Chromium …")
  await runTool('@playwright/test/cli.js', ['install', 'chromium'], { show: true })
  const installed = findChromium()
  if (installed !== null) return installed
  throw new Error('No Chromium was found or could be installed: install one, or set CHROMIUM_PATH.')
}

/** Being there is not enough: Ubuntu has a `chromium-browser` that only explains where to get one. */
function starts(path: string): boolean {
  if (!existsSync(path)) return false
  return spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0
}

/** Debian itself: what Ubuntu installs under this name does not run in containers. */
function isDebianAsRoot(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false
  return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'))
}
