import { killRounds } from './support/killRounds.ts'

export const name = 'Kill: 200 times SIGKILL while four people edit'

export async function run(seed: number): Promise<string> {
  const { rounds, made, confirmedAtKills } = await killRounds(seed, 200)
  return `${rounds} kills, ${made} edits, ${confirmedAtKills} confirmed just before a kill, none lost`
}
