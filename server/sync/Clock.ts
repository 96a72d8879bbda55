/** Time as the rooms know it: the system's, or one that a test owns. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number
  /** Runs once after so many milliseconds; the answer calls it off. */
  after(milliseconds: number, run: () => void): () => void
}

/** The longest that a timer of Node waits; a longer one would fire at once. */
const LONGEST = 2 ** 31 - 1

export const systemClock: Clock = {
  now: Date.now,
  after(milliseconds, run) {
    const timer =
      milliseconds <= LONGEST
        ? setTimeout(run, milliseconds)
        : setTimeout(() => {
            stop = systemClock.after(milliseconds - LONGEST, run)
          }, LONGEST)
    let stop = () => clearTimeout(timer)
    return () => stop()
  },
}
