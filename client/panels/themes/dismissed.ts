import { readStored, writeStored } from '../../api/storage.ts'

const KEY = 'verbatim.dismissed'
/** Suggestions of which is remembered that somebody did not want them: more than anybody dismisses. */
const MOST = 2_000

function kept(): string[] {
  const stored = readStored(KEY)
  return Array.isArray(stored) ? stored.filter(entry => typeof entry === 'string') : []
}

/** The suggestions of a map that somebody in this browser did not want. */
export function dismissedOn(map: string): ReadonlySet<string> {
  const before = `${map} `
  return new Set(kept().flatMap(entry => (entry.startsWith(before) ? [entry.slice(before.length)] : [])))
}

/** Remembers in this browser that a suggestion is not wanted, or that it is again. */
export function dismiss(map: string, suggestion: string, isDismissed = true): void {
  const entry = `${map} ${suggestion}`
  const others = kept().filter(known => known !== entry)
  writeStored(KEY, isDismissed ? [entry, ...others].slice(0, MOST) : others)
}
