import { leaveRounds } from './support/leaveRounds.ts'

export const name = 'Leave: 20 restarts under 50 people who edit'

const ALLOWED = { within: 15_000, crowd: 0.75 }

export async function run(seed: number): Promise<string> {
  const { rounds, made, slowest, densest } = await leaveRounds(seed, 20, ALLOWED)
  const last = `the last back after ${(slowest / 1_000).toFixed(1)} s`
  return `${rounds} restarts, ${made} edits, none lost, ${last}, at most ${Math.round(densest * 100)} % within 0.2 s`
}
