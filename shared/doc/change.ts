import type { KindName, ListName } from '../model/kindNames.ts'
import type { RecordOf } from '../model/kinds.ts'

/** Fields of a record that a change may set; the id never changes. */
export type FieldsOf<K extends KindName> = Partial<Omit<RecordOf<K>, 'id' | '~'>>

type Add<K extends ListName> = {
  do: 'add'
  kind: K
  record: RecordOf<K>
  /** Stands before this record of its kind; at the end when null or left out. */
  before?: string | null
}
type SetFields<K extends KindName> = { do: 'set'; kind: K; id: string; fields: FieldsOf<K> }

/**
 * One step of an edit, as data: commands make them from what they see, `edit` alone writes them.
 * `type` is what somebody typed: the text that was shown and the text that it became.
 */
export type Change =
  | { [K in ListName]: Add<K> }[ListName]
  | { [K in KindName]: SetFields<K> }[KindName]
  | { do: 'type'; kind: KindName; id: string; field: string; from: string; to: string }
  | { do: 'move'; kind: ListName; id: string; before: string | null }
  | { do: 'remove'; kind: ListName; id: string }
  | { do: 'restore'; kind: ListName; id: string }

/** Adds a record, at the end of its kind or before another. */
export function add<K extends ListName>(kind: K, record: RecordOf<K>, before?: string | null): Change {
  return { do: 'add', kind, record, ...(before === undefined ? {} : { before }) } as unknown as Change
}

/** Sets fields of a record. Texts that are shared become the given text by the smallest change. */
export function set<K extends KindName>(kind: K, id: string, fields: FieldsOf<K>): Change {
  return { do: 'set', kind, id, fields } as unknown as Change
}
