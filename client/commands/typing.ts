import type { KindName } from '#shared/model/kindNames.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import type { Editing } from '../store/viewState.ts'

/** Puts the cursor into a text of a record; null leaves it. */
export function startEditing({ view }: OpenMap, editing: Editing | null): void {
  view.setState({ editing })
}

/**
 * What was typed into a shared text: the text as it was shown and as it became. `join` makes it part of the
 * step before, so that one visit to a field is one undo.
 */
export function type(open: OpenMap, at: Editing, from: string, to: string, join: boolean): void {
  const { kind, id, field }: { kind: KindName; id: string; field: string } = at
  open.session.apply([{ do: 'type', kind, id, field, from, to }], join)
}
