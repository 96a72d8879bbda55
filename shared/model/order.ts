import { generateKeyBetween, generateNKeysBetween } from 'jittered-fractional-indexing'

/** Sorts in the order of the map. Jitter makes equal keys rare; equal ones are told apart by id. */
export type Ordered = { order: string; id: string }

export function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** A key grows by a few characters with each insertion at the same place; longer than this it is not one of ours. */
const MAX_KEY = 2_000

/** Nothing goes before it. */
const SMALLEST = `A${'0'.repeat(26)}`

/**
 * Whether a value can stand as an order key; a hostile one must not make every later insertion throw. Told by the form
 * of a key, since it is asked of every record of a map that is opened: its first letter says how many characters are
 * its whole number, and what follows these is a fraction without a zero at its end.
 */
export function isOrderKey(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > MAX_KEY || !/^[A-Za-z][0-9A-Za-z]*$/.test(value)) return false
  const head = value.charCodeAt(0)
  const whole = head >= 0x61 ? head - 0x61 + 2 : 0x5a - head + 2
  if (value.length === whole) return value !== SMALLEST
  return value.length > whole && !value.endsWith('0')
}

/**
 * `count` keys in ascending order between two keys (null: no bound).
 * Returns null where there is no room: the bounds are equal, swapped, or no keys.
 */
export function keysBetween(after: string | null, before: string | null, count: number): string[] | null {
  if (after !== null && before !== null && after >= before) return null
  try {
    return count === 1 ? [generateKeyBetween(after, before)] : generateNKeysBetween(after, before, count)
  } catch {
    return null
  }
}
