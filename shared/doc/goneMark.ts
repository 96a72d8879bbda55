import * as Y from 'yjs'
import type { ListName } from '../model/kindNames.ts'
import { KINDS } from '../model/kinds.ts'
import { changesOf, GONE, rootOf } from './roots.ts'

/** Who deleted a record and when (epoch milliseconds); null while it is there, and where the mark is not one of ours. */
export function goneMark(doc: Y.Doc, kind: ListName, id: string): { person: string; at: number } | null {
  const stored = rootOf(doc, kind).get(id)
  const mark: unknown =
    KINDS[kind].storage === 'value'
      ? changesOf(doc, kind).get(`${id}/${GONE}`)
      : stored instanceof Y.Map
        ? stored.get(GONE)
        : undefined
  const [person, at] = Array.isArray(mark) ? mark : []
  return typeof person === 'string' && typeof at === 'number' ? { person, at } : null
}
