/** How long a new link works. */
export const EXPIRIES = [
  { value: 'never', label: 'Until it is ended' },
  { value: 'day', label: '1 day' },
  { value: 'week', label: '1 week' },
] as const
export type Expiry = (typeof EXPIRIES)[number]['value']

const DAY = 86_400_000
const LASTING = { day: DAY, week: 7 * DAY } as const

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** When a link that is made now stops working, as an ISO time; null for never. `now` in epoch milliseconds. */
export function expiresAt(expiry: Expiry, now: number): string | null {
  return expiry === 'never' ? null : new Date(now + LASTING[expiry]).toISOString()
}

/** When a link stops or stopped working, in words; null for one that never does. */
export function expiryWords(expires: string | null, now: number): string | null {
  if (expires === null) return null
  const at = Date.parse(expires)
  return at <= now ? `Has ended, ${time.format(at)}` : `Works until ${time.format(at)}`
}
