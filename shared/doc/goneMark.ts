import * as Y from 'yjs'
import type { ListName } from '../model/kindNames.ts'
import { KINDS } from '../model/kinds.ts'
import { changesOf, GONE, rootOf } from './roots.ts'

/** Whatever marks a record as deleted; undefined or null while it is there. */
export function goneValue(doc: Y.Doc, kind: ListName, id: string): unknown {
  if (KINDS[kind].storage === 'value') return changesOf(doc, kind).get(`${id}/${GONE}`)
  const stored = rootOf(doc, kind).get(id)
  return stored instanceof Y.Map ? stored.get(GONE) : undefined
}

/** Who deleted a record and when (epoch milliseconds); null while it is there, and where the mark is not one of ours. */
export function goneMark(doc: Y.Doc, kind: ListName, id: string): { person: string; at: number } | null {
  const mark = goneValue(doc, kind, id)
  const [person, at] = Array.isArray(mark) ? mark : []
  return typeof person === 'string' && typeof at === 'number' ? { person, at } : null
}
