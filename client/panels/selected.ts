import type { KindName } from '#shared/model/kindNames.ts'
import type { Lane, Link, Note, Stage, Touchpoint } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { lookUp } from '../store/lookUp.ts'

/** What the inspector can show. */
export type Selected =
  | { kind: 'touchpoints'; record: Touchpoint }
  | { kind: 'notes'; record: Note }
  | { kind: 'stages'; record: Stage }
  | { kind: 'lanes'; record: Lane }
  | { kind: 'links'; record: Link }

const KINDS = ['touchpoints', 'notes', 'stages', 'lanes', 'links'] as const satisfies readonly KindName[]

/** The one selected record; null when nothing or more than one thing is selected. */
export function selectedOne(map: MapDocument, ids: readonly string[]): Selected | null {
  const [id] = ids
  if (id === undefined || ids.length > 1) return null
  for (const kind of KINDS) {
    const list: readonly { id: string }[] = map[kind]
    const record = lookUp(list, id)
    if (record) return { kind, record } as Selected
  }
  return null
}
