import { readStored, writeStored } from '../../api/storage.ts'

const KEY = 'verbatim.palette'
/** More than these nobody looks through before typing. */
const MOST = 5

/** Ids of the commands that were chosen last in this browser, the newest first. Some may no longer exist. */
export function recentCommands(): readonly string[] {
  const stored = readStored(KEY)
  return Array.isArray(stored) ? stored.filter(id => typeof id === 'string').slice(0, MOST) : []
}

/** Remembers that a command was chosen. */
export function rememberCommand(id: string): void {
  writeStored(KEY, [id, ...recentCommands().filter(other => other !== id)].slice(0, MOST))
}
