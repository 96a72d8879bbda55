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

export function writeStored(key: string, value: unknown): void {
  const text = JSON.stringify(value)
  try {
    localStorage.setItem(key, text)
    memory.delete(key)
  } catch {
    memory.set(key, text)
  }
}
