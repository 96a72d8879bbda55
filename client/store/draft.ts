import type { Touchpoint } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'

/**
 * A card that somebody is about to type. It is on this screen only, and comes into the document with its first letter:
 * one that is left empty was never there, for nobody and in no undo.
 */
export type Draft = {
  /** As it stands once it has a title. */
  readonly touchpoint: Touchpoint
  /** The card of the map that it comes before; at the end when null. */
  readonly before: string | null
  /** The card that was written before it, to which its author goes back when nothing is typed; null for none. */
  readonly after: string | null
}

/** The map with the card that is about to be typed in its place; the same map when there is none, or it is written. */
export function withDraft(map: MapDocument, draft: Draft | null): MapDocument {
  if (!draft || map.touchpoints.some(({ id }) => id === draft.touchpoint.id)) return map
  const index = map.touchpoints.findIndex(({ id }) => id === draft.before)
  return {
    ...map,
    touchpoints: map.touchpoints.toSpliced(index < 0 ? map.touchpoints.length : index, 0, draft.touchpoint),
  }
}
