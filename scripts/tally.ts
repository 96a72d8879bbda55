import { readFileSync, writeFileSync } from 'node:fs'

/** What a suite came to. */
export type Tally = { passed: number; failed: number; skipped: readonly { title: string; reason: string }[] }

/** Names the file through which a runner's reporter hands its tally to `scripts/test.ts`. */
export const tallyVariable = 'TALLY_FILE'

export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
    skipped: tallies.flatMap(({ skipped }) => skipped),
  }
}

export function lastLine({ passed, failed, skipped }: Tally): string {
  const parts = [`${passed} passed`, `${failed} failed`]
  if (skipped.length > 0) parts.push(`${skipped.length} skipped`)
  return parts.join(', ')
}

/**
 * A runner's tally, seen together with how the runner ended: one that crashed, failed outside of any test, or found
 * nothing to run counts as a failure of its own, so that silence is never taken for success.
 */
export function judge(tally: Tally | null, exitCode: number): { tally: Tally; problem: string | null } {
  const fail = (problem: string, { passed, skipped, failed }: Tally) => ({
    tally: { passed, skipped, failed: failed + 1 },
    problem,
  })
  const nothing: Tally = { passed: 0, failed: 0, skipped: [] }
  if (tally === null) return fail(`ended without a report (exit code ${exitCode})`, nothing)
  if (tally.passed + tally.failed + tally.skipped.length === 0) return fail('found no tests', tally)
  if (exitCode !== 0 && tally.failed === 0) return fail(`ended with exit code ${exitCode}`, tally)
  return { tally, problem: null }
}

/** For reporters: does nothing when nobody asked. */
export function handOver(tally: Tally): void {
  const file = process.env[tallyVariable]
  if (file) writeFileSync(file, JSON.stringify(tally))
}

/** null when the runner did not come to its end. */
export function pickUp(file: string): Tally | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
