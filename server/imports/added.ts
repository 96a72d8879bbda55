import { crc32 } from 'node:zlib'
import type { Change } from '#shared/doc/change.ts'
import { LIST_NAMES, type ListName } from '#shared/model/kindNames.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { isPlainObject } from '#shared/util/json.ts'

/** What an import added: for each kind the ids of its records, each with a print of what the record said. */
export type Added = Map<ListName, Map<string, string>>

/** Tells whether a record still says what it said; not made to withstand anybody who tries to deceive it. */
export function printOf(record: object): string {
  return crc32(JSON.stringify(record)).toString(36)
}

export function addedBy(changes: readonly Change[]): Added {
  const added: Added = new Map()
  for (const change of changes) {
    if (change.do !== 'add') continue
    const { kind, record } = change
    const prints = added.get(kind) ?? new Map<string, string>()
    // As the document gives it back, which is not letter for letter what a change may hold.
    added.set(kind, prints.set(record.id, printOf(KINDS[kind].repair(record.id, { ...record }))))
  }
  return added
}

export function countOf(added: Added): { [K in ListName]?: number } {
  return Object.fromEntries([...added].map(([kind, prints]) => [kind, prints.size]))
}

/** As the store keeps it: `{ kind: { id: print } }`. */
export function writeAdded(added: Added): string {
  return JSON.stringify(Object.fromEntries([...added].map(([kind, prints]) => [kind, Object.fromEntries(prints)])))
}

export function readAdded(text: string): Added {
  const stored: unknown = JSON.parse(text)
  const added: Added = new Map()
  for (const kind of LIST_NAMES) {
    const prints = isPlainObject(stored) ? stored[kind] : undefined
    if (isPlainObject(prints))
      added.set(kind, new Map(Object.entries(prints).map(([id, print]) => [id, String(print)])))
  }
  return added
}
