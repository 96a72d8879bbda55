import { NAME } from '../../model/limits.ts'
import type { MapDocument } from '../../model/MapDocument.ts'
import { noColumns } from '../csv/columns.ts'
import { fold } from '../csv/fold.ts'
import type { ImportChoices } from '../csv/mapping.ts'
import { nameFrom } from '../csv/meanings.ts'
import { stemOf, suggest } from '../csv/suggest.ts'
import { suggestSpeakers } from '../csv/suggestSpeakers.ts'
import type { Table } from '../csv/table.ts'

/** Which column of a transcript's table is what. */
export function transcriptColumns(): ImportChoices['columns'] {
  return { ...noColumns(), id: 0, customer: 1, words: 2 }
}

/**
 * What importing a transcript would best do, for a person to change. The session and its source are called like the file.
 * Of `before`, choices for an earlier session, who asks and who is left out holds again by name.
 */
export function suggestTranscript(
  table: Table,
  existing: MapDocument,
  fileName: string,
  before: ImportChoices | null = null,
): ImportChoices {
  const columns = transcriptColumns()
  const fresh = suggest(table, columns, existing)
  const parts = new Map(before?.speakers.map(({ value, part }) => [fold(value), part]))
  const speakers = suggestSpeakers(table, columns).map(entry => ({
    ...entry,
    part: parts.get(fold(entry.value)) ?? entry.part,
  }))
  return {
    ...fresh,
    how: before?.how ?? 'recorded',
    ...sessionCalled(nameFrom(stemOf(fileName), NAME) || 'Interview', existing),
    speakers,
  }
}

/** The choices that go with a session's name: its source is that of the map with the name, or a new one. */
export function sessionCalled(
  session: string,
  existing: Pick<MapDocument, 'sources'>,
): Pick<ImportChoices, 'session' | 'sources'> {
  const known = existing.sources.find(({ name }) => fold(name) === fold(session))
  const method = /\bpanel\b/i.test(session) ? 'Panel' : 'Interviews'
  const landing = known ? ({ to: 'existing', id: known.id } as const) : ({ to: 'new', name: session, method } as const)
  return { session, sources: [{ value: '', landing }] }
}
