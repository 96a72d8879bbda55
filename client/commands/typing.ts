import { add } from '#shared/doc/change.ts'
import type { KindName } from '#shared/model/kindNames.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import type { Editing } from '../store/viewState.ts'
import { unwritten } from './drafts.ts'

/** Puts the cursor into a text of a record; null leaves it. */
export function startEditing({ view }: OpenMap, editing: Editing | null): void {
  view.setState({ editing })
}

/**
 * What was typed into a shared text: the text as it was shown and as it became. `join` makes it part of the
 * step before, so that one visit to a field is one undo. The first letter of a draft brings its card into the map.
 */
export function type(open: OpenMap, at: Editing, from: string, to: string, join: boolean): void {
  const { kind, id, field }: { kind: KindName; id: string; field: string } = at
  const draft = unwritten(open, id)
  if (draft) open.session.apply([add('touchpoints', { ...draft.touchpoint, [field]: to }, draft.before)])
  else open.session.apply([{ do: 'type', kind, id, field, from, to }], join)
}
