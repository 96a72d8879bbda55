import { globSync } from 'node:fs'
import { join } from 'node:path'
import { chosenSeed } from '../e2e/soak/support/random.ts'
import { projectRoot, say } from './run.ts'

/**
 * What every `*.soak.ts` exports. `run` answers what it saw in one line and throws when a promise was broken;
 * `npm run soak -- word` runs only those whose path holds the word, `SEED=n` repeats a run.
 */
export type Soak = { name: string; run: (seed: number) => Promise<string> }

const wanted = process.argv[2] ?? ''
const files = globSync('e2e/soak/*.soak.ts', { cwd: projectRoot }).filter(file => file.includes(wanted))
if (files.length === 0) say(`no soak test matches "${wanted}"`)
const seed = chosenSeed()
let failed = 0
for (const file of files.sort()) {
  const { name, run }: Soak = await import(join(projectRoot, file))
  say(`\n${name} (SEED=${seed})`)
  const started = performance.now()
  const line = await run(seed).catch(error => {
    failed += 1
    return `✗ ${error instanceof Error ? (error.stack ?? error.message) : error}`
  })
  say(`${line} (${((performance.now() - started) / 1000).toFixed(0)} s)`)
}
process.exit(failed > 0 || files.length === 0 ? 1 : 0)
