import type * as Y from 'yjs'
import { LIST_NAMES, type ListName } from '../model/kindNames.ts'
import { KINDS } from '../model/kinds.ts'
import { goneMark, goneValue } from './goneMark.ts'
import { readKept } from './read.ts'
import { rootOf } from './roots.ts'

/** A record that was deleted and can come back. */
export type Deleted = {
  kind: ListName
  id: string
  title: string
  /** Who deleted it, and when (epoch milliseconds); null where the mark does not tell. */
  by: { person: string; at: number } | null
}

/** Everything that is marked as deleted, the newest first. */
export function readDeleted(doc: Y.Doc): Deleted[] {
  const deleted = LIST_NAMES.flatMap(kind => [...rootOf(doc, kind).keys()].flatMap(id => readOne(doc, kind, id)))
  return deleted.sort((a, b) => (b.by?.at ?? 0) - (a.by?.at ?? 0))
}

function readOne(doc: Y.Doc, kind: ListName, id: string): Deleted[] {
  // Most are there, and reading a whole record takes far longer than looking at its mark.
  const kept = (goneValue(doc, kind, id) ?? null) === null ? null : readKept(doc, kind, id)
  if (!kept?.isGone) return []
  const title = (KINDS[kind].title as (record: object) => string)(kept.record)
  return [{ kind, id, title, by: goneMark(doc, kind, id) }]
}
