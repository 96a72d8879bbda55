/** Numbers from 0 up to, not including, `below`; the same for the same seed (mulberry32). */
export type Random = (below: number) => number

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return below => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** The seed that `SEED` asks for, else a new one. */
export function chosenSeed(): number {
  const asked = Number(process.env.SEED)
  return Number.isInteger(asked) && asked > 0 ? asked : Math.floor(Math.random() * 2 ** 31)
}
