/**
 * Values kept for this browser, as JSON under one key each. A browser that keeps nothing (private windows, blocked
 * storage, a full one) remembers them until the page is closed.
 */
const memory = new Map<string, string>()

/** What was written under a key, or undefined; never throws, whatever stands there. Check what comes back. */
export function readStored(key: string): unknown {
  try {
    return JSON.parse(memory.get(key) ?? localStorage.getItem(key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** Returns whether it outlives the page. */
export function writeStored(key: string, value: unknown): boolean {
  const text = JSON.stringify(value)
  try {
    localStorage.setItem(key, text)
    memory.delete(key)
    return true
  } catch {
    memory.set(key, text)
    return false
  }
}
