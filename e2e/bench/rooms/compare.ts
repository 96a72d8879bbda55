import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import type { Row } from '../../../scripts/bench.ts'
import { say } from '../../../scripts/run.ts'
import { numberOption, textOption } from '../support/options.ts'
import { describeDisk } from '../support/withOurServer.ts'
import { installPeers } from './installPeers.ts'
import type { Result, Scenario } from './scenarios.ts'
import { SYSTEMS, type System } from './systems.ts'

/**
 * Runs each scenario on each system, one after the other, so that what disturbs the machine for a while disturbs all of
 * them. Options: `--seconds=10` for each, `--rounds=1` (of several the one counts in which other programs took the
 * least of the machine), `--systems=ours,y-websocket,Hocuspocus`, `--threads=` for the load, `--profile=FOLDER` for a
 * CPU profile of ours.
 */
export async function compare(scenarios: () => readonly Scenario[]): Promise<readonly Row[]> {
  if (!existsSync('/proc/self/stat')) {
    say('skipped: processor time of another process is read from /proc, which only Linux has')
    return []
  }
  const systems = await wantedSystems()
  const seconds = numberOption('seconds', 10)
  const rounds = numberOption('rounds', 1)
  say(`${seconds} s each, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}); ${await describeDisk()}`)
  say('Load and servers share this machine: compare the rows of one scenario, not those of two runs.')
  const rows: Row[] = []
  for (const scenario of scenarios()) {
    const meant = systems.filter(({ isSlim }) => !isSlim || scenario.manyMove)
    const results = meant.map((): Result[] => [])
    for (let round = 0; round < rounds; round += 1) {
      for (const [at, system] of meant.entries()) results[at]?.push(await attempt(scenario, system, seconds))
    }
    for (const [at, { name }] of meant.entries()) {
      const calmest = results[at]?.toSorted((a, b) => a.others - b.others)[0]
      rows.push({ scenario: scenario.name, system: name, ...calmest?.row })
    }
  }
  return rows
}

async function wantedSystems(): Promise<System[]> {
  const words = textOption('systems')?.split(',') ?? null
  const wanted = SYSTEMS.filter(({ name }) => words === null || words.some(word => name.startsWith(word)))
  const canCompare = wanted.every(system => system.isOurs) || (await installPeers())
  return wanted.filter(({ isOurs }) => isOurs || canCompare)
}

/** An error is a row too, and the next system gets its turn. */
async function attempt(scenario: Scenario, system: System, seconds: number): Promise<Result> {
  try {
    return await scenario.run(system, seconds)
  } catch (error) {
    return { row: { notes: String(error).split('\n')[0] ?? '' }, others: Number.POSITIVE_INFINITY }
  }
}
