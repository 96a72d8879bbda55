import type { Change } from '#shared/doc/change.ts'
import type { Doc } from '#shared/doc/encode.ts'
import { goneMark } from '#shared/doc/goneMark.ts'
import { readEntries } from '#shared/doc/read.ts'
import { KIND_NAMES, type KindName, type ListName } from '#shared/model/kindNames.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { type Added, printOf } from './added.ts'
import { namedBy } from './references.ts'

/** A record that stays although its import is taken back. */
export type Kept = { kind: ListName; id: string; title: string; because: 'edited' | 'used' }

/**
 * What taking back an import comes to: everything that it added goes, except records that say something else by now,
 * and those that others lean on, be it from outside or from a record that stays.
 */
export function planTakingBack(doc: Doc, added: Added): { changes: Change[]; kept: Kept[] } {
  const kept = new Map<string, Kept>()
  const there = new Map<string, { kind: ListName; id: string; record: object }>()
  const waiting: { kind: KindName; record: object }[] = []
  const keyOf = (kind: KindName, id: string) => `${kind} ${id}`

  const keep = (key: string, because: Kept['because']) => {
    const entry = there.get(key)
    if (!entry || kept.has(key)) return
    const { kind, id, record } = entry
    kept.set(key, { kind, id, title: titleOf(kind, record), because })
    waiting.push(entry)
  }

  const edited: string[] = []
  for (const kind of KIND_NAMES) {
    const prints = kind === 'map' ? undefined : added.get(kind)
    for (const { id, record } of readEntries(doc, kind)) {
      const print = prints?.get(id)
      if (kind === 'map' || print === undefined) waiting.push({ kind, record })
      else {
        there.set(keyOf(kind, id), { kind, id, record })
        if (printOf(record) !== print) edited.push(keyOf(kind, id))
      }
    }
  }
  for (const key of edited) keep(key, 'edited')
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const { kinds, id } of namedBy(next.kind, next.record)) for (const kind of kinds) keep(keyOf(kind, id), 'used')
  }

  const changes = [...there.entries()].flatMap(([key, { kind, id }]): Change[] =>
    kept.has(key) ? [] : [{ do: 'remove', kind, id }],
  )
  return { changes, kept: [...kept.values()] }
}

/** What puts an import back that was taken back: exactly the records that went then, as `mark` tells. */
export function planPuttingBack(doc: Doc, added: Added, mark: string): Change[] {
  return [...added].flatMap(([kind, prints]) =>
    [...prints.keys()]
      .filter(id => goneMark(doc, kind, id)?.person === mark)
      .map((id): Change => ({ do: 'restore', kind, id })),
  )
}

function titleOf<K extends ListName>(kind: K, record: object): string {
  return (KINDS[kind].title as (record: object) => string)(record)
}
