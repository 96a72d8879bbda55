/**
 * Values kept for this tab over a reload, as JSON under one key each. A browser that keeps nothing remembers them until
 * the page is closed.
 */
const memory = new Map<string, string>()

/** What was written under a key, or undefined; never throws, whatever stands there. Check what comes back. */
export function readTab(key: string): unknown {
  try {
    return JSON.parse(memory.get(key) ?? sessionStorage.getItem(key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** Undefined takes away what stood there. */
export function writeTab(key: string, value: unknown): void {
  memory.delete(key)
  try {
    if (value === undefined) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(value))
  } catch {
    if (value !== undefined) memory.set(key, JSON.stringify(value))
  }
}
