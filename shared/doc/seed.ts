import type * as Y from 'yjs'
import { UNKNOWN } from '../model/kind.ts'
import { LIST_NAMES } from '../model/kindNames.ts'
import type { MapDocument } from '../model/MapDocument.ts'
import { add, type Change } from './change.ts'
import { edit } from './edit.ts'
import { documentRoot, newDoc } from './roots.ts'
import { writeRecord } from './stored.ts'

/** Version of the way in which a map lies in its document. */
export const DOCUMENT_VERSION = 1

/**
 * A new document that holds the given map. Only the server does this, once for each map: of two documents
 * seeded on two sides one would be lost in the merge.
 */
export function seed(map: MapDocument, by: { person: string; now: number }): Y.Doc {
  const doc = newDoc()
  doc.transact(() => {
    const root = documentRoot(doc)
    root.set('version', DOCUMENT_VERSION)
    if (map[UNKNOWN]) root.set(UNKNOWN, map[UNKNOWN])
    writeRecord(doc, 'map', map.map, '')
    const changes: Change[] = []
    for (const kind of LIST_NAMES) for (const record of map[kind]) changes.push(add(kind, record))
    edit(doc, changes, by)
  })
  return doc
}
