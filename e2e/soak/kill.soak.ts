import { killRounds } from './support/killRounds.ts'

export const name = 'Kill: 200 times SIGKILL while four people edit'

/** Kills that have to fall into a compaction, else this run has shown nothing about them. */
const DURING_COMPACTION = 20

export async function run(seed: number): Promise<string> {
  const { rounds, made, confirmedAtKills, duringCompaction, compacted } = await killRounds(seed, 200)
  if (duringCompaction < DURING_COMPACTION) throw new Error(`Only ${duringCompaction} kills fell into a compaction.`)
  return `${rounds} kills, ${duringCompaction} of them during a compaction and ${compacted} right after one, ${made} edits, ${confirmedAtKills} confirmed just before a kill, none lost`
}
