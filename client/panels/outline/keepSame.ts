/**
 * Plain data as it is now, with every part that equals its part before taken from before: what did not change keeps its
 * identity, so that only what changed is drawn again.
 */
export function keepSame<T>(before: unknown, now: T): T {
  if (Object.is(before, now)) return now
  if (typeof before !== 'object' || typeof now !== 'object' || before === null || now === null) return now
  const isList = Array.isArray(now)
  if (isList !== Array.isArray(before)) return now
  const old = before as Record<string, unknown>
  const names = Object.keys(now)
  let isSame = names.length === Object.keys(old).length
  const entries = names.map((name): [string, unknown] => {
    const fresh = (now as Record<string, unknown>)[name]
    const kept = keepSame(old[name], fresh)
    if (!Object.is(kept, old[name])) isSame = false
    return [name, kept]
  })
  if (isSame) return before as T
  return (isList ? entries.map(([, value]) => value) : Object.fromEntries(entries)) as T
}
