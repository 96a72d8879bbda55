/** How long somebody has spoken; all in milliseconds. */
export type Stopwatch = {
  /** What was counted up to the last pause. */
  readonly spent: number
  /** Since when it runs; null while it stands. */
  readonly since: number | null
}

export const STOPPED: Stopwatch = { spent: 0, since: null }

export function elapsed({ spent, since }: Stopwatch, now: number): number {
  return spent + (since === null ? 0 : Math.max(0, now - since))
}

/** Starts it, or lets it stand. */
export function toggled(watch: Stopwatch, now: number): Stopwatch {
  return watch.since === null ? { ...watch, since: now } : { spent: elapsed(watch, now), since: null }
}

/** From nought again; it goes on running when it ran. */
export function reset({ since }: Stopwatch, now: number): Stopwatch {
  return { spent: 0, since: since === null ? null : now }
}

/** `7:05`, and `1:07:05` from an hour on. */
export function inWords(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000)
  const two = (number: number) => String(number).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
