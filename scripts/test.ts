import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureClient } from '../server/start/client.ts'
import { type Check, checkLint, checkTypes, report } from './checks.ts'
import { ensureChromium } from './chromium.ts'
import { isColourful, runTool, say } from './run.ts'
import { judge, lastLine, pickUp, sum, type Tally, tallyVariable } from './tally.ts'

/** In the order of running: what answers fastest comes first. A suite's arguments go on to its runner. */
const suites: Record<string, (args: readonly string[]) => Promise<Tally>> = {
  types: async () => tallyOf(await checkTypes()),
  lint: async () => tallyOf(await checkLint()),
  unit: args => {
    const reporters = ['--reporter=default', `--reporter=${reporterPath('vitest-tally')}`]
    // Vitest takes some pipes for terminals; Playwright does not, and warns when it is told.
    const env = isColourful ? {} : { NO_COLOR: '1' }
    return runSuite('unit', 'vitest/vitest.mjs', ['run', ...reporters, ...args], env)
  },
  browser: async args => {
    const client = await ensureClient(say)
    if (client.state === 'broken') throw new Error(`the client could not be built:\n${client.output}`)
    const env = { CHROMIUM_PATH: await ensureChromium() }
    const reporter = `--reporter=list,${reporterPath('playwright-tally')}`
    return runSuite('browser', '@playwright/test/cli.js', ['test', reporter, ...args], env)
  },
}

const [only, ...args] = process.argv.slice(2)
const chosen = Object.entries(suites).filter(([name]) => only === undefined || only === name)
if (chosen.length === 0) {
  process.stderr.write(`"${only}" is no suite; there are ${Object.keys(suites).join(', ')}.\n`)
  process.exit(2)
}

const tallies: Tally[] = []
for (const [name, start] of chosen) {
  say(`\n— ${name}`)
  tallies.push(await start(args).catch(error => crashed(name, error)))
}

const total = sum(tallies)
say('')
for (const { title, reason } of total.skipped) say(`skipped: ${title} (${reason})`)
say(lastLine(total))
process.exit(total.failed > 0 ? 1 : 0)

async function runSuite(name: string, script: string, args: readonly string[], env = {}): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-tests-'))
  const file = join(folder, 'tally.json')
  const { code, seconds } = await runTool(script, args, { show: true, env: { ...env, [tallyVariable]: file } })
  const { tally, problem } = judge(pickUp(file), code)
  rmSync(folder, { recursive: true })
  if (problem !== null) say(`✗ the suite "${name}" ${problem}`)
  say(`${tally.failed === 0 ? '✓' : '✗'} ${name} ${seconds.toFixed(1)} s: ${lastLine(tally)}`)
  return tally
}

function reporterPath(name: string): string {
  return join(import.meta.dirname, `${name}.ts`)
}

function tallyOf(check: Check): Tally {
  report(check)
  return { passed: check.ok ? 1 : 0, failed: check.ok ? 0 : 1, skipped: [] }
}

function crashed(name: string, error: unknown): Tally {
  say(`✗ the suite "${name}" could not run: ${error instanceof Error ? error.message : String(error)}`)
  return { passed: 0, failed: 1, skipped: [] }
}
