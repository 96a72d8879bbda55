const STEPS = [
  { unit: 'year', seconds: 31_536_000 },
  { unit: 'month', seconds: 2_592_000 },
  { unit: 'week', seconds: 604_800 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const

const words = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' })

/** How long ago a time was, in words: “yesterday”, “3 hours ago”. Both in epoch milliseconds. */
export function ago(time: number, now: number): string {
  const seconds = Math.max(0, (now - time) / 1000)
  const step = STEPS.find(one => seconds >= one.seconds)
  return step ? words.format(-Math.floor(seconds / step.seconds), step.unit) : 'just now'
}
