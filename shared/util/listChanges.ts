/** What left a list and what came, told by identity. */
export type ListChanges<T> = {
  readonly gone: readonly T[]
  readonly come: readonly T[]
  /** What stayed stands in another order than before. */
  readonly reordered: boolean
  /** Each of those that came stands where the one in `gone` at the same index stood; all others are where they were. */
  readonly inPlace: boolean
}

const NONE: ListChanges<never> = { gone: [], come: [], reordered: false, inPlace: true }

/**
 * Compares two lists of records that keep their identity while they do not change. Both ends that are equal are only
 * stepped over, so that one changed record in a long list costs little more than a look at each pointer.
 */
export function listChanges<T>(before: readonly T[], after: readonly T[]): ListChanges<T> {
  if (before === after) return NONE
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  const old = before.slice(start, before.length - end)
  const fresh = after.slice(start, after.length - end)
  if (old.length === 0 || fresh.length === 0) {
    return { gone: old, come: fresh, reordered: false, inPlace: old.length === fresh.length }
  }
  const inOld = new Set(old)
  const inFresh = new Set(fresh)
  const stayed = old.filter(item => inFresh.has(item))
  let at = 0
  let reordered = false
  for (const item of fresh) {
    if (!inOld.has(item)) continue
    if (stayed[at] !== item) reordered = true
    at += 1
  }
  const inPlace =
    old.length === fresh.length &&
    old.every((item, index) => item === fresh[index] || !(inFresh.has(item) || inOld.has(fresh[index] as T)))
  return {
    gone: old.filter(item => !inFresh.has(item)),
    come: fresh.filter(item => !inOld.has(item)),
    reordered,
    inPlace,
  }
}
